import { and, asc, eq } from 'drizzle-orm';
import type { PersonId, RoundId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { alternates } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

const insertAlternate = insertsInto(alternates);

/** The ranked list of a round, best first. */
export function insertAlternates(tx: Tx, roundId: RoundId, ranked: readonly PersonId[]): void {
  ranked.forEach((personId, index) => {
    insertAlternate(tx, { roundId, personId, rank: index + 1 });
  });
}

const ofRound = statement((reader, { roundId }: Given<{ roundId: RoundId }>) =>
  reader
    .select({ personId: alternates.personId })
    .from(alternates)
    .where(eq(alternates.roundId, roundId))
    .orderBy(asc(alternates.rank)),
);

export function alternatesOf(reader: Reader, roundId: RoundId): PersonId[] {
  return ofRound(reader)
    .all({ roundId })
    .map(({ personId }) => personId);
}

const updateOne = updatesOf(alternates, ({ roundId, personId }: Given<{ roundId: RoundId; personId: PersonId }>) =>
  and(eq(alternates.roundId, roundId), eq(alternates.personId, personId)),
);

export function notePromoted(tx: Tx, roundId: RoundId, personId: PersonId, promotedAt: string): void {
  updateOne(tx, { promotedAt }, { roundId, personId });
}
