import type { Request } from 'express';
import {
  assignmentOf,
  assignmentOfLink,
  isKnownBrowser,
  type ReviewersAssignment,
} from '../../db/queries/reviewer-desk.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

/** The assignment whose link this is, in whatever browser. */
export function linkedAssignment({ deps }: WebKit, req: Request): ReviewersAssignment | undefined {
  return assignmentOfLink(deps.db, deps.keys.hash('link', tokenOf(req)), deps.clock.now());
}

/** The assignment of this address, if this browser is remembered for it; any other is not there. */
export function openAssignment(kit: WebKit, req: Request): ReviewersAssignment | undefined {
  const { assignment } = req.params;
  if (typeof assignment !== 'string') return undefined;
  const id = assignment as AssignmentId;
  return isRemembered(kit, req, id) ? assignmentOf(kit.deps.db, id, kit.deps.clock.now()) : undefined;
}

/** The assignment of this address, if the person who is signed in was asked for it; any other is not there. */
export function signedInAssignment({ deps }: WebKit, req: Request): ReviewersAssignment | undefined {
  const { assignment } = req.params;
  const { staff } = visitOf(req);
  if (typeof assignment !== 'string' || staff === undefined) return undefined;
  const found = assignmentOf(deps.db, assignment as AssignmentId, deps.clock.now());
  return found?.personId === staff.personId ? found : undefined;
}

export function isRemembered({ deps }: WebKit, req: Request, id: AssignmentId): boolean {
  const { browser } = visitOf(req);
  if (browser === undefined) return false;
  return isKnownBrowser(deps.db, deps.keys.hash('browser', `${browser}|${id}`), id, deps.clock.now());
}

/** Whoever holds the link or the browser acts as the reviewer of this one assignment. */
export const reviewerOf = ({ id, personId }: ReviewersAssignment): Actor => ({
  kind: 'reviewer',
  personId,
  assignmentId: id,
});

export function tokenOf(req: Request): string {
  const { token } = req.params;
  return typeof token === 'string' ? token : '';
}

export const bodyOf = (req: Request): Readonly<Record<string, unknown>> =>
  (req.body ?? {}) as Readonly<Record<string, unknown>>;

/** One posted text by its name; nothing when there is none, or several. */
export function postedText(req: Request, name: string): string {
  const value = bodyOf(req)[name];
  return typeof value === 'string' ? value : '';
}
