import type { Request } from 'express';
import { askClose, askLook, askMerge, askOver } from '../../usecases/publication/ask-forge.ts';
import { showCase } from '../cases/case-page.tsx';
import { caseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';
import { text } from '../decision/decision-typed.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { takePatch } from './patch-handler.ts';
import { publicationBody } from './publication-panel.tsx';

const base = '/:lang/:module/desk/cases/:publicId/publication';

/** The buttons of a publication. After each the repository is looked at, so that the next page tells what became of it. */
export const publicationRoutes = (kit: WebKit): Route[] => [
  { path: `${base}/merge`, who: 'desk', post: merge(kit) },
  { path: `${base}/close`, who: 'desk', post: close(kit) },
  { path: `${base}/look`, who: 'desk', post: look(kit) },
  { path: `${base}/over`, who: 'desk', post: over(kit) },
  { path: `${base}/patch`, who: 'desk', get: takePatch(kit) },
];

const merge = (kit: WebKit): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const input = { submissionId: at.submission.id, head: typed(req, 'head') };
    const asked = await kit.deps.write((unit) => askMerge(unit, at.staff, input));
    if (!asked.ok) {
      kit.refuse(req, res, asked.refusal);
      return;
    }
    await kit.deps.lookNow();
    res.redirect(303, `${partOf(at, 'publication')}?done=merge_asked`);
  });

const close = (kit: WebKit): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const reason = typed(req, 'reason');
    const asked = await kit.deps.write((unit) => askClose(unit, at.staff, { submissionId: at.submission.id, reason }));
    if (asked.ok) {
      await kit.deps.lookNow();
      res.redirect(303, `${partOf(at, 'publication')}?done=close_asked`);
    } else if (asked.refusal.kind === 'guard' && asked.refusal.guard === 'reason_too_short') {
      const problems = [{ field: 'reason', message: at.t('publication.problem_reason') }];
      const body = await publicationBody(kit, at, reason, problems);
      showCase(kit, req, res, at, { id: 'publication', body, status: 422, problems });
    } else kit.refuse(req, res, asked.refusal);
  });

const look = (kit: WebKit): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const asked = await kit.deps.write((unit) => askLook(unit, at.staff, { submissionId: at.submission.id }));
    if (!asked.ok) {
      kit.refuse(req, res, asked.refusal);
      return;
    }
    await kit.deps.lookNow();
    res.redirect(303, `${partOf(at, 'publication')}?done=looked`);
  });

const over = (kit: WebKit): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const asked = await kit.deps.write((unit) => askOver(unit, at.staff, { submissionId: at.submission.id }));
    if (!asked.ok) {
      kit.refuse(req, res, asked.refusal);
      return;
    }
    await kit.deps.lookNow();
    res.redirect(303, `${partOf(at, 'publication')}?done=looked`);
  });

const typed = (req: Request, name: string): string => text((req.body as Record<string, unknown>)[name]);
