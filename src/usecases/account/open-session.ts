import { appendHistory } from '../../db/history-store.ts';
import { noteInterfaceLanguage } from '../../db/person-store.ts';
import { deleteDeadSessions, insertSession } from '../../db/session-store.ts';
import { STAFF_IDLE_MINUTES } from '../../db/queries/sessions.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

/** Hours after which a session ends whatever happens. */
const SESSION_HOURS = 12;

/** Whom a sign-in let in, and the secret of the new session: it goes into the cookie and is stored nowhere. */
export interface SignedIn {
  readonly personId: PersonId;
  readonly sid: string;
}

/** A session of its own for every sign-in, never one that was there before. */
export function openSession(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  person: { readonly id: PersonId; readonly language: string },
): SignedIn {
  const now = unit.clock.now();
  const at = now.toISOString();
  const sid = unit.random.token(32);
  deleteDeadSessions(unit.tx, at, new Date(now.getTime() - STAFF_IDLE_MINUTES * 60_000).toISOString());
  insertSession(unit.tx, {
    hash: unit.keys.hash('session', sid),
    personId: person.id,
    createdAt: at,
    seenAt: at,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  });
  noteInterfaceLanguage(unit.tx, person.id, person.language);
  appendHistory(unit.tx, { at, actor: `person:${person.id}`, act: 'signed_in', object: person.id, body: {} });
  return { personId: person.id, sid };
}
