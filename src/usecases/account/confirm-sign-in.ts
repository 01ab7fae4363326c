import { findPerson } from '../../db/person-store.ts';
import { findSignInRequest, useSignInRequest } from '../../db/sign-in-store.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { openSession, type SignedIn } from './open-session.ts';

/** The button on the page of a link. Works once, in time, and for a mailed link only in the browser that asked. */
export function confirmSignIn(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  input: { readonly token: string; readonly pre: string; readonly language: string },
): Result<SignedIn, Refusal> {
  const { tx, keys } = unit;
  const request = findSignInRequest(tx, keys.hash('link', input.token));
  if (request === undefined || request.personId === null || request.purpose === 'assignment')
    return refuse({ kind: 'link_ended' });
  if (request.purpose === 'sign_in' && request.preHash !== keys.hash('pre', input.pre))
    return refuse({ kind: 'not_permitted' });
  const person = findPerson(tx, request.personId);
  if (person?.disabledAt !== null) return refuse({ kind: 'link_ended' });
  if (!useSignInRequest(tx, request.hash, unit.clock.now().toISOString())) return refuse({ kind: 'link_ended' });
  return ok(openSession(unit, { id: person.id, language: input.language }));
}
