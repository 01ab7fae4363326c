import { putContact } from '../../db/contact-store.ts';
import { typedAnswers } from '../../db/queries/own-submission.ts';
import { noteFacts, type SubmissionRow } from '../../db/submission-store.ts';
import { putWorkingCopy } from '../../db/working-copy-store.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers, Field } from '../../domain/module/form.ts';
import { splitSealed } from '../../domain/module/visible-answers.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { factsOf } from '../../domain/submission/facts.ts';
import type { Unit } from '../unit.ts';
import { answersMark } from './answers-mark.ts';

export interface KeepInput {
  readonly definition: ModuleDefinition;
  /** The fields that the page asked. */
  readonly fields: readonly Field[];
  /** What was typed into them, valid or not. */
  readonly typed: Answers;
  /** `answersMark` of these fields as the page was shown. */
  readonly seen: string;
  readonly interfaceLanguage: string;
}

/**
 * Keeps what was typed on one page, valid or not. `changed_meanwhile` when these fields were changed in another tab
 * since the page was shown; the same words twice are no change. A save leaves no row in the history: when somebody
 * works at a text is nobody's business.
 */
export function keepAnswers(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  submission: SubmissionRow,
  input: KeepInput,
): Result<'kept', Refusal> {
  const stored = typedAnswers(unit.tx, submission.id);
  const now = answersMark(unit.keys, input.fields, stored);
  const then = answersMark(unit.keys, input.fields, input.typed);
  if (now !== input.seen && now !== then) return refuse({ kind: 'changed_meanwhile' });
  const answers = { ...stored, ...input.typed };
  const { sealed, open } = splitSealed(input.definition, answers);
  const at = unit.clock.now().toISOString();
  putWorkingCopy(unit.tx, submission.id, open, at);
  putContact(unit.tx, submission.id, sealed);
  const { title, kind, language } = factsOf(open);
  const facts = submission.state === 'draft' ? { title, kind, language } : {};
  noteFacts(unit.tx, submission, at, { ...facts, interfaceLanguage: input.interfaceLanguage });
  return ok('kept');
}
