import type { Policy } from '../module/definition.ts';
import { dayOf, daysBetween, type Day } from '../submission/days.ts';
import type { Assignment } from './assignment.ts';

/** Days from the due day of a review on which its writer is reminded. Source: the defaults of the rubric. */
export const reviewReminderDays = [-5, -1, 3, 7, 14] as const;

/** The one reminder of an invitation; the lifecycle names no day, this leaves time for an answer. */
export const INVITATION_REMINDER_DAY = -3;

/** After the last reminder the place is given to an alternate. */
const LAST_REMINDER_DAY = 14;

export interface Reminder {
  readonly about: 'invitation' | 'review';
  /** Days from the due day: below 0 before it. With `due` it names this reminder once and for all. */
  readonly offset: number;
  readonly due: Day;
}

type ReminderPolicy = Pick<Policy, 'timeZone'>;

/**
 * The reminder whose day has come last, so that after a time of silence one is sent and not all that were missed.
 * It is reckoned from the assignment as it is now: what is finished is never chased. The same reminder is answered until the next
 * one's day; whoever sends it keeps `about`, `offset` and `due` to send it once.
 */
export function reminderDue(assignment: Assignment, now: Date, policy: ReminderPolicy): Reminder | undefined {
  if (assignment.status === 'invited' && now <= assignment.respondBy)
    return latest('invitation', [INVITATION_REMINDER_DAY], assignment.respondBy, now, policy);
  if (assignment.status === 'accepted') return latest('review', reviewReminderDays, assignment.reviewDue, now, policy);
  return undefined;
}

function latest(
  about: Reminder['about'],
  offsets: readonly number[],
  dueAt: Date,
  now: Date,
  policy: ReminderPolicy,
): Reminder | undefined {
  const due = dayOf(dueAt, policy.timeZone);
  const today = daysBetween(due, dayOf(now, policy.timeZone));
  const offset = offsets.findLast((day) => day <= today);
  return offset === undefined ? undefined : { about, offset, due };
}

/** Whether the clock should release the place: the review is more than 14 days late, the last reminder was in vain. */
export function placeIsLost(assignment: Assignment, now: Date, policy: ReminderPolicy): boolean {
  if (assignment.status !== 'accepted') return false;
  const { timeZone } = policy;
  return daysBetween(dayOf(assignment.reviewDue, timeZone), dayOf(now, timeZone)) > LAST_REMINDER_DAY;
}
