import { and, desc, eq, isNull } from 'drizzle-orm';
import type { RoundId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { rounds, screenings } from './schema/index.ts';

export type RoundRow = typeof rounds.$inferSelect;
export type ScreeningRow = typeof screenings.$inferSelect;

export function insertRound(tx: Tx, row: typeof rounds.$inferInsert): void {
  tx.insert(rounds).values(row).run();
}

export function findRound(reader: Reader, id: RoundId): RoundRow | undefined {
  return reader.select().from(rounds).where(eq(rounds.id, id)).get();
}

/** The newest round of a case, open or closed. */
export function latestRound(reader: Reader, submissionId: SubmissionId): RoundRow | undefined {
  return reader
    .select()
    .from(rounds)
    .where(eq(rounds.submissionId, submissionId))
    .orderBy(desc(rounds.number))
    .limit(1)
    .get();
}

/** False when it was closed already. */
export function closeRoundRow(tx: Tx, id: RoundId, at: string): boolean {
  return (
    tx
      .update(rounds)
      .set({ closedAt: at })
      .where(and(eq(rounds.id, id), isNull(rounds.closedAt)))
      .run().changes === 1
  );
}

/** A decision was taken back: its round goes on. */
export function reopenRoundRow(tx: Tx, id: RoundId): void {
  tx.update(rounds).set({ closedAt: null }).where(eq(rounds.id, id)).run();
}

/** One more review is wanted than before. */
export function wantMore(tx: Tx, round: RoundRow): void {
  tx.update(rounds)
    .set({ target: round.target + 1 })
    .where(eq(rounds.id, round.id))
    .run();
}

export function findScreening(reader: Reader, submissionId: SubmissionId, version: number): ScreeningRow | undefined {
  return reader
    .select()
    .from(screenings)
    .where(and(eq(screenings.submissionId, submissionId), eq(screenings.version, version)))
    .get();
}
