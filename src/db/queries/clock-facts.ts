import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { AssignmentId, ModuleId, SubmissionId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { appeals, assignments, drafts, jobs, rounds, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';

const running = statement((reader) =>
  reader
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(submissions, eq(submissions.id, assignments.submissionId))
    .where(
      and(
        inArray(assignments.status, ['invited', 'accepted']),
        isNull(rounds.closedAt),
        eq(submissions.state, 'in_review'),
        eq(submissions.held, false),
      ),
    )
    .orderBy(asc(assignments.id)),
);

/** Everybody who is asked or at work in an open round of a case that goes on; none under a hold, where time stands still. */
export function runningAssignments(reader: Reader): AssignmentId[] {
  return running(reader)
    .all()
    .map(({ id }) => id);
}

interface Piece {
  readonly module: ModuleId;
  /** The last case of the piece before. */
  readonly after: string;
  readonly limit: number;
}

const going = statement((reader, { module, after, limit }: Given<Piece>) => {
  const appealed = reader
    .select({ id: appeals.submissionId })
    .from(appeals)
    .where(and(eq(appeals.submissionId, submissions.id), isNull(appeals.answeredAt)));
  return reader
    .select()
    .from(submissions)
    .where(
      and(
        gt(submissions.id, after),
        eq(submissions.module, module),
        eq(submissions.held, false),
        or(
          inArray(submissions.state, ['screening', 'in_review', 'accepted', 'publishing']),
          and(eq(submissions.state, 'rejected'), sql`exists ${appealed}`),
        ),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(limit);
});

/** Cases in which the next move may be a curator's, a piece at a time: a large module has more than memory should hold. */
export function* goingCases(reader: Reader, module: ModuleId, size: number): Generator<SubmissionRow[]> {
  let piece: SubmissionRow[];
  let after = '';
  do {
    piece = going(reader).all({ module, after, limit: size });
    yield piece;
    after = piece.at(-1)?.id ?? after;
  } while (piece.length === size);
}

const waiting = statement((reader) =>
  reader
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.held, false),
        or(
          eq(submissions.state, 'revision'),
          and(eq(submissions.state, 'accepted'), isNotNull(submissions.pageOfferedAt)),
        ),
      ),
    )
    .orderBy(asc(submissions.id)),
);

/** Cases that wait for their submitter: a revision to be answered, a page to be approved. None under a hold. */
export function waitingForSubmitters(reader: Reader): SubmissionRow[] {
  return waiting(reader).all();
}

const savedAt = sql<string>`coalesce(${drafts.savedAt}, ${submissions.createdAt})`;

const draftsBefore = statement((reader, { module, before }: Given<{ module: ModuleId; before: string }>) =>
  reader
    .select({ id: submissions.id, savedAt })
    .from(submissions)
    .leftJoin(drafts, eq(drafts.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.module, module),
        eq(submissions.state, 'draft'),
        eq(submissions.held, false),
        sql`${savedAt} < ${before}`,
      ),
    )
    .orderBy(asc(submissions.id)),
);

/** Drafts in which nothing was saved since an instant, with the time of the last saving. */
export function oldDrafts(reader: Reader, module: ModuleId, before: string): { id: SubmissionId; savedAt: string }[] {
  return draftsBefore(reader).all({ module, before });
}

const jobOfKey = statement((reader, { dedupeKey }: Given<{ dedupeKey: string }>) =>
  reader.select({ at: jobs.queuedAt }).from(jobs).where(eq(jobs.dedupeKey, dedupeKey)),
);

/** When a job of this key was queued; undefined when it never was. */
export function queuedAt(reader: Reader, dedupeKey: string): string | undefined {
  return jobOfKey(reader).get({ dedupeKey })?.at;
}
