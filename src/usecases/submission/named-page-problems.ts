import { publishedPage } from '../../db/queries/practice-page.ts';
import type { Reader } from '../../db/in-transaction.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import type { AnswerProblem } from '../../domain/module/validate-answers.ts';
import { namedPractice, typedPractice } from '../../domain/publication/named-practice.ts';

/** Whether the page that an update or a correction names is online in this module. */
export function namedPageProblems(
  { tx }: { readonly tx: Reader },
  { id, form }: ModuleDefinition,
  answers: Answers,
): AnswerProblem[] {
  const asked = form.fields.some((field) => field.id === knownFields.updates);
  if (!asked || typedPractice(answers) === undefined) return [];
  const named = namedPractice(answers);
  if (named !== undefined && publishedPage(tx, id, named) !== undefined) return [];
  return [{ field: knownFields.updates, problem: 'not_published' }];
}
