import { asc, desc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import { findAppeal, type AppealRow } from '../appeal-store.ts';
import type { Reader } from '../in-transaction.ts';
import { decisions, holds, requests } from '../schema/index.ts';
import type { HoldRow } from '../hold-store.ts';
import type { RequestRow } from '../request-store.ts';
import { statement, type Given } from '../statement.ts';
import { namesOf } from './names-of.ts';
import type { DecisionRow } from './shown-state.ts';

export type { DecisionRow } from './shown-state.ts';
export type { RequestRow } from '../request-store.ts';

type OfSubmission = Given<{ submissionId: SubmissionId }>;

/** A decision with the names of those who made it and what it asks. */
export interface SeenDecision {
  readonly row: DecisionRow;
  readonly by: string;
  readonly second: string | undefined;
  readonly undoneBy: string | undefined;
  readonly requests: readonly RequestRow[];
}

const decisionsOf = statement((reader, { submissionId }: OfSubmission) =>
  reader
    .select()
    .from(decisions)
    .where(eq(decisions.submissionId, submissionId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id)),
);

const everyRequest = statement((reader, { submissionId }: OfSubmission) =>
  reader.select().from(requests).where(eq(requests.submissionId, submissionId)).orderBy(asc(requests.position)),
);

/** Every decision of a case, the newest first, those taken back too. For staff. */
export function caseDecisions(reader: Reader, submissionId: SubmissionId): SeenDecision[] {
  const rows = decisionsOf(reader).all({ submissionId });
  const names = namesOf(
    reader,
    rows.flatMap((row) => [row.decidedBy, row.secondBy, row.undoneBy]),
  );
  const asked = everyRequest(reader).all({ submissionId });
  return rows.map((row) => ({
    row,
    by: names.get(row.decidedBy) ?? '',
    second: row.secondBy === null ? undefined : names.get(row.secondBy),
    undoneBy: row.undoneBy === null ? undefined : names.get(row.undoneBy),
    requests: asked.filter(({ decisionId }) => decisionId === row.id),
  }));
}

export interface SeenAppeal {
  readonly row: AppealRow;
  readonly answeredBy: string | undefined;
}

export function caseAppeal(reader: Reader, submissionId: SubmissionId): SeenAppeal | undefined {
  const row = findAppeal(reader, submissionId);
  if (row === undefined) return undefined;
  return {
    row,
    answeredBy: row.answeredBy === null ? undefined : namesOf(reader, [row.answeredBy]).get(row.answeredBy),
  };
}

export interface SeenHold {
  readonly row: HoldRow;
  /** Nobody when a rule of the service raised it. */
  readonly raisedBy: string | undefined;
  readonly liftedBy: string | undefined;
}

const holdsOf = statement((reader, { submissionId }: OfSubmission) =>
  reader.select().from(holds).where(eq(holds.submissionId, submissionId)).orderBy(desc(holds.raisedAt), desc(holds.id)),
);

/** Every hold of a case, the newest first. */
export function caseHolds(reader: Reader, submissionId: SubmissionId): SeenHold[] {
  const rows = holdsOf(reader).all({ submissionId });
  const names = namesOf(
    reader,
    rows.flatMap((row) => [row.raisedBy, row.liftedBy]),
  );
  return rows.map((row) => ({
    row,
    raisedBy: row.raisedBy === null ? undefined : names.get(row.raisedBy),
    liftedBy: row.liftedBy === null ? undefined : names.get(row.liftedBy),
  }));
}
