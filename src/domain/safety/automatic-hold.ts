import { answerAt, isRecord } from '../module/conditions.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers } from '../module/form.ts';
import { validateAnswers } from '../module/validate-answers.ts';
import { prefillGates } from '../review/prefill-gates.ts';

/**
 * Why a text that was just sent stops for safety before anybody else reads it: `risk:<row>` where somebody may be
 * harmed, `rubric:<gate>` where a safety gate cannot pass. Undefined when nothing stands against it.
 *
 * A gate that is only unsure counts once everything that the review needs is answered; before that it says no more
 * than that a question is still open, and screening asks it.
 * @param now ISO instant
 */
export function automaticHold(definition: ModuleDefinition, answers: Answers, now: string): string | undefined {
  const row = rowAtRisk(definition, answers);
  if (row !== undefined) return `risk:${row}`;
  const gates = prefillGates(definition.rubric, answers);
  const isComplete = (): boolean => validateAnswers(definition, answers, 'review', now).length === 0;
  const stops = definition.rubric.gates.find(
    ({ id, safety }) => safety && (gates[id] === 'fail' || (gates[id] === 'unsure' && isComplete())),
  );
  return stops && `rubric:${stops.id}`;
}

/** The first row of the risk field with a level that the module's policy stops at. */
function rowAtRisk({ policy: { risk } }: ModuleDefinition, answers: Answers): string | undefined {
  const rows = answerAt(answers, risk.field);
  if (!isRecord(rows)) return undefined;
  return Object.entries(rows).find(([, parts]) => {
    return isRecord(parts) && Object.values(parts).some((said) => typeof said === 'string' && risk.hold.includes(said));
  })?.[0];
}
