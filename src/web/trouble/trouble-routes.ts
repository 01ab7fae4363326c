import type { Request, Response } from 'express';
import { h } from 'preact';
import { TroublePage } from '../../../views/trouble/trouble-page.tsx';
import type { ModuleId } from '../../domain/ids.ts';
import { paths } from '../../paths.ts';
import { tryJobAgain } from '../../usecases/jobs/try-job-again.ts';
import type { Route, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { troublePage } from './trouble-page.ts';

export const troubleRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/:module/desk/trouble', who: 'trouble', get: (req, res) => showTrouble(kit, req, res) },
  {
    path: '/:lang/:module/desk/trouble/jobs/:job/again',
    who: 'trouble',
    post: (req, res) => postAgain(kit, req, res),
  },
];

async function showTrouble(kit: WebKit, req: Request, res: Response): Promise<void> {
  const module = kit.deps.modules.current(req.params['module'] as ModuleId);
  if (module === undefined) {
    kit.refuse(req, res, { kind: 'not_found' });
    return;
  }
  const { t } = visitOf(req);
  kit.page(res, 200, h(TroublePage, { t, model: await troublePage(kit, req, module) }));
}

async function postAgain(kit: WebKit, req: Request, res: Response): Promise<void> {
  const { lang, staff } = visitOf(req);
  const module = req.params['module'] as ModuleId;
  const job = Number(req.params['job']);
  const actor = staff ?? ({ kind: 'anonymous' } as const);
  const asked = await kit.deps.write((unit) => tryJobAgain(unit, actor, { job, module }));
  if (!asked.ok) {
    kit.refuse(req, res, asked.refusal);
    return;
  }
  await kit.deps.lookNow();
  res.redirect(303, paths.trouble(lang, module));
}
