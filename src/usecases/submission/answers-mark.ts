import type { Answers, Field } from '../../domain/module/form.ts';
import type { Keys } from '../../ports/keys.ts';

/**
 * Stands for the answers to some fields as they were shown. A page sends it back when it is saved, so that a second
 * tab is noticed, and only where it changed the same page.
 */
export function answersMark(keys: Pick<Keys, 'hash'>, fields: readonly Pick<Field, 'id'>[], answers: Answers): string {
  return keys.hash('body', JSON.stringify(fields.map(({ id }) => [id, answers[id] ?? null])));
}
