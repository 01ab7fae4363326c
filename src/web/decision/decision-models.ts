import type { DecisionLetterModel } from '../../../views/decision/decision-letter.tsx';
import type { BarModel } from '../../../views/decision/decision-panel.tsx';
import type { PastDecision } from '../../../views/decision/past-decisions.tsx';
import type { SeenDecision } from '../../db/queries/decision-facts.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import type { WebKit } from '../routes.ts';
import { evidenceText } from './advice-text.ts';
import type { DecisionCase } from './decision-case.ts';

/** The address of a part of this case. */
export const partOf = ({ lang, module, submission }: CaseVisit, part: string): string =>
  paths.casePart(lang, module.id, submission.publicId, part);

/** A recorded decision as its submitter reads it. */
export function letterModel(t: Translate, found: DecisionCase, { row, requests }: SeenDecision): DecisionLetterModel {
  return {
    outcome: row.outcome,
    letter: row.letter,
    lang: row.letterLanguage,
    requests: requests.map(({ field, level, text }) => ({ level, text, field: fieldText(t, found, field ?? '') })),
  };
}

export const fieldText = (t: Translate, { definition }: DecisionCase, field: string) =>
  definition.form.fields.some(({ id }) => id === field)
    ? phraseOf(definition, t.lang, `fields.${field}.label`)
    : undefined;

export function barModel(kit: WebKit, found: DecisionCase): BarModel | undefined {
  const { at, pending } = found;
  if (pending === undefined) return undefined;
  const { t, staff, ref, submission, module } = at;
  const { row } = pending;
  const may = mayMove(staff, 'take_back', ref) && !submission.held;
  const common = {
    decision: row.id,
    letter: letterModel(t, found, pending),
    takeBack: may ? partOf(at, 'decision/take-back') : undefined,
  };
  if (row.releaseAt !== null) {
    const left = Date.parse(row.releaseAt) - kit.deps.clock.now().getTime();
    const minutes = Math.max(0, Math.ceil(left / 60_000));
    return { ...common, kind: 'letter_held', minutes, sendNow: may ? partOf(at, 'decision/send-now') : undefined };
  }
  const own = row.decidedBy === staff.personId;
  return {
    ...common,
    kind: 'waits',
    name: pending.by,
    date: t.date(new Date(row.decidedAt), module.policy.timeZone),
    own,
    reason: row.reason,
    agree: may && !own ? partOf(at, 'decision/second') : undefined,
  };
}

export function pastDecisions(found: DecisionCase): PastDecision[] {
  const { at, decisions, pending } = found;
  return decisions.filter((decision) => decision !== pending).map((decision) => pastOf(at, found, decision));
}

function pastOf({ t, module }: CaseVisit, found: DecisionCase, decision: SeenDecision): PastDecision {
  const { row } = decision;
  const date = (at: string): string => t.date(new Date(at), module.policy.timeZone);
  return {
    letter: letterModel(t, found, decision),
    by: decision.by,
    date: date(row.decidedAt),
    second: decision.second,
    status: statusOf(t, decision, date),
    undone: row.undoneAt !== null,
    evidence: row.evidence === null ? undefined : evidenceText(t, found.definition, row.evidence),
    departs: row.departs,
    reason: row.reason,
  };
}

function statusOf(t: Translate, { row, undoneBy }: SeenDecision, date: (at: string) => string): string {
  if (row.undoneAt !== null)
    return undoneBy === undefined ? t('decision.past_untold') : t('decision.past_undone', { name: undoneBy });
  if (row.releasedAt !== null) return t('decision.past_told', { date: date(row.releasedAt) });
  return t(row.releaseAt === null ? 'decision.past_waits' : 'decision.past_held');
}
