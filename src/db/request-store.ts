import { and, asc, eq } from 'drizzle-orm';
import type { DecisionId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { requests } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type RequestRow = typeof requests.$inferSelect;

const insertRequest = insertsInto(requests);

export function insertRequests(tx: Tx, rows: readonly (typeof requests.$inferInsert)[]): void {
  for (const row of rows) insertRequest(tx, row);
}

const ofVersion = statement(
  (reader, { submissionId, version }: Given<{ submissionId: SubmissionId; version: number }>) =>
    reader
      .select()
      .from(requests)
      .where(and(eq(requests.submissionId, submissionId), eq(requests.version, version), eq(requests.dropped, false)))
      .orderBy(asc(requests.askedAt), asc(requests.position)),
);

/** What was asked about one version and not dropped, in order. */
export function requestsOf(reader: Reader, submissionId: SubmissionId, version: number): RequestRow[] {
  return ofVersion(reader).all({ submissionId, version });
}

const updateOfDecision = updatesOf(requests, ({ decisionId }: Given<{ decisionId: DecisionId }>) =>
  eq(requests.decisionId, decisionId),
);

/** A decision was taken back, and its requests with it. */
export function dropRequestsOf(tx: Tx, decisionId: DecisionId): void {
  updateOfDecision(tx, { dropped: true }, { decisionId });
}

const updateRequest = updatesOf(requests, ({ id }: Given<{ id: string }>) => eq(requests.id, id));

export function answerRequest(
  tx: Tx,
  id: string,
  answer: { kind: 'done' | 'not_possible' | null; text: string; at: string },
): void {
  updateRequest(tx, { answerKind: answer.kind, answerText: answer.text, answeredAt: answer.at }, { id });
}
