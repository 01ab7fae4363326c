import { and, eq, lt, or } from 'drizzle-orm';
import type { PersonId } from '../domain/ids.ts';
import type { Tx } from './in-transaction.ts';
import { sessions } from './schema/index.ts';

export function insertSession(tx: Tx, row: typeof sessions.$inferInsert): void {
  tx.insert(sessions).values(row).run();
}

/** Sessions are rows, so that what ends them ends them everywhere and at once. */
export function deleteSession(tx: Tx, hash: string): boolean {
  return tx.delete(sessions).where(eq(sessions.hash, hash)).run().changes === 1;
}

export function deleteSessionsOf(tx: Tx, personId: PersonId): void {
  tx.delete(sessions).where(eq(sessions.personId, personId)).run();
}

/** Notes that a session is in use. */
export function touchSession(tx: Tx, hash: string, now: string): void {
  tx.update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.hash, hash), lt(sessions.seenAt, now)))
    .run();
}

export function deleteDeadSessions(tx: Tx, now: string, idleSince: string): void {
  tx.delete(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.seenAt, idleSince)))
    .run();
}
