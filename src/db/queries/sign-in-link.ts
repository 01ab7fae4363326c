import { and, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Reader } from '../in-transaction.ts';
import { latestIssue } from '../latest-issue.ts';
import { people, signInRequests } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

export interface SignInLink {
  /** The browser that asked for it; none for an operator's link. */
  readonly preHash: string | null;
  readonly email: string;
}

type Good = Given<{ hash: string; now: string; latest: string }>;

const goodLink = statement((reader, { hash, now, latest }: Good) =>
  reader
    .select({ preHash: signInRequests.preHash, email: people.email })
    .from(signInRequests)
    .innerJoin(people, eq(people.id, signInRequests.personId))
    .where(
      and(
        eq(signInRequests.hash, hash),
        ne(signInRequests.purpose, 'assignment'),
        isNull(signInRequests.usedAt),
        gt(signInRequests.expiresAt, now),
        lte(signInRequests.createdAt, latest),
        isNull(people.disabledAt),
      ),
    ),
);

/** What a link would do now; undefined when it is unknown, used, over, or its person disabled. Changes nothing. */
export function signInLink(reader: Reader, hash: string, now: Date): SignInLink | undefined {
  const at = now.toISOString();
  return goodLink(reader).get({ hash, now: at, latest: latestIssue(at) });
}
