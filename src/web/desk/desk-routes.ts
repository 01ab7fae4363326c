import type { Route, WebKit } from '../routes.ts';
import { staffVisit } from '../staff-visit.ts';
import { casesPage } from './cases-page.tsx';
import { queuePage } from './queue-page.tsx';
import { scoresPage } from './scores-page.tsx';

export const deskRoutes = (kit: WebKit): Route[] => [
  {
    path: '/:lang/:module/desk',
    who: 'desk',
    get: staffVisit(kit, (req, res, at) => {
      kit.page(res, 200, queuePage(kit, req, at));
    }),
  },
  {
    path: '/:lang/:module/desk/cases',
    who: 'desk',
    get: staffVisit(kit, (req, res, at) => {
      kit.page(res, 200, casesPage(kit, req, at));
    }),
  },
  {
    path: '/:lang/:module/desk/scores',
    who: 'desk',
    get: staffVisit(kit, (req, res, at) => {
      kit.page(res, 200, scoresPage(kit, req, at));
    }),
  },
];
