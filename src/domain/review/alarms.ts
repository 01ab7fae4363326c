import type { Rubric } from '../module/rubric.ts';
import type { ReviewDraft } from './review.ts';

/** Why a review stops a case: `concern`, or the id of a safety gate that it does not let pass. */
export type Alarm = string;

/** The alarm of a safety concern in the reviewer's own words. */
export const CONCERN: Alarm = 'concern';

/** What in a review that is sent stops the case: a safety gate failed or unsure, or a concern. Source: the rubric. */
export function alarmsOf(rubric: Rubric, review: Pick<ReviewDraft, 'gates' | 'safetyConcern'>): Alarm[] {
  return [...openSafetyGates(rubric, review, ['fail', 'unsure']), ...(hasConcern(review) ? [CONCERN] : [])];
}

/**
 * What stops the case as soon as it is saved, before the review is sent: a concern, and a safety gate that fails.
 * "Unsure" may wait: a reviewer who is still reading often is. Only what was not saved before counts.
 */
export function alarmsOfSaving(
  rubric: Rubric,
  before: Pick<ReviewDraft, 'gates' | 'safetyConcern'>,
  after: Pick<ReviewDraft, 'gates' | 'safetyConcern'>,
): Alarm[] {
  const known = openSafetyGates(rubric, before, ['fail']);
  const failed = openSafetyGates(rubric, after, ['fail']).filter((gate) => !known.includes(gate));
  return [...failed, ...(hasConcern(after) && after.safetyConcern !== before.safetyConcern ? [CONCERN] : [])];
}

const hasConcern = ({ safetyConcern }: Pick<ReviewDraft, 'safetyConcern'>): boolean => safetyConcern.trim() !== '';

const openSafetyGates = (
  rubric: Rubric,
  { gates }: Pick<ReviewDraft, 'gates'>,
  verdicts: readonly string[],
): string[] =>
  rubric.gates.filter(({ id, safety }) => safety && verdicts.includes(gates[id]?.verdict ?? '')).map(({ id }) => id);
