import type { Policy } from '../module/definition.ts';
import { ok, refuse, type Result } from '../result.ts';
import { dayOf, daysBetween, endOfDay, addDays, endOfDayAfter } from '../submission/days.ts';

/** One reviewer asked for one round. Due instants are the last millisecond of a day in the module's time zone. */
export type Assignment =
  | { readonly status: 'invited'; readonly respondBy: Date }
  | { readonly status: 'accepted'; readonly reviewDue: Date }
  /** Edited while the round is open, it stays submitted; `submittedAt` is the time of the newest version. */
  | { readonly status: 'submitted'; readonly submittedAt: Date }
  | { readonly status: 'declined'; readonly endedAt: Date; readonly reason: string | undefined }
  /** `reason` says what the conflict is; it is recorded as a conflict of this person with this submission. */
  | { readonly status: 'recused'; readonly endedAt: Date; readonly reason: string }
  | { readonly status: 'expired'; readonly endedAt: Date }
  | { readonly status: 'released'; readonly endedAt: Date; readonly reason: string };

export type AssignmentStatus = Assignment['status'];

export interface AssignmentTransition {
  readonly from: readonly AssignmentStatus[];
  readonly to: AssignmentStatus;
  readonly by: readonly ('reviewer' | 'curator' | 'clock')[];
}

/** The only place that knows which way an assignment may go. Source: lifecycle of an assignment. */
export const assignmentMoves = {
  accept: { from: ['invited'], to: 'accepted', by: ['reviewer'] },
  decline: { from: ['invited'], to: 'declined', by: ['reviewer'] },
  recuse: { from: ['invited', 'accepted'], to: 'recused', by: ['reviewer'] },
  expire: { from: ['invited'], to: 'expired', by: ['clock'] },
  release: { from: ['invited', 'accepted'], to: 'released', by: ['curator', 'clock'] },
  submit: { from: ['accepted', 'submitted'], to: 'submitted', by: ['reviewer'] },
  return_review: { from: ['submitted'], to: 'accepted', by: ['curator'] },
  extend: { from: ['accepted'], to: 'accepted', by: ['reviewer', 'curator'] },
} as const satisfies Record<string, AssignmentTransition>;

export type AssignmentMove = keyof typeof assignmentMoves;

/** A move with what it brings along. */
export type AssignmentStep =
  | { readonly move: 'accept' | 'expire' | 'submit' | 'return_review' | 'extend' }
  | { readonly move: 'decline'; readonly reason?: string }
  | { readonly move: 'recuse' | 'release'; readonly reason: string };

export type AssignmentRefusal =
  | { readonly kind: 'assignment_move_not_allowed'; readonly move: AssignmentMove; readonly status: AssignmentStatus }
  /** The days to answer are over, whether or not the clock has marked it yet. */
  | { readonly kind: 'invitation_expired'; readonly respondBy: Date }
  /** The clock came early. */
  | { readonly kind: 'invitation_still_open'; readonly respondBy: Date }
  /** There are as many days left as an extension gives; so two presses on the button extend once. */
  | { readonly kind: 'extension_not_needed'; readonly reviewDue: Date };

/** Days that an extension or a returned review gives. The lifecycle leaves the number open. */
export const EXTENSION_DAYS = 7;

type AssignmentPolicy = Pick<Policy, 'timeZone' | 'invitationDays' | 'reviewDays'>;

/** Until when an invitation sent at `invitedAt` may be answered: the end of the day `invitationDays` later. */
export const expiresAt = (invitedAt: Date, policy: AssignmentPolicy): Date =>
  endOfDayAfter(invitedAt, policy.invitationDays, policy.timeZone);

export const invite = (now: Date, policy: AssignmentPolicy): Assignment => ({
  status: 'invited',
  respondBy: expiresAt(now, policy),
});

/** Whether the table knows this move from this status; `nextAssignment` also looks at the clock. */
export const mayMove = (status: AssignmentStatus, move: AssignmentMove): boolean =>
  (assignmentMoves[move].from as readonly AssignmentStatus[]).includes(status);

/** The assignment after a move, or why it cannot make it. A late review is still welcome: `submit` looks at no date. */
export function nextAssignment(
  assignment: Assignment,
  step: AssignmentStep,
  now: Date,
  policy: AssignmentPolicy,
): Result<Assignment, AssignmentRefusal> {
  if (!mayMove(assignment.status, step.move))
    return refuse({ kind: 'assignment_move_not_allowed', move: step.move, status: assignment.status });
  return refusalOfTheClock(assignment, step.move, now, policy) ?? ok(moved(assignment, step, now, policy));
}

function refusalOfTheClock(
  assignment: Assignment,
  move: AssignmentMove,
  now: Date,
  policy: AssignmentPolicy,
): { ok: false; refusal: AssignmentRefusal } | undefined {
  if (assignment.status === 'invited') {
    const { respondBy } = assignment;
    if (move === 'accept' && now > respondBy) return refuse({ kind: 'invitation_expired', respondBy });
    if (move === 'expire' && now <= respondBy) return refuse({ kind: 'invitation_still_open', respondBy });
  }
  if (assignment.status === 'accepted' && move === 'extend') {
    const { reviewDue } = assignment;
    const daysLeft = daysBetween(dayOf(now, policy.timeZone), dayOf(reviewDue, policy.timeZone));
    if (daysLeft >= EXTENSION_DAYS) return refuse({ kind: 'extension_not_needed', reviewDue });
  }
  return undefined;
}

function moved(assignment: Assignment, step: AssignmentStep, now: Date, policy: AssignmentPolicy): Assignment {
  switch (step.move) {
    case 'accept':
      return { status: 'accepted', reviewDue: endOfDayAfter(now, policy.reviewDays, policy.timeZone) };
    case 'decline':
      return { status: 'declined', endedAt: now, reason: step.reason };
    case 'recuse':
      return { status: 'recused', endedAt: now, reason: step.reason };
    case 'expire':
      return { status: 'expired', endedAt: now };
    case 'release':
      return { status: 'released', endedAt: now, reason: step.reason };
    case 'submit':
      return { status: 'submitted', submittedAt: now };
    case 'return_review':
      return { status: 'accepted', reviewDue: endOfDayAfter(now, EXTENSION_DAYS, policy.timeZone) };
    case 'extend':
      return { status: 'accepted', reviewDue: extended(assignment, now, policy) };
  }
}

/** From the day the review was due, or from today where that day has passed. */
function extended(assignment: Assignment, now: Date, policy: AssignmentPolicy): Date {
  const due = assignment.status === 'accepted' && assignment.reviewDue > now ? assignment.reviewDue : now;
  return endOfDay(addDays(dayOf(due, policy.timeZone), EXTENSION_DAYS), policy.timeZone);
}

/** An assignment that still waits for its reviewer. */
export const isOpen = (assignment: Assignment): boolean =>
  assignment.status === 'invited' || assignment.status === 'accepted';

/** Overdue is computed from the clock, never stored: an answer or a review that should have come by now. */
export function isOverdue(assignment: Assignment, now: Date): boolean {
  if (assignment.status === 'invited') return now > assignment.respondBy;
  return assignment.status === 'accepted' && now > assignment.reviewDue;
}
