import type Database from 'better-sqlite3';
import type { AssignmentId, PublicId, SubmissionId } from '../../../src/domain/ids.ts';
import type { SubmissionState } from '../../../src/domain/submission/state.ts';

/** Where a case stands, as the person at it would see. */
export interface CaseFacts {
  readonly id: SubmissionId;
  readonly publicId: PublicId;
  readonly state: SubmissionState;
  readonly held: 0 | 1;
  readonly embargoed: 0 | 1;
  readonly screenings: number;
  readonly rounds: number;
  readonly decisions: number;
  readonly released: 0 | 1;
  readonly pages: number;
  readonly approved: 0 | 1;
  readonly merging: 0 | 1;
  readonly change: 'queued' | 'open' | 'merged' | 'closed' | null;
  /** Invitations and reviews that wait for their reviewer. */
  readonly atWork: readonly { readonly id: AssignmentId }[];
}

const FACTS = `
  select id, public_id publicId, state, held, embargo_until is not null embargoed,
    (select count(*) from screenings where submission_id = s.id) screenings,
    (select count(*) from rounds where submission_id = s.id) rounds,
    (select count(*) from decisions where submission_id = s.id) decisions,
    exists (select 1 from decisions where submission_id = s.id and released_at is not null) released,
    (select count(*) from pages where submission_id = s.id) pages,
    exists (select 1 from pages where submission_id = s.id and answer = 'approved') approved,
    exists (select 1 from jobs where kind = 'merge_change' and json_extract(payload, '$.publicationId') in
      (select id from publications where submission_id = s.id)) merging,
    (select state from publications where submission_id = s.id order by number desc limit 1) "change"
  from submissions s where title like ? order by state = 'draft', created_at limit 1`;

const AT_WORK = `select id from assignments where submission_id = ? and status in ('invited', 'accepted')`;

export function factsOf(db: Database.Database, marker: string): CaseFacts | undefined {
  const row = db.prepare(FACTS).get(`% ${marker}`) as Omit<CaseFacts, 'atWork'> | undefined;
  return row && { ...row, atWork: db.prepare(AT_WORK).all(row.id) as { id: AssignmentId }[] };
}
