import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import type { KnownConflict } from '../../domain/assignment/conflict-facts.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { WaitingCase } from '../../domain/matching/weigh-case.ts';
import { nextStep } from '../../domain/submission/next-step.ts';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts, contacts, rounds, submissions, versions } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { caseFacts, type CaseFacts } from './case-facts.ts';
import { isListed, type Listing } from './listed-cases.ts';

/** Where a walk along the cases of one state goes on. */
interface Place {
  readonly enteredAt: string;
  readonly id: string;
}

/** A waiting case whose answers are still the text of their documents: reading them is left to whoever compares them. */
export type WaitingMaterial = Omit<WaitingCase, 'answers' | 'sealed'> & {
  readonly answers: string;
  readonly sealed: string;
};

/** Cases read at a time: a few milliseconds. */
const SLICE = 50;

const nextOf = statement(
  (reader, given: Given<Listing & { state: 'screening' | 'in_review'; enteredAt: string; id: string }>) =>
    reader
      .select()
      .from(submissions)
      .where(
        and(
          isListed(reader, given),
          eq(submissions.state, given.state),
          sql`${submissions.held} = 0`,
          sql`(${submissions.stateEnteredAt}, ${submissions.id}) > (${given.enteredAt}, ${given.id})`,
        ),
      )
      .orderBy(asc(submissions.stateEnteredAt), asc(submissions.id))
      .limit(SLICE),
);

/**
 * The cases whose next step is to be given reviewers, those that the viewer may see, a slice at a time: what is screened
 * and ready for its first round, and open rounds with empty places. Each slice costs the same few reads; whoever takes
 * the next one only after a while leaves the time between to others.
 */
export function* waitingForReviewers(
  reader: Reader,
  definition: ModuleDefinition,
  viewer: PersonId,
  now: Date,
  most: number,
): Generator<WaitingMaterial[]> {
  let left = most;
  for (const state of ['screening', 'in_review'] as const) {
    let place: Place | undefined = { enteredAt: '', id: '' };
    while (place !== undefined && left > 0) {
      const rows: SubmissionRow[] = nextOf(reader).all({
        module: definition.id,
        viewer,
        state,
        ...place,
      });
      const last = rows.at(-1);
      place = rows.length < SLICE || last === undefined ? undefined : { enteredAt: last.stateEnteredAt, id: last.id };
      const found = materialOf(reader, definition, rows, viewer, now).slice(0, left);
      left -= found.length;
      if (found.length > 0) yield found;
    }
  }
}

function materialOf(
  reader: Reader,
  definition: ModuleDefinition,
  rows: readonly SubmissionRow[],
  viewer: PersonId,
  now: Date,
): WaitingMaterial[] {
  const waiting = caseFacts(reader, definition, rows, now).filter((facts) => wantedBy(definition, facts, viewer) > 0);
  const texts = textsOf(
    reader,
    waiting.map(({ submission }) => submission.id),
  );
  return waiting.map((facts) => {
    const { id, publicId, revision, stateEnteredAt, language, state } = facts.submission;
    return {
      ...{ submissionId: id, publicId, revision, language },
      since: stateEnteredAt,
      opens: state === 'screening',
      wanted: wantedBy(definition, facts, viewer),
      answers: texts.answers.get(id) ?? '{}',
      sealed: texts.sealed.get(id) ?? '{}',
      conflicts: texts.conflicts.get(id) ?? [],
      asked: state === 'screening' ? [] : (texts.asked.get(id) ?? []),
    };
  });
}

/** How many reviewers a case waits for; none where something else comes first. */
function wantedBy({ policy }: ModuleDefinition, { step, standing }: CaseFacts, viewer: PersonId): number {
  switch (nextStep(step, viewer)) {
    case 'choose_reviewers':
      return policy.target;
    case 'fill_places':
      return standing?.emptyPlaces ?? 0;
    default:
      return 0;
  }
}

type Cases = Given<{ cases: string }>;

const answersOf = statement((reader, { cases }: Cases) =>
  reader
    .select({ id: versions.submissionId, text: sql<string>`${versions.answers}` })
    .from(versions)
    .innerJoin(submissions, and(eq(submissions.id, versions.submissionId), eq(submissions.version, versions.number)))
    .where(inArray(versions.submissionId, listOf(cases))),
);
const sealedOf = statement((reader, { cases }: Cases) =>
  reader
    .select({ id: contacts.submissionId, text: sql<string>`${contacts.answers}` })
    .from(contacts)
    .where(inArray(contacts.submissionId, listOf(cases))),
);
const conflictsOf = statement((reader, { cases }: Cases) =>
  reader
    .select()
    .from(conflicts)
    .where(inArray(conflicts.submissionId, listOf(cases))),
);
const askedOf = statement((reader, { cases }: Cases) =>
  reader
    .select({ id: assignments.submissionId, personId: assignments.personId })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(and(inArray(assignments.submissionId, listOf(cases)), sql`${rounds.closedAt} is null`)),
);

function textsOf(reader: Reader, ids: readonly SubmissionId[]) {
  const cases = asList(ids);
  const byCase = <T extends { id: SubmissionId }>(rows: readonly T[]) => Map.groupBy(rows, ({ id }) => id);
  const known = Map.groupBy(conflictsOf(reader).all({ cases }), ({ submissionId }) => submissionId);
  const asked = byCase(askedOf(reader).all({ cases }));
  const texts = (rows: readonly { id: SubmissionId; text: string }[]) =>
    new Map(rows.map(({ id, text }) => [id, text]));
  return {
    answers: texts(answersOf(reader).all({ cases })),
    sealed: texts(sealedOf(reader).all({ cases })),
    conflicts: known as ReadonlyMap<SubmissionId, readonly KnownConflict[]>,
    asked: new Map([...asked].map(([id, rows]) => [id, rows.map(({ personId }) => personId)])),
  };
}

const seenAmong = statement((reader, given: Given<Listing & { cases: string }>) =>
  reader
    .select()
    .from(submissions)
    .where(
      and(
        isListed(reader, given),
        inArray(submissions.id, listOf(given.cases)),
        inArray(submissions.state, ['screening', 'in_review']),
        sql`${submissions.held} = 0`,
      ),
    ),
);

/** Those of the cases that may still wait and that the viewer may see, by id. */
export function stillWaiting(
  reader: Reader,
  module: ModuleId,
  viewer: PersonId,
  ids: readonly SubmissionId[],
): ReadonlyMap<SubmissionId, SubmissionRow> {
  const rows = seenAmong(reader).all({ module, viewer, cases: asList(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}
