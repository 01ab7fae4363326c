import { and, desc, eq, isNull } from 'drizzle-orm';
import type { RoundId, SubmissionId } from '../domain/ids.ts';
import { noteWanted } from './case-score-store.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { rounds, screenings } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type RoundRow = typeof rounds.$inferSelect;
export type ScreeningRow = typeof screenings.$inferSelect;

export const insertRound = insertsInto(rounds);

const byId = statement((reader, { id }: Given<{ id: RoundId }>) =>
  reader.select().from(rounds).where(eq(rounds.id, id)),
);

export function findRound(reader: Reader, id: RoundId): RoundRow | undefined {
  return byId(reader).get({ id });
}

const newestOf = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(rounds).where(eq(rounds.submissionId, submissionId)).orderBy(desc(rounds.number)).limit(1),
);

/** The newest round of a case, open or closed. */
export function latestRound(reader: Reader, submissionId: SubmissionId): RoundRow | undefined {
  return newestOf(reader).get({ submissionId });
}

const updateOpen = updatesOf(rounds, ({ id }: Given<{ id: RoundId }>) =>
  and(eq(rounds.id, id), isNull(rounds.closedAt)),
);

/** False when it was closed already. */
export function closeRoundRow(tx: Tx, id: RoundId, at: string): boolean {
  return updateOpen(tx, { closedAt: at }, { id }) === 1;
}

const updateRound = updatesOf(rounds, ({ id }: Given<{ id: RoundId }>) => eq(rounds.id, id));

/** A decision was taken back: its round goes on. */
export function reopenRoundRow(tx: Tx, id: RoundId): void {
  updateRound(tx, { closedAt: null }, { id });
}

/** One more review is wanted than before. */
export function wantMore(tx: Tx, { id, target }: RoundRow): void {
  updateRound(tx, { target: target + 1 }, { id });
  noteWanted(tx, id, target + 1);
}

const screeningOf = statement(
  (reader, { submissionId, version }: Given<{ submissionId: SubmissionId; version: number }>) =>
    reader
      .select()
      .from(screenings)
      .where(and(eq(screenings.submissionId, submissionId), eq(screenings.version, version))),
);

export function findScreening(reader: Reader, submissionId: SubmissionId, version: number): ScreeningRow | undefined {
  return screeningOf(reader).get({ submissionId, version });
}
