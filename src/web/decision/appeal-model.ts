import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { FieldFrame } from '../../../views/components/field-view.ts';
import type { AppealModel } from '../../../views/decision/appeal.tsx';
import { caseAppeal, type SeenAppeal } from '../../db/queries/decision-facts.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import type { WebKit } from '../routes.ts';
import type { DecisionCase } from './decision-case.ts';
import { partOf } from './decision-models.ts';

/** The form that answers an appeal, as it was sent. */
export interface AppealTyped {
  readonly outcome: string;
  readonly text: string;
}

export function appealModel(
  kit: WebKit,
  found: DecisionCase,
  typed: AppealTyped,
  errors: readonly ErrorItem[],
): AppealModel | undefined {
  const { at } = found;
  const appeal = caseAppeal(kit.deps.db, at.submission.id);
  if (appeal === undefined) return undefined;
  const { t, module, submission, staff, ref } = at;
  const { row } = appeal;
  const ruling = found.decisions.find((decision) => decision.row.undoneAt === null)?.row;
  const decided = ruling?.decidedBy === staff.personId || ruling?.secondBy === staff.personId;
  const open = row.answeredAt === null && submission.state === 'rejected' && !submission.held;
  const may = open && mayMove(staff, 'reopen', ref);
  return {
    text: row.text,
    date: t.date(new Date(row.at), module.policy.timeZone),
    answered: answeredText(found, appeal),
    answerText: row.answerText ?? '',
    form:
      may && !decided ? { action: partOf(at, 'decision/appeal'), fields: fieldsOf(found, typed, errors) } : undefined,
    notYou: may && decided,
  };
}

function answeredText({ at: { t, module } }: DecisionCase, { row, answeredBy }: SeenAppeal): string | undefined {
  if (row.answeredAt === null || row.outcome === null) return undefined;
  const date = t.date(new Date(row.answeredAt), module.policy.timeZone);
  return t(`decision.appeal_answered_${row.outcome}`, { name: answeredBy ?? '', date });
}

function fieldsOf({ at: { t, submission } }: DecisionCase, typed: AppealTyped, errors: readonly ErrorItem[]) {
  const frame = (id: string, label: string, hint?: string): FieldFrame => ({
    id,
    name: id,
    label,
    hint,
    mark: 'required',
    error: errors.find(({ field }) => field === id)?.message,
  });
  const options = (['reopened', 'kept'] as const).map((outcome) => ({
    value: outcome,
    label: t(`decision.appeal_${outcome}`),
    chosen: typed.outcome === outcome,
  }));
  return [
    { ...frame('outcome', t('decision.appeal_outcome')), kind: 'radios', options } as const,
    {
      ...frame('text', t('decision.appeal_text'), t('decision.appeal_text_hint')),
      kind: 'textarea',
      rows: 6,
      value: typed.text,
      lang: submission.language === '' ? undefined : submission.language,
      dir: 'auto',
    } as const,
  ];
}
