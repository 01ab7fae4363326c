import { holds } from '../module/conditions.ts';
import type { Answers } from '../module/form.ts';
import type { EvidenceLevel, Rubric } from '../module/rubric.ts';

/** The level that the answers suggest by the rubric's list, the first line that fits; E0 when none does. The curator fixes it. */
export function suggestEvidence(rubric: Rubric, answers: Answers): EvidenceLevel {
  const line = rubric.suggestedEvidence.find(
    (suggestion) =>
      holds(suggestion, answers) && (suggestion.when ?? []).every((condition) => holds(condition, answers)),
  );
  return line?.level ?? 'E0';
}
