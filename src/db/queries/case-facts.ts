import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { standingOf, type Standing } from '../../domain/round/standing.ts';
import { screeningGap } from '../../domain/review/screening.ts';
import { dayOf, readDay } from '../../domain/submission/days.ts';
import type { StepFacts } from '../../domain/submission/next-step.ts';
import { promiseOf, type CasePromise, type PromiseInput } from '../../domain/submission/promise.ts';
import { pinnedDefinition } from '../definition-store.ts';
import type { Reader } from '../in-transaction.ts';
import type { RoundRow } from '../round-store.ts';
import type { SubmissionRow } from '../submission-store.ts';
import { caseRows, type FoundRows } from './case-rows.ts';

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
  const found = caseRows(reader, submissions);
  return submissions.map((submission) => factsOf(reader, module, submission, found, now));
}

function factsOf(
  reader: Reader,
  module: ModuleDefinition,
  submission: SubmissionRow,
  found: FoundRows,
  now: Date,
): CaseFacts {
  const { policy } = module;
  const round = submission.state === 'in_review' ? found.rounds.get(submission.id) : undefined;
  const standing = round === undefined ? undefined : standingIn(reader, submission, round, found, now);
  const promise = promiseOf(promiseInput(submission, found, standing, round, now), policy);
  const overdue = promise.due !== undefined && promise.due < dayOf(now, policy.timeZone);
  return { submission, promise, overdue, standing, step: stepFacts(module, submission, found, standing) };
}

function standingIn(reader: Reader, submission: SubmissionRow, round: RoundRow, found: FoundRows, now: Date): Standing {
  const { rubric, policy } = pinnedDefinition(reader, submission.module, round.definitionCommit);
  return standingOf({ places: found.places.get(round.id) ?? [], wanted: round.target, rubric, policy, now });
}

function promiseInput(
  submission: SubmissionRow,
  found: FoundRows,
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

const bounced = ({ id, state, pageOfferedAt }: SubmissionRow, found: FoundRows): boolean =>
  state === 'accepted' && pageOfferedAt === null && found.publications.get(id)?.state === 'closed';

function stepFacts(
  { rubric }: ModuleDefinition,
  submission: SubmissionRow,
  found: FoundRows,
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
