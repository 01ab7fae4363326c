import type { Tx } from './in-transaction.ts';
import { conflicts } from './schema/index.ts';

/** Writes down why somebody must not review a case; said before, the newer words stand. */
export function putConflict(tx: Tx, row: typeof conflicts.$inferInsert): void {
  tx.insert(conflicts)
    .values(row)
    .onConflictDoUpdate({
      target: [conflicts.submissionId, conflicts.personId, conflicts.kind],
      set: { reason: row.reason, at: row.at },
    })
    .run();
}
