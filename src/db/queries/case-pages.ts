import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { searchNumbers, stateCounts, submissions } from '../schema/index.ts';
import { caseSearch, matchesFor } from '../search-index.ts';
import { statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { isListed, listedCase, ownCases, type Listing } from './listed-cases.ts';

export interface CaseFilter {
  readonly state?: SubmissionState | undefined;
  /** Words that all stand in what was sent, or a public id. */
  readonly words?: string | undefined;
  /** The last case of the page before. */
  readonly after?: CasePlace | undefined;
}

/** Where in a list a case stands: by its last change, or among what was found by when it was sent. */
export type CasePlace = { readonly updatedAt: string; readonly id: SubmissionId } | FoundPlace;

interface FoundPlace {
  readonly number: number;
  /** Among the cases that have the very words. */
  readonly whole: boolean;
}

export type ListedCase = Pick<SubmissionRow, keyof typeof listedCase>;

export interface CasePage {
  readonly rows: readonly ListedCase[];
  /** The place to go on after, while there is more. */
  readonly last: CasePlace | undefined;
  /** Cases that have only longer words were left out. */
  readonly whole: boolean;
}

/** One page of all cases, the last changed first; where words are given, of those that have them, the last sent first. */
export function casePage(
  reader: Reader,
  module: ModuleId,
  viewer: PersonId,
  filter: CaseFilter,
  size: number,
): CasePage {
  const part = { module, viewer, limit: size + 1 };
  return filter.words === undefined ? pageByChange(reader, part, filter) : pageOfFound(reader, part, filter);
}

/** A list from some place on, as far as one row more than a page. */
interface Part extends Listing {
  readonly limit: number;
}
interface InState {
  readonly state: SubmissionState;
}
interface ByChange extends Part {
  readonly updatedAt: string;
  readonly id: string;
}
interface WithWords extends Part {
  readonly match: string;
  readonly number: number;
}

/** Sorts after every date. */
const LATEST = '9999';

function pageByChange(reader: Reader, part: Part, { after, state }: CaseFilter): CasePage {
  const { updatedAt, id } = after !== undefined && 'id' in after ? after : { updatedAt: LATEST, id: '' };
  const values = { ...part, updatedAt, id };
  const rows = state === undefined ? byChange(reader).all(values) : ofStateByChange(reader).all({ ...values, state });
  return { ...pageOf(rows, part, (row) => ({ updatedAt: row.updatedAt, id: row.id })), whole: false };
}

/**
 * Where more cases than a page holds have the very words, these alone are shown: the index must put together the places
 * of all longer words before it knows the newest, and that grows with the module.
 */
function pageOfFound(reader: Reader, part: Part, { after, state, words = '' }: CaseFilter): CasePage {
  const matches = matchesFor(words);
  if (matches === undefined) return { rows: [], last: undefined, whole: false };
  const place = after !== undefined && 'number' in after ? after : undefined;
  if (matches.whole !== matches.longer && place?.whole !== false) {
    const found = pageWithWords(reader, { part, state, match: matches.whole, whole: true, place });
    if (place !== undefined || found.last !== undefined) return found;
  }
  return pageWithWords(reader, { part, state, match: matches.longer, whole: false, place });
}

interface Sought {
  readonly part: Part;
  readonly state: SubmissionState | undefined;
  readonly match: string;
  readonly whole: boolean;
  readonly place: FoundPlace | undefined;
}

function pageWithWords(reader: Reader, { part, state, match, whole, place }: Sought): CasePage {
  const values = { ...part, match, number: place?.number ?? Number.MAX_SAFE_INTEGER };
  const rows = state === undefined ? withWords(reader).all(values) : ofStateWithWords(reader).all({ ...values, state });
  return { ...pageOf(rows, part, ({ number }) => ({ number, whole })), whole };
}

/** One more row than a page has was asked for: it tells that there is another page. */
function pageOf<R extends ListedCase>(rows: readonly R[], { limit }: Part, placeOf: (row: R) => CasePlace) {
  const shown = rows.slice(0, limit - 1);
  const end = shown.at(-1);
  return { rows: shown, last: end === undefined || rows.length < limit ? undefined : placeOf(end) };
}

const inState = ({ state }: Given<InState>): SQL => eq(submissions.state, state);

const listByChange = (reader: Reader, given: Given<ByChange>, ...conditions: SQL[]) =>
  reader
    .select(listedCase)
    .from(submissions)
    .where(
      and(
        isListed(reader, given),
        sql`(${submissions.updatedAt}, ${submissions.id}) < (${given.updatedAt}, ${given.id})`,
        ...conditions,
      ),
    )
    .orderBy(desc(submissions.updatedAt), desc(submissions.id))
    .limit(given.limit);
const byChange = statement((reader, given: Given<ByChange>) => listByChange(reader, given));
const ofStateByChange = statement((reader, given: Given<ByChange & InState>) =>
  listByChange(reader, given, inState(given)),
);

/** The index gives its rows from the highest number down as it finds them, so a word that most cases have costs a page too. */
const listWithWords = (reader: Reader, given: Given<WithWords>, ...conditions: SQL[]) =>
  reader
    .select({ ...listedCase, number: caseSearch.number })
    .from(caseSearch)
    .innerJoin(searchNumbers, eq(searchNumbers.number, caseSearch.number))
    .innerJoin(submissions, eq(submissions.id, searchNumbers.submissionId))
    .where(
      and(
        sql`case_search match ${given.match}`,
        sql`${caseSearch.number} < ${given.number}`,
        isListed(reader, given),
        ...conditions,
      ),
    )
    .orderBy(desc(caseSearch.number))
    .limit(given.limit);
const withWords = statement((reader, given: Given<WithWords>) => listWithWords(reader, given));
const ofStateWithWords = statement((reader, given: Given<WithWords & InState>) =>
  listWithWords(reader, given, inState(given)),
);

const counts = statement((reader, { module }: Given<{ module: ModuleId }>) =>
  reader
    .select({ state: stateCounts.state, count: stateCounts.count })
    .from(stateCounts)
    .where(eq(stateCounts.module, module)),
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
