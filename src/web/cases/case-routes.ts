import type { Request, Response } from 'express';
import type { Route, WebKit } from '../routes.ts';
import { showCase } from './case-page.tsx';
import { casePanels } from './case-panels.ts';
import type { CasePanel, ShowAgain } from './case-panel.ts';
import { caseVisit, type CaseVisit } from './case-visit.ts';

const base = '/:lang/:module/desk/cases/:publicId';

/** Every panel has an address of its own; that of the first is the case's. */
export const caseRoutes = (kit: WebKit): Route[] =>
  casePanels.map((panel, index) => panelRoute(kit, panel, index === 0));

function panelRoute(kit: WebKit, panel: CasePanel, first: boolean): Route {
  const { post } = panel;
  return {
    path: first ? base : `${base}/${panel.id}`,
    who: 'desk',
    get: caseVisit(kit, async (req, res, at) => {
      showCase(kit, req, res, at, { id: panel.id, body: await panel.body(kit, req, at) });
    }),
    ...(post === undefined
      ? {}
      : {
          post: caseVisit(kit, (req, res, at) => post(kit, req, res, at, showAgain(kit, panel, req, res, at))),
        }),
  };
}

const showAgain =
  (kit: WebKit, { id }: CasePanel, req: Request, res: Response, at: CaseVisit): ShowAgain =>
  (status, body, problems = []) => {
    showCase(kit, req, res, at, { id, body, status, problems });
  };
