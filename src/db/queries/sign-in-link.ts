import { and, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Reader } from '../in-transaction.ts';
import { latestIssue } from '../latest-issue.ts';
import { people, signInRequests } from '../schema/index.ts';

export interface SignInLink {
  /** The browser that asked for it; none for an operator's link. */
  readonly preHash: string | null;
  readonly email: string;
}

/** What a link would do now; undefined when it is unknown, used, over, or its person disabled. Changes nothing. */
export function signInLink(reader: Reader, hash: string, now: Date): SignInLink | undefined {
  return reader
    .select({ preHash: signInRequests.preHash, email: people.email })
    .from(signInRequests)
    .innerJoin(people, eq(people.id, signInRequests.personId))
    .where(
      and(
        eq(signInRequests.hash, hash),
        ne(signInRequests.purpose, 'assignment'),
        isNull(signInRequests.usedAt),
        gt(signInRequests.expiresAt, now.toISOString()),
        lte(signInRequests.createdAt, latestIssue(now.toISOString())),
        isNull(people.disabledAt),
      ),
    )
    .get();
}
