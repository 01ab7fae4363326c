import { and, eq, isNull } from 'drizzle-orm';
import type { DecisionId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import type { DecisionRow } from './queries/shown-state.ts';
import { decisions } from './schema/index.ts';

export function insertDecision(tx: Tx, row: typeof decisions.$inferInsert): void {
  tx.insert(decisions).values(row).run();
}

export function findDecision(reader: Reader, id: DecisionId): DecisionRow | undefined {
  return reader.select().from(decisions).where(eq(decisions.id, id)).get();
}

/** False when somebody seconded it or took it back meanwhile. */
export function secondRow(tx: Tx, id: DecisionId, by: PersonId, at: string, releaseAt: string): boolean {
  const open = and(eq(decisions.id, id), isNull(decisions.secondAt), isNull(decisions.undoneAt));
  return tx.update(decisions).set({ secondBy: by, secondAt: at, releaseAt }).where(open).run().changes === 1;
}

/** False when its letter has left, or it was taken back before. By nobody when the submitter withdrew. */
export function undoRow(tx: Tx, id: DecisionId, by: PersonId | null, at: string): boolean {
  const held = and(eq(decisions.id, id), isNull(decisions.releasedAt), isNull(decisions.undoneAt));
  return tx.update(decisions).set({ undoneBy: by, undoneAt: at }).where(held).run().changes === 1;
}

/** The letter leaves; false when it left before or the decision was taken back. */
export function releaseRow(tx: Tx, id: DecisionId, at: string): boolean {
  const held = and(eq(decisions.id, id), isNull(decisions.releasedAt), isNull(decisions.undoneAt));
  return tx.update(decisions).set({ releasedAt: at }).where(held).run().changes === 1;
}

/** Until when the letter is held back; the decision has taken effect. */
export function setReleaseAt(tx: Tx, id: DecisionId, at: string): void {
  tx.update(decisions).set({ releaseAt: at }).where(eq(decisions.id, id)).run();
}
