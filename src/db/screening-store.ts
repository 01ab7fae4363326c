import type { Tx } from './in-transaction.ts';
import { screenings } from './schema/index.ts';

/** One screening a version; saving it again replaces it, and the history keeps that it was done. */
export function putScreening(tx: Tx, row: typeof screenings.$inferInsert): void {
  const { gates, readForNames, note, by, at } = row;
  tx.insert(screenings)
    .values(row)
    .onConflictDoUpdate({
      target: [screenings.submissionId, screenings.version],
      set: { gates, readForNames, by, at, ...(note === undefined ? {} : { note }) },
    })
    .run();
}
