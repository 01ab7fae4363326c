import { findReviewDraft, putReviewDraft } from '../../db/review-store.ts';
import { noteInterfaceLanguage } from '../../db/person-store.ts';
import { isAtWork, isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alarmsOfSaving } from '../../domain/review/alarms.ts';
import { samePart, withPart, type ReviewPart } from '../../domain/review/review-parts.ts';
import { emptyReview, type ReviewDraft } from '../../domain/review/review.ts';
import { ownAssignment, type AssignmentShut } from '../assignment/assignment-at-hand.ts';
import type { Unit } from '../unit.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { reviewMark } from './review-mark.ts';

export interface SavePartInput {
  readonly assignmentId: AssignmentId;
  readonly part: ReviewPart;
  /** What was typed on this page; of the other pages nothing is read. */
  readonly typed: ReviewDraft;
  /** `reviewMark` of the page as it was shown. */
  readonly seen: string;
  readonly language: string;
}

/**
 * Keeps one page of the review, complete or not. `changed_meanwhile` when it was changed in another tab since it was
 * shown; the same words twice are no change. A concern and a failed safety gate stop the case at once. While the case
 * is paused the words are kept all the same: nobody loses a page to a hold that came while they wrote it.
 */
export function saveReviewPart(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: SavePartInput,
): Result<'saved' | 'unchanged', Refusal | AssignmentShut> {
  const { tx, keys } = unit;
  const { part, typed, assignmentId } = input;
  const found = ownAssignment(tx, actor, assignmentId, unit.clock.now());
  if (!found.ok) return found;
  const { door, row, definition } = found.value;
  const working = row.status === 'accepted' || row.status === 'submitted';
  if (!isOpenDoor(door) && !(door === 'paused' && working)) return refuse({ kind: 'assignment_shut', door });
  if (!isAtWork(door) && door !== 'paused') return refuse({ kind: 'changed_meanwhile' });
  const stored = findReviewDraft(tx, assignmentId)?.answers ?? emptyReview;
  if (samePart(part, stored, typed)) return ok('unchanged');
  if (reviewMark(keys, part, stored) !== input.seen) return refuse({ kind: 'changed_meanwhile' });
  const draft = withPart(stored, part, typed);
  putReviewDraft(tx, assignmentId, draft, unit.clock.now().toISOString());
  noteInterfaceLanguage(tx, row.personId, input.language);
  raiseAlarm(unit, actor, found.value, alarmsOfSaving(definition.rubric, stored, draft), draft.safetyConcern);
  return ok('saved');
}
