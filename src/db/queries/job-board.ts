import { and, asc, eq, gt, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Job } from '../../domain/jobs.ts';
import type { ModuleId, PublicId } from '../../domain/ids.ts';
import type { Reader } from '../in-transaction.ts';
import { jobs, publications, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** A job that a person should look at. */
export interface BoardJob {
  readonly id: number;
  readonly job: Job;
  readonly attempts: number;
  readonly lastError: string;
  readonly queuedAt: string;
  /** When it is tried next; none for one that was given up. */
  readonly nextTry: string | undefined;
}

const MOST = 50;

const deadJobs = statement((reader) =>
  reader
    .select()
    .from(jobs)
    .where(sql`${jobs.state} = 'dead'`)
    .orderBy(asc(jobs.id))
    .limit(MOST),
);

const failingJobs = statement((reader) =>
  reader
    .select()
    .from(jobs)
    .where(and(sql`${jobs.state} = 'due'`, isNotNull(jobs.lastError), gt(jobs.attempts, 0)))
    .orderBy(asc(jobs.runAfter))
    .limit(MOST),
);

/** Given up, and failing for the moment; the oldest first. */
export function jobBoard(reader: Reader): { dead: BoardJob[]; failing: BoardJob[] } {
  return { dead: deadJobs(reader).all().map(toBoardJob), failing: failingJobs(reader).all().map(toBoardJob) };
}

function toBoardJob(row: typeof jobs.$inferSelect): BoardJob {
  return {
    id: row.id,
    job: row.payload,
    attempts: row.attempts,
    lastError: row.lastError ?? '',
    queuedAt: row.queuedAt,
    nextTry: row.state === 'due' ? row.runAfter : undefined,
  };
}

const troubled = statement((reader, { module, dayAgo }: Given<{ module: ModuleId; dayAgo: string }>) =>
  reader
    .select({ publicId: submissions.publicId, trouble: publications.trouble })
    .from(publications)
    .innerJoin(submissions, eq(submissions.id, publications.submissionId))
    .where(
      and(
        eq(submissions.module, module),
        sql`${publications.state} in ('queued', 'open')`,
        or(
          isNotNull(publications.trouble),
          and(
            eq(publications.state, 'queued'),
            sql`${publications.notBefore} is null`,
            lt(publications.queuedAt, dayAgo),
          ),
        ),
      ),
    )
    .orderBy(publications.queuedAt)
    .limit(MOST),
);

/** Changes of a module that the forge has something against, or that have waited for it for a day. */
export function troubledPublications(
  reader: Reader,
  module: ModuleId,
  now: Date,
): { publicId: PublicId; trouble: string | null }[] {
  const dayAgo = new Date(now.getTime() - 86_400_000).toISOString();
  return troubled(reader).all({ module, dayAgo });
}
