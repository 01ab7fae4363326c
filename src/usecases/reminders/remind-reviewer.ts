import { queuedAt } from '../../db/queries/clock-facts.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { reminderDue, type Reminder } from '../../domain/assignment/reminders.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Letter } from '../../domain/letters.ts';
import { addDays, dayOf } from '../../domain/submission/days.ts';
import { assignmentAtHand, type AssignmentAtHand } from '../assignment/assignment-at-hand.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

interface DueReminder {
  readonly letter: Letter;
  /** Tells this reminder from the others of the same assignment; the same due day and offset is the same reminder. */
  readonly about: string;
}

/** The reminder that somebody should get now and has not got yet. Reads only: asked often, it is seldom anything. */
export function reviewersReminder(reader: Reader, assignmentId: AssignmentId, now: Date): DueReminder | undefined {
  const found = assignmentAtHand(reader, assignmentId, now);
  if (found?.door !== 'invited' && found?.door !== 'accepted') return undefined;
  const reminder = reminderDue(found.assignment, now, found.definition.policy);
  if (reminder === undefined || isTooSoon(found, reminder)) return undefined;
  const due = letterFor(assignmentId, reminder);
  return queuedAt(reader, `${due.letter.name}:${due.about}`) === undefined ? due : undefined;
}

/** Queues the reminder that is due, once. */
export function remindReviewer(unit: Pick<Unit, 'tx' | 'clock'>, assignmentId: AssignmentId): boolean {
  const due = reviewersReminder(unit.tx, assignmentId, unit.clock.now());
  if (due === undefined) return false;
  enqueueLetter(unit, due.letter, due.about);
  return true;
}

/** Its day was over before the task was taken on: the letter of that day said it all. */
function isTooSoon({ row, definition }: AssignmentAtHand, { offset, due }: Reminder): boolean {
  const since = new Date(row.acceptedAt ?? row.invitedAt);
  return addDays(due, offset) <= dayOf(since, definition.policy.timeZone);
}

function letterFor(assignmentId: AssignmentId, { about, offset, due }: Reminder): DueReminder {
  if (about === 'invitation') return { letter: { name: 'invitation_reminder', assignmentId }, about: assignmentId };
  const letter = { name: 'review_reminder', assignmentId, day: offset } as const;
  return { letter, about: `${assignmentId}:${due}:${String(offset)}` };
}
