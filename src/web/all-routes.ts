import { accountRoutes } from './account/account-routes.ts';
import { caseRoutes } from './cases/case-routes.ts';
import { decisionRoutes } from './decision/decision-routes.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { exportRoutes } from './export/export-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { matchingRoutes } from './matching/matching-routes.tsx';
import { peopleRoutes } from './people/people-routes.ts';
import { publicationRoutes } from './publication/publication-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import type { Route, WebKit } from './routes.ts';
import { standingRoutes } from './standing/standing-routes.ts';
import { statusRoutes } from './status/status-routes.ts';
import { submitRoutes } from './submit/submit-routes.ts';
import { troubleRoutes } from './trouble/trouble-routes.ts';

/** Every address of the service, by feature. The permission matrix of the tests is taken over this list. */
export function allRoutes(kit: WebKit): readonly Route[] {
  return [
    ...homeRoutes(kit),
    ...standingRoutes(kit),
    ...accountRoutes(kit),
    ...mailRoutes(kit),
    ...peopleRoutes(kit),
    ...deskRoutes(kit),
    ...matchingRoutes(kit),
    ...caseRoutes(kit),
    ...decisionRoutes(kit),
    ...publicationRoutes(kit),
    ...exportRoutes(kit),
    ...troubleRoutes(kit),
    ...reviewRoutes(kit),
    ...statusRoutes(kit),
    ...submitRoutes(kit),
  ];
}
