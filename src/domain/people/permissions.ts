import type { AssignmentId, ModuleId, PersonId, SubmissionId } from '../ids.ts';
import type { Move, Mover, Transition } from '../submission/state.ts';
import { transitions } from '../submission/state.ts';
import type { Actor, Role } from './actor.ts';

/** What a permission question needs to know of a case. */
export interface CaseRef {
  readonly submissionId: SubmissionId;
  readonly module: ModuleId;
  /** People who have a part in it (a conflict, a recusal, a review): they may not act as curators of it. */
  readonly partTakers: readonly PersonId[];
}

const hasRole = (actor: Actor, module: ModuleId, role: Role): boolean =>
  actor.kind === 'staff' && actor.roles.some((held) => held.module === module && held.role === role);

/** Is this the person whose receipt opened the case? */
export const isSubmitterOf = (actor: Actor, ref: CaseRef): boolean =>
  actor.kind === 'submitter' && actor.submissionId === ref.submissionId;

export const mayCurate = (actor: Actor, module: ModuleId): boolean => hasRole(actor, module, 'curator');

export const isSafety = (actor: Actor, module: ModuleId): boolean => hasRole(actor, module, 'safety');

/** Staff of the module, without a part of their own in the case. */
export const maySeeCase = (actor: Actor, ref: CaseRef): boolean =>
  (mayCurate(actor, ref.module) || isSafety(actor, ref.module)) && !hasPart(actor, ref);

export const hasPart = (actor: Actor, ref: CaseRef): boolean =>
  actor.kind === 'staff' && ref.partTakers.includes(actor.personId);

export const mayManagePeople = (actor: Actor, module: ModuleId): boolean =>
  mayCurate(actor, module) || hasRole(actor, module, 'admin');

export const maySeeTrouble = (actor: Actor, module: ModuleId): boolean =>
  mayManagePeople(actor, module) || isSafety(actor, module);

/** A reviewer sees one assignment: that of the link. */
export const mayReview = (actor: Actor, assignmentId: AssignmentId): boolean =>
  actor.kind === 'reviewer' && actor.assignmentId === assignmentId;

/** May this actor make this move on this case? Derived from the workflow's own table. */
export function mayMove(actor: Actor, move: Move, ref: CaseRef): boolean {
  const transition: Transition = transitions[move];
  return transition.by.some((mover) => isMover(actor, mover, ref));
}

function isMover(actor: Actor, mover: Mover, ref: CaseRef): boolean {
  switch (mover) {
    case 'submitter':
      return isSubmitterOf(actor, ref);
    case 'curator':
      return mayCurate(actor, ref.module) && !hasPart(actor, ref);
    case 'safety':
      return isSafety(actor, ref.module) && !hasPart(actor, ref);
    case 'forge':
    case 'clock':
      return actor.kind === 'service';
  }
}
