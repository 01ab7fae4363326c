import { and, asc, eq } from 'drizzle-orm';
import type { PersonId, RoundId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { alternates } from './schema/index.ts';

/** The ranked list of a round, best first. */
export function insertAlternates(tx: Tx, roundId: RoundId, ranked: readonly PersonId[]): void {
  ranked.forEach((personId, index) => {
    tx.insert(alternates)
      .values({ roundId, personId, rank: index + 1 })
      .run();
  });
}

export function alternatesOf(reader: Reader, roundId: RoundId): PersonId[] {
  return reader
    .select({ personId: alternates.personId })
    .from(alternates)
    .where(eq(alternates.roundId, roundId))
    .orderBy(asc(alternates.rank))
    .all()
    .map(({ personId }) => personId);
}

export function notePromoted(tx: Tx, roundId: RoundId, personId: PersonId, at: string): void {
  tx.update(alternates)
    .set({ promotedAt: at })
    .where(and(eq(alternates.roundId, roundId), eq(alternates.personId, personId)))
    .run();
}
