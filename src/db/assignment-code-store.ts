import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { AssignmentId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { signInRequests } from './schema/index.ts';
import type { SignInRequestRow } from './sign-in-store.ts';

/** Codes mailed to a reviewer that this browser asked for and may still type. */
const mine = (assignmentId: AssignmentId, preHash: string, now: string) =>
  and(
    eq(signInRequests.preHash, preHash),
    eq(signInRequests.purpose, 'assignment'),
    eq(signInRequests.assignmentId, assignmentId),
    isNull(signInRequests.usedAt),
    gt(signInRequests.expiresAt, now),
  );

export function openCodesOf(reader: Reader, id: AssignmentId, preHash: string, now: string): SignInRequestRow[] {
  return reader
    .select()
    .from(signInRequests)
    .where(mine(id, preHash, now))
    .all();
}

/** How many codes were mailed for an assignment since then, from whatever browser. */
export function codesSince(reader: Reader, id: AssignmentId, since: string): number {
  const row = reader
    .select({ count: sql<number>`count(*)` })
    .from(signInRequests)
    .where(and(eq(signInRequests.assignmentId, id), gt(signInRequests.createdAt, since)))
    .get();
  return row?.count ?? 0;
}

/** Counts a wrong code against every open one of the browser; the last try burns them. */
export function countWrongAssignmentCode(
  tx: Tx,
  browser: { readonly assignmentId: AssignmentId; readonly preHash: string },
  now: string,
  tries: number,
): void {
  tx.update(signInRequests)
    .set({
      tries: sql`${signInRequests.tries} + 1`,
      usedAt: sql`case when ${signInRequests.tries} + 1 >= ${tries} then ${now} else null end`,
    })
    .where(mine(browser.assignmentId, browser.preHash, now))
    .run();
}
