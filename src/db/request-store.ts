import { and, asc, eq } from 'drizzle-orm';
import type { DecisionId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { requests } from './schema/index.ts';

export type RequestRow = typeof requests.$inferSelect;

export function insertRequests(tx: Tx, rows: readonly (typeof requests.$inferInsert)[]): void {
  for (const row of rows) tx.insert(requests).values(row).run();
}

/** What was asked about one version and not dropped, in order. */
export function requestsOf(reader: Reader, submissionId: SubmissionId, version: number): RequestRow[] {
  return reader
    .select()
    .from(requests)
    .where(and(eq(requests.submissionId, submissionId), eq(requests.version, version), eq(requests.dropped, false)))
    .orderBy(asc(requests.askedAt), asc(requests.position))
    .all();
}

/** A decision was taken back, and its requests with it. */
export function dropRequestsOf(tx: Tx, decisionId: DecisionId): void {
  tx.update(requests).set({ dropped: true }).where(eq(requests.decisionId, decisionId)).run();
}

export function answerRequest(
  tx: Tx,
  id: string,
  answer: { kind: 'done' | 'not_possible' | null; text: string; at: string },
): void {
  tx.update(requests)
    .set({ answerKind: answer.kind, answerText: answer.text, answeredAt: answer.at })
    .where(eq(requests.id, id))
    .run();
}
