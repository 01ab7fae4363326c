import { and, eq, lt, or } from 'drizzle-orm';
import type { PersonId } from '../domain/ids.ts';
import type { Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { sessions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export const insertSession = insertsInto(sessions);

const deleteByHash = statement((tx: Tx, { hash }: Given<{ hash: string }>) =>
  tx.delete(sessions).where(eq(sessions.hash, hash)),
);

/** Sessions are rows, so that what ends them ends them everywhere and at once. */
export function deleteSession(tx: Tx, hash: string): boolean {
  return deleteByHash(tx).run({ hash }).changes === 1;
}

export function deleteSessionsOf(tx: Tx, personId: PersonId): void {
  tx.delete(sessions).where(eq(sessions.personId, personId)).run();
}

const updateSeenBefore = updatesOf(sessions, ({ hash, now }: Given<{ hash: string; now: string }>) =>
  and(eq(sessions.hash, hash), lt(sessions.seenAt, now)),
);

/** Notes that a session is in use. */
export function touchSession(tx: Tx, hash: string, now: string): void {
  updateSeenBefore(tx, { seenAt: now }, { hash, now });
}

export function deleteDeadSessions(tx: Tx, now: string, idleSince: string): void {
  tx.delete(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.seenAt, idleSince)))
    .run();
}
