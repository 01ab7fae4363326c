import { codesSince } from '../../db/assignment-code-store.ts';
import { forgetSignInRequests, insertSignInRequest } from '../../db/sign-in-store.ts';
import { isAtWork, isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';
import { assignmentAtHand, type AssignmentShut } from './assignment-at-hand.ts';
import { assignmentCode } from './assignment-code.ts';

export const CODE_MINUTES = 10;
const LETTERS_AN_HOUR = 3;

/**
 * Somebody with the link, in a browser that is not remembered, asks for a code: it goes to the reviewer's own address
 * and is good in this browser alone. `pre` is the browser's cookie. More than three an hour are not mailed.
 */
export function requestAssignmentCode(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  input: { readonly assignmentId: AssignmentId; readonly pre: string },
): Result<'asked', Refusal | AssignmentShut> {
  const { tx, keys } = unit;
  const now = unit.clock.now();
  const at = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();
  const found = assignmentAtHand(tx, input.assignmentId, now);
  if (found === undefined) return refuse({ kind: 'link_ended' });
  const { door, row } = found;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  if (!isAtWork(door)) return refuse({ kind: 'changed_meanwhile' });
  if (codesSince(tx, row.id, at(-60)) >= LETTERS_AN_HOUR) return ok('asked');
  const requestHash = unit.random.token(18);
  const preHash = keys.hash('pre', input.pre);
  forgetSignInRequests(tx, at(-24 * 60));
  insertSignInRequest(tx, {
    hash: requestHash,
    codeHash: keys.hash('code', `${preHash}:${assignmentCode(keys, requestHash)}`),
    preHash,
    purpose: 'assignment',
    assignmentId: row.id,
    createdAt: now.toISOString(),
    expiresAt: at(CODE_MINUTES),
  });
  enqueueLetter(unit, { name: 'assignment_code', assignmentId: row.id, requestHash }, requestHash);
  return ok('asked');
}
