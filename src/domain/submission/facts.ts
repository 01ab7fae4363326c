import { cleanLine } from '../module/clean-text.ts';
import type { Answers } from '../module/form.ts';
import { knownFields } from '../module/known-fields.ts';
import { readDay, type Day } from './days.ts';

/** What lists show of a submission, taken from its answers. */
export interface SubmissionFacts {
  readonly language: string;
  readonly kind: string;
  readonly title: string;
  readonly embargoUntil: Day | null;
}

export function factsOf(answers: Answers): SubmissionFacts {
  return {
    language: text(answers, knownFields.language),
    kind: text(answers, knownFields.kind),
    title: text(answers, knownFields.title),
    embargoUntil: readDay(text(answers, knownFields.embargo)) ?? null,
  };
}

/** More than any form allows; an unfinished draft may hold anything. */
const LONGEST = 300;

function text(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? cleanLine(value).trim().slice(0, LONGEST) : '';
}
