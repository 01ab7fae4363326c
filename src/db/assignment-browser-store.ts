import type { AssignmentId } from '../domain/ids.ts';
import type { Tx } from './in-transaction.ts';
import { assignmentBrowsers } from './schema/index.ts';

/** Remembers a browser for one assignment; known already, it is remembered longer. */
export function rememberBrowserRow(
  tx: Tx,
  row: { hash: string; assignmentId: AssignmentId; createdAt: string; expiresAt: string },
): void {
  tx.insert(assignmentBrowsers)
    .values(row)
    .onConflictDoUpdate({ target: assignmentBrowsers.hash, set: { expiresAt: row.expiresAt } })
    .run();
}
