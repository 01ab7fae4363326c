import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { searchNumbers, stateCounts, submissions } from '../schema/index.ts';
import { caseSearch, matchFor } from '../search-index.ts';
import { statement } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { isListed, ownCases } from './listed-cases.ts';

export interface CaseFilter {
  readonly state?: SubmissionState | undefined;
  /** Words that all stand in what was sent, or a public id. */
  readonly words?: string | undefined;
  /** The last case of the page before. */
  readonly after?: CasePlace | undefined;
}

/** Where in a list a case stands: by its last change, or among what was found by when it was sent. */
export type CasePlace = { readonly updatedAt: string; readonly id: SubmissionId } | { readonly number: number };

export type ListedCase = Pick<
  SubmissionRow,
  'id' | 'module' | 'publicId' | 'title' | 'language' | 'state' | 'held' | 'updatedAt'
>;

export interface CasePage {
  readonly rows: readonly ListedCase[];
  /** The place to go on after, while there is more. */
  readonly last: CasePlace | undefined;
}

/** One page of all cases, the last changed first; where words are given, of those that have them, the last sent first. */
export function casePage(
  reader: Reader,
  module: ModuleId,
  viewer: PersonId,
  filter: CaseFilter,
  size: number,
): CasePage {
  const given = { module, viewer, state: filter.state, limit: size + 1 };
  return filter.words === undefined
    ? pageByChange(reader, given, filter.after, size)
    : pageOfFound(reader, { ...given, match: matchFor(filter.words) }, filter.after, size);
}

interface Given {
  readonly module: ModuleId;
  readonly viewer: PersonId;
  readonly state: SubmissionState | undefined;
  readonly limit: number;
}

/** Sorts after every date. */
const LATEST = '9999';

function pageByChange(reader: Reader, given: Given, after: CasePlace | undefined, size: number): CasePage {
  const from = after !== undefined && 'id' in after ? after : { updatedAt: LATEST, id: '' };
  const found = given.state === undefined ? byChange : ofStateByChange;
  const rows = found(reader).all({ ...given, updatedAt: from.updatedAt, id: from.id });
  return pageOf(rows, size, ({ updatedAt, id }) => ({ updatedAt, id }));
}

function pageOfFound(
  reader: Reader,
  given: Given & { match: string | undefined },
  after: CasePlace | undefined,
  size: number,
): CasePage {
  if (given.match === undefined) return { rows: [], last: undefined };
  const number = after !== undefined && 'number' in after ? after.number : Number.MAX_SAFE_INTEGER;
  const found = given.state === undefined ? withWords : ofStateWithWords;
  return pageOf(found(reader).all({ ...given, number }), size, (row) => ({ number: row.number }));
}

/** One more row than a page has was asked for: it tells that there is another page. */
function pageOf<R extends ListedCase>(rows: readonly R[], size: number, placeOf: (row: R) => CasePlace): CasePage {
  const shown = rows.slice(0, size);
  const end = shown.at(-1);
  return { rows: shown, last: end === undefined || rows.length <= size ? undefined : placeOf(end) };
}

/** A case as a list shows it; everything else is on its own page. */
const columns = {
  id: submissions.id,
  module: submissions.module,
  publicId: submissions.publicId,
  title: submissions.title,
  language: submissions.language,
  state: submissions.state,
  held: submissions.held,
  updatedAt: submissions.updatedAt,
};

const before = sql`(${submissions.updatedAt}, ${submissions.id}) < (${sql.placeholder('updatedAt')}, ${sql.placeholder('id')})`;
const inState = eq(submissions.state, sql.placeholder('state'));

const listByChange = (reader: Reader, ...conditions: SQL[]) =>
  reader
    .select(columns)
    .from(submissions)
    .where(and(isListed(reader), before, ...conditions))
    .orderBy(desc(submissions.updatedAt), desc(submissions.id))
    .limit(sql.placeholder('limit'));
const byChange = statement((reader) => listByChange(reader));
const ofStateByChange = statement((reader) => listByChange(reader, inState));

/** The index gives its rows from the highest number down as it finds them, so a word that most cases have costs a page too. */
const listWithWords = (reader: Reader, ...conditions: SQL[]) =>
  reader
    .select({ ...columns, number: caseSearch.number })
    .from(caseSearch)
    .innerJoin(searchNumbers, eq(searchNumbers.number, caseSearch.number))
    .innerJoin(submissions, eq(submissions.id, searchNumbers.submissionId))
    .where(
      and(
        sql`case_search match ${sql.placeholder('match')}`,
        sql`${caseSearch.number} < ${sql.placeholder('number')}`,
        isListed(reader),
        ...conditions,
      ),
    )
    .orderBy(desc(caseSearch.number))
    .limit(sql.placeholder('limit'));
const withWords = statement((reader) => listWithWords(reader));
const ofStateWithWords = statement((reader) => listWithWords(reader, inState));

const counts = statement((reader) =>
  reader
    .select({ state: stateCounts.state, count: stateCounts.count })
    .from(stateCounts)
    .where(eq(stateCounts.module, sql.placeholder('module'))),
);

/** How many cases there are in each state, without those in which the viewer has a part. */
export function caseCounts(reader: Reader, module: ModuleId, viewer: PersonId): Map<SubmissionState, number> {
  const found = new Map(
    counts(reader)
      .all({ module })
      .map(({ state, count }) => [state, count]),
  );
  for (const { state } of ownCases(reader).all({ module, viewer })) found.set(state, (found.get(state) ?? 0) - 1);
  return found;
}
