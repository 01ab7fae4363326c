import { findPerson } from '../../db/person-store.ts';
import { countWrongCode, openRequestsOf, useSignInRequest } from '../../db/sign-in-store.ts';
import { readCode } from '../../domain/people/sign-in-secrets.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { openSession, type SignedIn } from './open-session.ts';

const TRIES = 5;

/** A wrong code, or no code that this browser may still type: unknown, used, burnt and too late look the same. */
export interface CodeWrong {
  readonly kind: 'code_wrong';
}

/** A code typed in the browser that asked for it. Five wrong ones burn it. Writes also when it refuses: the try counts. */
export function confirmCode(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  input: { readonly code: string; readonly pre: string; readonly language: string },
): Result<SignedIn, CodeWrong> {
  const { tx, keys } = unit;
  const now = unit.clock.now().toISOString();
  const preHash = keys.hash('pre', input.pre);
  const codeHash = keys.hash('code', `${preHash}:${readCode(input.code)}`);
  const request = openRequestsOf(tx, preHash, now).find((row) => row.codeHash === codeHash);
  const person = request?.personId == null ? undefined : findPerson(tx, request.personId);
  if (request === undefined || person?.disabledAt !== null || !useSignInRequest(tx, request.hash, now)) {
    countWrongCode(tx, preHash, now, TRIES);
    return refuse({ kind: 'code_wrong' });
  }
  return ok(openSession(unit, { id: person.id, language: input.language }));
}
