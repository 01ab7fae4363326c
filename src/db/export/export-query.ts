import { and, eq, is, Param, Placeholder, sql } from 'drizzle-orm';
import type { ExportScope } from '../../domain/export/export.ts';
import type { Reader } from '../in-transaction.ts';
import { isListed, type Listing } from '../queries/listed-cases.ts';
import { assignments, caseScores, decisions, publications, reviews, rounds, submissions } from '../schema/index.ts';
import { given } from '../statement.ts';

/** A page of cases, as text: the thread that runs it does without the library that it was built with. */
export interface ExportQuery {
  readonly sql: string;
  /** The names of its values, in their order: `module`, `viewer`, `after` and `limit`. */
  readonly values: readonly string[];
}

interface Page extends Listing {
  /** The place of the last case of the page before, 0 for the first. */
  readonly after: number;
  readonly limit: number;
}

/**
 * The cases that are in the viewer's lists, in the order in which they were begun: so one that changes meanwhile comes
 * once, and what belongs to neighbours lies close together on the disk.
 */
export function exportQuery(reader: Reader, scope: ExportScope): ExportQuery {
  const place = given<Page>();
  const query = reader
    .select(scope === 'reviews' ? { ...columns, ...reviewColumns } : columns)
    .from(submissions)
    .leftJoin(caseScores, eq(caseScores.submissionId, submissions.id))
    .leftJoin(rounds, eq(rounds.id, caseScores.roundId))
    .leftJoin(decisions, sql`${decisions}.rowid = ${rulingDecision}`)
    .where(and(isListed(reader, place), sql`${submissions}.rowid > ${place.after}`))
    .orderBy(sql`${submissions}.rowid`)
    .limit(place.limit)
    .toSQL();
  return { sql: query.sql, values: query.params.map(nameOf) };
}

function nameOf(param: unknown): string {
  const value: unknown = is(param, Param) ? param.value : param;
  if (is(value, Placeholder)) return value.name;
  throw new Error('The query of an export has a value without a name');
}

/** The newest that was not taken back and does not wait for its second person. */
const rulingDecision = sql`(
  select d.rowid from ${decisions} d
  where d.submission_id = ${submissions.id} and d.undone_at is null and (d.needs_second = 0 or d.second_at is not null)
  order by d.decided_at desc, d.id desc limit 1)`;

const columns = {
  place: sql`${submissions}.rowid`.as('place'),
  publicId: sql`${submissions.publicId}`.as('publicId'),
  state: sql`${submissions.state}`.as('state'),
  held: sql`${submissions.held}`.as('held'),
  kind: sql`${submissions.kind}`.as('kind'),
  title: sql`${submissions.title}`.as('title'),
  language: sql`${submissions.language}`.as('language'),
  sentAt: sql`${submissions.sentAt}`.as('sentAt'),
  updatedAt: sql`${submissions.updatedAt}`.as('updatedAt'),
  version: sql`${submissions.version}`.as('version'),
  round: sql`${rounds.number}`.as('round'),
  wanted: sql`${caseScores.wanted}`.as('wanted'),
  answered: sql`${caseScores.answered}`.as('answered'),
  score: sql`${caseScores.score}`.as('score'),
  spread: sql`${caseScores.spread}`.as('spread'),
  outcome: sql`${decisions.outcome}`.as('outcome'),
  category: sql`${decisions.category}`.as('category'),
  evidence: sql`${decisions.evidence}`.as('evidence'),
  decidedAt: sql`${decisions.decidedAt}`.as('decidedAt'),
  publishedAt: sql`(
    select p.ended_at from ${publications} p
    where p.submission_id = ${submissions.id} and p.purpose = 'publish' and p.state = 'merged'
    order by p.number desc limit 1)`.as('publishedAt'),
};

const isNewest = sql`v.number = (select max(w.number) from ${reviews} w where w.assignment_id = a.id)`;

/** Of a case under a hold nothing is read that its line in the list does not show. */
const reviewColumns = {
  advice: sql`iif(${submissions.held}, null, ${decisions.advice})`.as('advice'),
  decisionReason: sql`iif(${submissions.held}, null, ${decisions.reason})`.as('decisionReason'),
  reviews: sql`(
    select json_group_array(
      json_array(r.number, r.definition_commit, a.label, v.submitted_at, v.total, json(v.answers))
      order by r.number, a.label)
    from ${assignments} a join ${rounds} r on r.id = a.round_id join ${reviews} v on v.assignment_id = a.id
    where a.submission_id = ${submissions.id} and ${submissions.held} = 0 and a.status = 'submitted' and ${isNewest})`.as(
    'reviews',
  ),
};
