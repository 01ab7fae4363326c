import type { VNode } from 'preact';
import { AskPanel } from '../../../../views/cases/ask-panel.tsx';
import type { ErrorItem } from '../../../../views/components/error-summary.tsx';
import { openingGaps } from '../../../db/queries/opening-gaps.ts';
import { mayMove } from '../../../domain/people/permissions.ts';
import { nextState } from '../../../domain/submission/state.ts';
import { isInterfaceLanguage } from '../../../i18n/languages.ts';
import { translator } from '../../../i18n/translate.ts';
import { paths } from '../../../paths.ts';
import { askSubmitter } from '../../../usecases/screening/ask-submitter.ts';
import { nameText } from '../../form-fields/field-texts.ts';
import type { WebKit } from '../../routes.ts';
import type { CasePanel } from '../case-panel.ts';
import type { CaseVisit } from '../case-visit.ts';
import { blankRequest, readRequests, requestFields, type TypedRequest } from './request-fields.ts';

/** Sending a case back before review, with what is asked point by point. */
export const askPanel: CasePanel = {
  id: 'ask',
  label: 'curator.tab_ask',
  shown: () => false,
  body: (kit, _req, at) => panel(at, [...readyMade(kit, at), blankRequest]),
  post: async (kit, req, res, at, again) => {
    const body = (req.body ?? {}) as Record<string, unknown>;
    const typed = readRequests(body);
    if (body['more'] === 'yes') {
      again(200, panel(at, [...typed, blankRequest]));
      return;
    }
    const requests = typed.filter(({ text }) => text.trim() !== '');
    if (requests.length === 0) {
      const problem: ErrorItem = { field: 'requests.0.text', message: at.t('curator.requests_missing') };
      again(422, panel(at, [...typed, ...(typed.length === 0 ? [blankRequest] : [])], problem), [problem]);
      return;
    }
    const input = { submissionId: at.submission.id, revision: Number(body['revision']), requests };
    const asked = await kit.deps.write((unit) => askSubmitter(unit, at.staff, input));
    const here = paths.case(at.lang, at.module.id, at.submission.publicId);
    if (asked.ok) res.redirect(303, `${here}?done=asked`);
    else kit.refuse(req, res, asked.refusal);
  },
};

function panel(at: CaseVisit, typed: readonly TypedRequest[], problem?: ErrorItem): VNode {
  const { t, lang, module, submission, csrf } = at;
  const part = (name: string): string => paths.casePart(lang, module.id, submission.publicId, name);
  const model = {
    action: part('ask'),
    csrf,
    revision: submission.revision,
    requests: typed.map((request, index) => requestFields({ definition: module, t }, request, index, problem)),
    back: part('screening'),
    closed: !nextState(submission, 'ask').ok || !mayMove(at.staff, 'ask', at.ref),
    language: t.language(submission.interfaceLanguage),
  };
  return <AskPanel t={t} model={model} />;
}

/** One request for every answer that the review needs and that is not there, in the submitter's own language. */
function readyMade(kit: WebKit, { module, submission }: CaseVisit): TypedRequest[] {
  const { interfaceLanguage } = submission;
  const theirs = translator(isInterfaceLanguage(interfaceLanguage) ? interfaceLanguage : 'en');
  const gaps = openingGaps(kit.deps.db, module, submission, kit.deps.clock.now());
  const fields = [...new Set(gaps.answers.map(({ field }) => field.split('.')[0] ?? field))];
  return fields.map((field) => {
    const label = nameText({ definition: module, t: theirs }, field);
    return { field, level: 'must', editorial: false, text: theirs('curator.ask_missing', { field: label }) };
  });
}
