import { and, eq, isNull } from 'drizzle-orm';
import type { DecisionId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import type { DecisionRow } from './queries/shown-state.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { decisions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

type ById = Given<{ id: DecisionId }>;

export const insertDecision = insertsInto(decisions);

const byId = statement((reader, { id }: ById) => reader.select().from(decisions).where(eq(decisions.id, id)));

export function findDecision(reader: Reader, id: DecisionId): DecisionRow | undefined {
  return byId(reader).get({ id });
}

const updateUnseconded = updatesOf(decisions, ({ id }: ById) =>
  and(eq(decisions.id, id), isNull(decisions.secondAt), isNull(decisions.undoneAt)),
);

/** False when somebody seconded it or took it back meanwhile. */
export function secondRow(tx: Tx, id: DecisionId, secondBy: PersonId, secondAt: string, releaseAt: string): boolean {
  return updateUnseconded(tx, { secondBy, secondAt, releaseAt }, { id }) === 1;
}

const updateUntold = updatesOf(decisions, ({ id }: ById) =>
  and(eq(decisions.id, id), isNull(decisions.releasedAt), isNull(decisions.undoneAt)),
);

/** False when its letter has left, or it was taken back before. By nobody when the submitter withdrew. */
export function undoRow(tx: Tx, id: DecisionId, undoneBy: PersonId | null, undoneAt: string): boolean {
  return updateUntold(tx, { undoneBy, undoneAt }, { id }) === 1;
}

/** The letter leaves; false when it left before or the decision was taken back. */
export function releaseRow(tx: Tx, id: DecisionId, releasedAt: string): boolean {
  return updateUntold(tx, { releasedAt }, { id }) === 1;
}

const updateDecision = updatesOf(decisions, ({ id }: ById) => eq(decisions.id, id));

/** Until when the letter is held back; the decision has taken effect. */
export function setReleaseAt(tx: Tx, id: DecisionId, releaseAt: string): void {
  updateDecision(tx, { releaseAt }, { id });
}
