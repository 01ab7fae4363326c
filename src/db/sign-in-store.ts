import { and, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import type { PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { latestIssue } from './latest-issue.ts';
import { signInRequests } from './schema/index.ts';

export type SignInRequestRow = typeof signInRequests.$inferSelect;

export function insertSignInRequest(tx: Tx, row: typeof signInRequests.$inferInsert): void {
  tx.insert(signInRequests).values(row).run();
}

/** A request that was neither used nor burnt and whose time is not over. */
const open = (now: string) =>
  and(
    isNull(signInRequests.usedAt),
    gt(signInRequests.expiresAt, now),
    lte(signInRequests.createdAt, latestIssue(now)),
  );

export function findSignInRequest(reader: Reader, hash: string): SignInRequestRow | undefined {
  return reader.select().from(signInRequests).where(eq(signInRequests.hash, hash)).get();
}

/** The sign-ins that this browser has asked for and may still finish. */
export function openRequestsOf(reader: Reader, preHash: string, now: string): SignInRequestRow[] {
  return reader
    .select()
    .from(signInRequests)
    .where(and(eq(signInRequests.preHash, preHash), eq(signInRequests.purpose, 'sign_in'), open(now)))
    .all();
}

const NOBODY = '' as PersonId;

/** Of nobody, none: asked all the same, for the time must not tell. */
export function requestsSince(reader: Reader, personId: PersonId | null, since: string): number {
  const row = reader
    .select({ count: sql<number>`count(*)` })
    .from(signInRequests)
    .where(and(eq(signInRequests.personId, personId ?? NOBODY), gt(signInRequests.createdAt, since)))
    .get();
  return row?.count ?? 0;
}

/** Uses a request up; false when it was used before, is burnt or is over. Whoever gets true is the only one. */
export function useSignInRequest(tx: Tx, hash: string, now: string): boolean {
  const { changes } = tx
    .update(signInRequests)
    .set({ usedAt: now })
    .where(and(eq(signInRequests.hash, hash), open(now)))
    .run();
  return changes === 1;
}

/** Counts a wrong code against every open request of the browser; the last try burns them. */
export function countWrongCode(tx: Tx, preHash: string, now: string, tries: number): void {
  const mine = and(eq(signInRequests.preHash, preHash), eq(signInRequests.purpose, 'sign_in'), open(now));
  tx.update(signInRequests)
    .set({
      tries: sql`${signInRequests.tries} + 1`,
      usedAt: sql`case when ${signInRequests.tries} + 1 >= ${tries} then ${now} else null end`,
    })
    .where(mine)
    .run();
}

export function forgetSignInRequests(tx: Tx, before: string): void {
  tx.delete(signInRequests).where(lt(signInRequests.expiresAt, before)).run();
}
