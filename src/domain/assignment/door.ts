import type { SubmissionState } from '../submission/state.ts';
import type { AssignmentStatus } from './assignment.ts';

/**
 * What the link of an assignment opens: the invitation, the review, or nothing. `paused` is all that anybody outside
 * is told of a hold; `closed` stands for a round that was decided and for a case that was withdrawn alike.
 */
export type Door =
  'invited' | 'accepted' | 'submitted' | 'paused' | 'expired' | 'declined' | 'recused' | 'released' | 'closed';

export type OpenDoor = 'invited' | 'accepted' | 'submitted';
export type ShutDoor = Exclude<Door, OpenDoor>;

export interface DoorFacts {
  readonly status: AssignmentStatus;
  readonly respondBy: Date;
  readonly roundClosed: boolean;
  readonly state: SubmissionState;
  readonly held: boolean;
}

/** An invitation is over with its last day, whether or not the clock has marked it yet. */
export function doorOf(facts: DoorFacts, now: Date): Door {
  const { status } = facts;
  if (isEnd(status)) return status;
  if (facts.roundClosed || facts.state !== 'in_review') return 'closed';
  if (facts.held) return 'paused';
  return status === 'invited' && now > facts.respondBy ? 'expired' : status;
}

const isEnd = (status: AssignmentStatus): status is 'declined' | 'recused' | 'expired' | 'released' =>
  status !== 'invited' && status !== 'accepted' && status !== 'submitted';

export const isOpenDoor = (door: Door): door is OpenDoor =>
  door === 'invited' || door === 'accepted' || door === 'submitted';

/** May somebody work at the review? */
export const isAtWork = (door: Door): door is 'accepted' | 'submitted' => door === 'accepted' || door === 'submitted';
