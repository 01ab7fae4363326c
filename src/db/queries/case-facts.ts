import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { standingOf, type Standing } from '../../domain/round/standing.ts';
import { screeningGap } from '../../domain/review/screening.ts';
import { dayOf, readDay } from '../../domain/submission/days.ts';
import type { StepFacts } from '../../domain/submission/next-step.ts';
import { promiseOf, type CasePromise, type PromiseInput } from '../../domain/submission/promise.ts';
import type { AssignmentRow } from '../assignment-store.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import type { RoundRow } from '../round-store.ts';
import { appeals, assignments, decisions, holds, pages, publications, rounds, screenings } from '../schema/index.ts';
import { asList, listOf, statement, type Given } from '../statement.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { placesOf } from './round-facts.ts';

/** Whose turn a case is, by when, and what it needs next. */
export interface CaseFacts {
  readonly submission: SubmissionRow;
  readonly promise: CasePromise;
  readonly overdue: boolean;
  readonly step: StepFacts;
  readonly standing: Standing | undefined;
}

/**
 * The same for many cases of one module as for one: the number of reads does not depend on how many. `module` is the
 * definition in force: it makes the promises; a round keeps the rubric that it was opened with.
 */
export function caseFacts(
  reader: Reader,
  module: ModuleDefinition,
  submissions: readonly SubmissionRow[],
  now: Date,
): CaseFacts[] {
  const found = readFacts(
    reader,
    submissions.map(({ id }) => id),
  );
  return submissions.map((submission) => factsOf(reader, module, submission, found, now));
}

type Found = ReturnType<typeof readFacts>;

const all = {
  assignments: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(assignments)
      .where(inArray(assignments.submissionId, listOf(cases))),
  ),
  rounds: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(rounds)
      .where(inArray(rounds.submissionId, listOf(cases)))
      .orderBy(asc(rounds.number)),
  ),
  holds: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(holds)
      .where(inArray(holds.submissionId, listOf(cases)))
      .orderBy(asc(holds.raisedAt)),
  ),
  appeals: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(appeals)
      .where(and(inArray(appeals.submissionId, listOf(cases)), isNull(appeals.answeredAt))),
  ),
  screenings: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select()
      .from(screenings)
      .where(inArray(screenings.submissionId, listOf(cases)))
      .orderBy(asc(screenings.version)),
  ),
  /** Without the files, which are large. */
  pages: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({ submissionId: pages.submissionId, answer: pages.answer, answeredAt: pages.answeredAt })
      .from(pages)
      .where(inArray(pages.submissionId, listOf(cases)))
      .orderBy(asc(pages.number)),
  ),
  publications: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({
        submissionId: publications.submissionId,
        state: publications.state,
        trouble: publications.trouble,
        queuedAt: publications.queuedAt,
        endedAt: publications.endedAt,
      })
      .from(publications)
      .where(inArray(publications.submissionId, listOf(cases)))
      .orderBy(asc(publications.number)),
  ),
  pendingDecisions: statement((reader, { cases }: Given<{ cases: string }>) =>
    reader
      .select({ submissionId: decisions.submissionId, version: decisions.version, decidedBy: decisions.decidedBy })
      .from(decisions)
      .where(
        and(
          inArray(decisions.submissionId, listOf(cases)),
          eq(decisions.needsSecond, true),
          isNull(decisions.secondAt),
          isNull(decisions.undoneAt),
        ),
      )
      .orderBy(asc(decisions.decidedAt)),
  ),
};

function readFacts(reader: Reader, ids: readonly SubmissionId[]) {
  const cases = asList(ids);
  const everyAssignment = all.assignments(reader).all({ cases });
  return {
    rounds: latest(all.rounds(reader).all({ cases })),
    places: group(placesOf(reader, everyAssignment), everyAssignment),
    holds: latest(all.holds(reader).all({ cases })),
    appeals: latest(all.appeals(reader).all({ cases })),
    screenings: latest(all.screenings(reader).all({ cases })),
    pages: latest(all.pages(reader).all({ cases })),
    publications: latest(all.publications(reader).all({ cases })),
    pending: latest(all.pendingDecisions(reader).all({ cases })),
  };
}

/** The last row of each case, in the order read. */
const latest = <R extends { submissionId: SubmissionId }>(rows: readonly R[]): Map<SubmissionId, R> =>
  new Map(rows.map((row) => [row.submissionId, row]));

