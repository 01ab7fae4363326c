import { findPersonByEmail } from '../../db/person-store.ts';
import { forgetSignInRequests, insertSignInRequest, requestsSince } from '../../db/sign-in-store.ts';
import { readEmailAddress } from '../../domain/people/email-address.ts';
import { signInSecrets } from '../../domain/people/sign-in-secrets.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

/** How long a link and its code are good. */
export const SIGN_IN_MINUTES = 10;
const LETTERS_AN_HOUR = 3;
const MINUTE = 60_000;

/**
 * Somebody wants to sign in. Known address or not, the same rows are written and nothing is said: only the letter tells,
 * to the one who owns the address; one to nobody is dropped when its turn comes. `pre` is the browser's cookie: only there the code and the link are good.
 */
export function askForSignIn(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  input: { readonly email: string; readonly pre: string },
): void {
  const { tx, keys } = unit;
  const now = unit.clock.now();
  const at = (minutes: number): string => new Date(now.getTime() + minutes * MINUTE).toISOString();
  const found = findPersonByEmail(tx, readEmailAddress(input.email) ?? '');
  const person = found?.disabledAt === null ? found : undefined;
  const personId = person?.id ?? null;
  const wanted = requestsSince(tx, personId, at(-60)) < LETTERS_AN_HOUR;
  const requestId = unit.random.token(18);
  const secrets = signInSecrets(requestId, (name) => keys.linkFor(name));
  const preHash = keys.hash('pre', input.pre);
  forgetSignInRequests(tx, at(-24 * 60));
  insertSignInRequest(tx, {
    hash: keys.hash('link', secrets.token),
    codeHash: keys.hash('code', `${preHash}:${secrets.code}`),
    preHash,
    personId,
    purpose: 'sign_in',
    createdAt: now.toISOString(),
    expiresAt: at(SIGN_IN_MINUTES),
  });
  enqueueLetter(unit, { name: 'sign_in', requestId, personId: wanted ? personId : null }, requestId);
}
