import type { Request } from 'express';
import type { ExportId } from '../../domain/ids.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import { paths } from '../../paths.ts';
import { answerExport } from '../../usecases/export/answer-export.ts';
import { askExport } from '../../usecases/export/ask-export.ts';
import { takeExport } from '../../usecases/export/take-export.ts';
import { text } from '../decision/decision-typed.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { staffVisit } from '../staff-visit.ts';
import { missingChoices, nothingTyped, readExportForm } from './export-form.ts';
import { exportsPage } from './exports-page.tsx';
import { sendExport } from './send-export.ts';

const base = '/:lang/:module/desk/exports';

/** A file of all cases: asked for by one person, answered by another, taken by the first. Taking it is noted, so it is posted. */
export const exportRoutes = (kit: WebKit): Route[] => [
  { path: base, who: 'people', get: list(kit), post: ask(kit) },
  { path: `${base}/:export`, who: 'people', post: answer(kit) },
  { path: `${base}/:export/file`, who: 'people', post: take(kit) },
];

const list = (kit: WebKit): Handler =>
  staffVisit(kit, (req, res, at) => {
    kit.page(res, 200, exportsPage(kit, req, at, { typed: nothingTyped, problems: [] }));
  });

const ask = (kit: WebKit): Handler =>
  staffVisit(kit, async (req, res, at) => {
    const { staff, module, lang } = at;
    const typed = readExportForm(req.body as Record<string, unknown>);
    const { scope, format, reason } = typed;
    if (!mayCurate(staff, module.id)) {
      kit.refuse(req, res, { kind: 'not_permitted' });
      return;
    }
    if (scope === undefined || format === undefined) {
      kit.page(res, 422, exportsPage(kit, req, at, { typed, problems: missingChoices(typed) }));
      return;
    }
    const wish = { module: module.id, scope, format, reason };
    const asked = await kit.deps.write((unit) => askExport(unit, staff, wish));
    if (asked.ok) res.redirect(303, `${paths.exports(lang, module.id)}?done=asked`);
    else if (asked.refusal.kind === 'export_not_asked') {
      const problems = [{ field: 'reason', problem: asked.refusal.problem } as const];
      kit.page(res, 422, exportsPage(kit, req, at, { typed, problems }));
    } else kit.refuse(req, res, asked.refusal);
  });

const answer = (kit: WebKit): Handler =>
  staffVisit(kit, async (req, res, at) => {
    const { staff, module, lang } = at;
    const body = req.body as Record<string, unknown>;
    const refused = body['answer'] !== 'approved';
    const input = { id: idIn(req), answer: refused ? 'refused' : 'approved', reason: text(body['reason']) } as const;
    const answered = await kit.deps.write((unit) => answerExport(unit, staff, { module: module.id, ...input }));
    if (answered.ok) res.redirect(303, `${paths.exports(lang, module.id)}?done=${answered.value}`);
    else if (answered.refusal.kind === 'guard') {
      const refusing = { id: input.id, reason: input.reason };
      kit.page(res, 422, exportsPage(kit, req, at, { typed: nothingTyped, problems: [], refusing }));
    } else kit.refuse(req, res, answered.refusal);
  });

const take = (kit: WebKit): Handler =>
  staffVisit(kit, async (req, res, at) => {
    const input = { module: at.module.id, id: idIn(req) };
    const taken = await kit.deps.write((unit) => takeExport(unit, at.staff, input));
    if (taken.ok) await sendExport(kit, req, res, at, taken.value);
    else kit.refuse(req, res, taken.refusal);
  });

const idIn = (req: Request): ExportId => req.params['export'] as ExportId;
