import type { Answers } from '../module/form.ts';
import { knownFields } from '../module/known-fields.ts';
import type { PublicId } from '../ids.ts';
import { isPublicId } from './public-id.ts';

/** The kinds of contribution that change a page which is published already. */
const changingKinds: readonly unknown[] = ['update', 'correction'];

/** What was typed as the number of the page to change; undefined when nothing was, or when none is asked. */
export function typedPractice(answers: Answers): string | undefined {
  const typed = answers[knownFields.updates];
  if (!changingKinds.includes(answers[knownFields.kind]) || typeof typed !== 'string') return undefined;
  return typed.trim() === '' ? undefined : typed.trim();
}

/** The practice whose page an update or a correction names. Whether it is published is for the database to say. */
export function namedPractice(answers: Answers): PublicId | undefined {
  const typed = typedPractice(answers)?.toUpperCase();
  return typed !== undefined && isPublicId(typed) ? typed : undefined;
}
