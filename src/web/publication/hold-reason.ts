import { CONCERN } from '../../domain/review/alarms.ts';
import { phraseOf } from '../chrome.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { gateText } from '../decision/advice-text.ts';
import { plain } from '../form-fields/field-texts.ts';

/** Why a case was stopped: a rule of the service in the module's words, or what a person wrote. */
export function holdReason({ t, module }: Pick<CaseVisit, 't' | 'module'>, reason: string): string {
  const cut = reason.indexOf(':');
  const [rule, id] = [reason.slice(0, cut), reason.slice(cut + 1)];
  const gate = module.rubric.gates.some((known) => known.id === id);
  if (rule === 'rubric' && gate) return t('publication.hold_reason_rubric', { gate: gateText(t, module, id) });
  if (rule === 'review' && gate) return t('publication.hold_reason_review', { gate: gateText(t, module, id) });
  if (rule === 'review' && id === CONCERN) return t('publication.hold_reason_concern');
  if (rule !== 'risk') return reason;
  const row = phraseOf(module, t.lang, `fields.${module.policy.risk.field}.rows.${id}`);
  return t('publication.hold_reason_risk', { row: plain(row) });
}
