import type { Answers, AnswerValue } from './form.ts';

/** Every text in an answer, or in all of them, however deep. */
export function textsIn(value: Answers | AnswerValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part: AnswerValue) => textsIn(part));
}