function group(places: ReturnType<typeof placesOf>, rows: readonly AssignmentRow[]) {
  const byRound = new Map<string, ReturnType<typeof placesOf>>();
  rows.forEach((row, index) => {
    const place = places[index];
    if (place !== undefined) byRound.set(row.roundId, [...(byRound.get(row.roundId) ?? []), place]);
  });
  return byRound;
}

function factsOf(
  reader: Reader,
  module: ModuleDefinition,
  submission: SubmissionRow,
  found: Found,
  now: Date,
): CaseFacts {
  const { policy } = module;
  const round = submission.state === 'in_review' ? found.rounds.get(submission.id) : undefined;
  const standing = round === undefined ? undefined : standingIn(reader, submission, round, found, now);
  const promise = promiseOf(promiseInput(submission, found, standing, round, now), policy);
  const overdue = promise.due !== undefined && promise.due < dayOf(now, policy.timeZone);
  return { submission, promise, overdue, standing, step: stepFacts(module, submission, found, standing) };
}

function standingIn(reader: Reader, submission: SubmissionRow, round: RoundRow, found: Found, now: Date): Standing {
  const { rubric, policy } = pinnedDefinition(reader, submission.module, round.definitionCommit);
  return standingOf({ places: found.places.get(round.id) ?? [], wanted: round.target, rubric, policy, now });
}

function promiseInput(
  submission: SubmissionRow,
  found: Found,
  standing: Standing | undefined,
  round: RoundRow | undefined,
  now: Date,
): PromiseInput {
  const { id, state, pageOfferedAt } = submission;
  const publication = found.publications.get(id);
  const page = found.pages.get(id);
  const embargo = submission.embargoUntil === null ? undefined : readDay(submission.embargoUntil);
  const extendedTo = submission.extendedTo === null ? undefined : readDay(submission.extendedTo);
  const hold = submission.held ? found.holds.get(id) : undefined;
  const appeal = found.appeals.get(id);
  const changeAsked = state === 'accepted' && page?.answer === 'change_asked' ? page.answeredAt : null;
  const bouncedAt = bounced(submission, found) ? publication?.endedAt : null;
  return {
    state,
    now,
    stateEnteredAt: new Date(changeAsked ?? submission.stateEnteredAt),
    ...(standing === undefined ? {} : { standing: standing.kind }),
    ...(round === undefined ? {} : { roundDue: new Date(round.dueAt) }),
    ...(pageOfferedAt === null ? {} : { pageOffered: new Date(pageOfferedAt) }),
    ...(bouncedAt == null ? {} : { bouncedAt: new Date(bouncedAt) }),
    ...(embargo === undefined ? {} : { embargo }),
    ...(extendedTo === undefined ? {} : { extendedTo }),
    ...(publication?.trouble == null ? {} : { trouble: { ball: 'curator', since: new Date(publication.queuedAt) } }),
    ...(appeal === undefined ? {} : { appealedAt: new Date(appeal.at) }),
    ...(hold === undefined ? {} : { heldSince: new Date(hold.raisedAt) }),
  };
}

const bounced = ({ id, state, pageOfferedAt }: SubmissionRow, found: Found): boolean =>
  state === 'accepted' && pageOfferedAt === null && found.publications.get(id)?.state === 'closed';

function stepFacts(
  { rubric }: ModuleDefinition,
  submission: SubmissionRow,
  found: Found,
  standing: Standing | undefined,
): StepFacts {
  const { id, state, version } = submission;
  const screening = found.screenings.get(id);
  const current = screening?.version === version ? screening : undefined;
  const lifted = found.holds.get(id)?.liftedAt ?? undefined;
  const isCleared = current !== undefined && lifted !== undefined && lifted >= current.at;
  const pending = found.pending.get(id);
  const publication = found.publications.get(id);
  const live = publication?.state === 'queued' || publication?.state === 'open' ? publication.state : undefined;
  return {
    state,
    held: submission.held,
    screened: current !== undefined && screeningGap(rubric, { ...current, cleared: isCleared }) === undefined,
    standing: standing?.kind,
    decidedBy: pending?.version === version ? pending.decidedBy : undefined,
    pageOffered: submission.pageOfferedAt !== null,
    bounced: bounced(submission, found),
    change: live === undefined ? undefined : { state: live, trouble: publication?.trouble != null },
    appealed: found.appeals.has(id),
  };
}
