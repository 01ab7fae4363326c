import { insertRequests } from '../../db/request-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { DecisionId, PersonId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

/** One thing asked of the submitter, as a curator wrote it or took it over from a review. */
export interface AskedRequest {
  readonly field: string | undefined;
  readonly level: 'must' | 'should';
  readonly editorial: boolean;
  readonly text: string;
}

/** Writes requests about the present version, in the order given. */
export function insertAsked(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  asked: {
    submission: SubmissionRow;
    decisionId: DecisionId | null;
    askedBy: PersonId;
    requests: readonly AskedRequest[];
  },
): void {
  const askedAt = unit.clock.now().toISOString();
  const rows = asked.requests.map((request, position) => ({
    id: unit.random.token(12),
    submissionId: asked.submission.id,
    version: asked.submission.version,
    decisionId: asked.decisionId,
    position,
    field: request.field ?? null,
    level: request.level,
    editorial: request.editorial,
    text: request.text.trim(),
    askedBy: asked.askedBy,
    askedAt,
  }));
  insertRequests(unit.tx, rows);
}
