import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Answers } from '../../domain/module/form.ts';
import { validateAnswers, type AnswerProblem } from '../../domain/module/validate-answers.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { findingsIn, writtenForReaders } from '../../domain/safety/answer-findings.ts';
import { contactEmailOf, ownSecretsIn } from '../../domain/safety/own-secrets.ts';

export interface SendingInput {
  /** What was ticked and chosen on the check page, by field. */
  readonly confirmations: Answers;
  /** "I have looked at each of these places": needed when the check found something. */
  readonly checked: boolean;
  readonly receipt: string;
  readonly interfaceLanguage: string;
}

/**
 * Whether these answers may go out: valid, confirmed, and looked at for what may identify somebody.
 * @param more what only the database can find wrong with them
 */
export function readyToSend(
  definition: ModuleDefinition,
  answers: Answers,
  input: Pick<SendingInput, 'checked' | 'receipt'>,
  now: string,
  more: readonly AnswerProblem[] = [],
): Result<'ready', Refusal> {
  const problems = [...validateAnswers(definition, answers, 'send', now), ...more];
  if (problems.length > 0) return refuse({ kind: 'answers_invalid', problems });
  const own = { receipt: input.receipt, email: contactEmailOf(answers) };
  const secrets = ownSecretsIn(writtenForReaders(definition, answers), own);
  if (secrets.some(({ kind }) => kind === 'receipt')) return refuse({ kind: 'guard', guard: 'receipt_in_text' });
  if (input.checked) return ok('ready');
  const something = secrets.length > 0 || findingsIn(definition, answers).length > 0;
  return something ? refuse({ kind: 'guard', guard: 'identifiers_not_checked' }) : ok('ready');
}

/** Answers without the ticks of the check page, which are given anew for every text that is sent. */
export function withoutTicks(definition: ModuleDefinition, answers: Answers): Answers {
  const ticks = fieldsOf(definition, definition.form.confirmations).filter(({ type }) => type.type === 'attest');
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ticks.some((tick) => tick.id === id)));
}
