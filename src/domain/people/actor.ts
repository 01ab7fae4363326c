import type { AssignmentId, ModuleId, PersonId, SubmissionId } from '../ids.ts';

export const roles = ['reviewer', 'curator', 'safety', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface RoleInModule {
  readonly module: ModuleId;
  readonly role: Role;
}

/** Whoever asks. A submitter is known by a receipt, a reviewer by the link of one assignment, staff by a session. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'submitter'; readonly submissionId: SubmissionId }
  | { readonly kind: 'reviewer'; readonly personId: PersonId; readonly assignmentId: AssignmentId }
  | Staff
  | { readonly kind: 'service' };

export interface Staff {
  readonly kind: 'staff';
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly RoleInModule[];
}

/** How an actor is written in the history: ids only, never a name or an address. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
    case 'service':
      return actor.kind;
    case 'submitter':
      return `submitter:${actor.submissionId}`;
    case 'reviewer':
    case 'staff':
      return `person:${actor.personId}`;
  }
}
