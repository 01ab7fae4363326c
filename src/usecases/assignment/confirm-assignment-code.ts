import { countWrongAssignmentCode, openCodesOf } from '../../db/assignment-code-store.ts';
import { useSignInRequest } from '../../db/sign-in-store.ts';
import { isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import { readCode } from '../../domain/people/sign-in-secrets.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { CodeWrong } from '../account/confirm-code.ts';
import type { Unit } from '../unit.ts';
import { assignmentAtHand, type AssignmentShut } from './assignment-at-hand.ts';
import { rememberBrowser, type ReviewersBrowser } from './remember-browser.ts';

const TRIES = 5;

export interface CodeTyped extends ReviewersBrowser {
  readonly assignmentId: AssignmentId;
  readonly code: string;
  readonly pre: string;
}

/** A code typed in the browser that asked for it. Five wrong ones burn it. Writes also when it refuses: the try counts. */
export function confirmAssignmentCode(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  input: CodeTyped,
): Result<'remembered', Refusal | AssignmentShut | CodeWrong> {
  const { tx, keys } = unit;
  const at = unit.clock.now();
  const now = at.toISOString();
  const found = assignmentAtHand(tx, input.assignmentId, at);
  if (found === undefined) return refuse({ kind: 'link_ended' });
  const { door, row } = found;
  if (!isOpenDoor(door)) return refuse({ kind: 'assignment_shut', door });
  const preHash = keys.hash('pre', input.pre);
  const codeHash = keys.hash('code', `${preHash}:${readCode(input.code)}`);
  const request = openCodesOf(tx, row.id, preHash, now).find((one) => one.codeHash === codeHash);
  if (request === undefined || !useSignInRequest(tx, request.hash, now)) {
    countWrongAssignmentCode(tx, { assignmentId: row.id, preHash }, now, TRIES);
    return refuse({ kind: 'code_wrong' });
  }
  rememberBrowser(unit, row, input);
  return ok('remembered');
}
