import type { Tx } from './in-transaction.ts';
import { notes } from './schema/index.ts';

export function insertNote(tx: Tx, row: typeof notes.$inferInsert): void {
  tx.insert(notes).values(row).run();
}
