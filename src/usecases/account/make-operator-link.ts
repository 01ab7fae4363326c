import { insertSignInRequest } from '../../db/sign-in-store.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

/**
 * A link that signs one person in once, whichever browser opens it: printed by the operator's own command, never
 * mailed. Answers the token; only its hash is stored.
 */
export function makeOperatorLink(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  input: { readonly personId: PersonId; readonly minutes: number },
): string {
  const now = unit.clock.now();
  const token = unit.random.token(32);
  insertSignInRequest(unit.tx, {
    hash: unit.keys.hash('link', token),
    // No code belongs to it: the hash of a secret that nobody keeps.
    codeHash: unit.keys.hash('code', unit.random.token(32)),
    personId: input.personId,
    purpose: 'operator',
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + input.minutes * 60_000).toISOString(),
  });
  return token;
}
