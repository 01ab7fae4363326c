import { affinityOf, type Affinity, type Interests } from '../assignment/affinity.ts';
import { hasRoom, type Load } from '../assignment/alternates.ts';
import { conflictsOf } from '../assignment/conflict.ts';
import { conflictFactsIn, type KnownConflict } from '../assignment/conflict-facts.ts';
import { interestsOfAnswers } from '../assignment/interests.ts';
import type { PersonId, PublicId, SubmissionId } from '../ids.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers } from '../module/form.ts';
import { validateAnswers } from '../module/validate-answers.ts';
import { FULL_WORTH } from './problem.ts';

/** Somebody who reviews for the module. */
export interface KnownReviewer extends Interests {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly load: Load;
}

/** What all cases have in common. */
export interface MatchingQuestion {
  readonly definition: ModuleDefinition;
  readonly reviewers: readonly KnownReviewer[];
  /** ISO instant. */
  readonly now: string;
}

/** A case whose next step is to be given reviewers. */
export interface WaitingCase {
  readonly submissionId: SubmissionId;
  readonly publicId: PublicId;
  readonly revision: number;
  /** ISO instant. */
  readonly since: string;
  readonly language: string;
  /** A round is opened with it; else places of an open one are filled. */
  readonly opens: boolean;
  readonly wanted: number;
  readonly answers: Answers;
  /** Contact data: it goes into the comparison and no further. */
  readonly sealed: Answers;
  readonly conflicts: readonly KnownConflict[];
  /** Whoever has or had a place in the open round. */
  readonly asked: readonly PersonId[];
}

/** What is left of a case once everybody was held against it; nothing of it tells who sent it. */
export interface WeighedCase {
  readonly submissionId: SubmissionId;
  readonly publicId: PublicId;
  readonly revision: number;
  readonly since: string;
  readonly opens: boolean;
  readonly wanted: number;
  readonly interests: Interests;
  /** For each reviewer, as in the problem. */
  readonly worth: Uint16Array;
  /** How many read its language; how many of those may review it; how many of those have room. */
  readonly readers: number;
  readonly free: number;
  readonly withRoom: number;
}

/** Undefined where answers are missing that a review needs: no round is opened on it. */
export function weighCase(question: MatchingQuestion, waiting: WaitingCase): WeighedCase | undefined {
  const { definition, reviewers } = question;
  if (waiting.opens && lacksAnswers(question, waiting)) return undefined;
  const { submissionId, publicId, revision, since, opens, wanted } = waiting;
  const interests = interestsOfAnswers(waiting.answers, waiting.language);
  const affinities = reviewers.map((reviewer) => affinityOf(interests, reviewer, definition.policy));
  const mayRead = keptOut(waiting);
  const reads = affinities.map(({ languages }) => languages > 0);
  const free = reviewers.map((reviewer, at) => reads[at] === true && mayRead(reviewer));
  const may = reviewers.map(({ load }, at) => free[at] === true && hasRoom(load, definition.policy));
  return {
    ...{ submissionId, publicId, revision, since, opens, wanted, interests },
    worth: Uint16Array.from(affinities, (affinity, at) => (may[at] === true ? worthOfPair(affinity) : 0)),
    readers: countOf(reads),
    free: countOf(free),
    withRoom: countOf(may),
  };
}

function lacksAnswers({ definition, now }: MatchingQuestion, { answers, sealed }: WaitingCase): boolean {
  return validateAnswers(definition, { ...answers, ...sealed }, 'review', now).length > 0;
}

/** Whether somebody may review the case: no conflict, and not asked in this round before. */
function keptOut({ answers, sealed, conflicts, asked }: WaitingCase): (reviewer: KnownReviewer) => boolean {
  const facts = conflictFactsIn(answers, sealed, conflicts);
  return ({ personId, name, email, organisation }) =>
    !asked.includes(personId) &&
    conflictsOf({ personId, name, emails: [email], organisations: [organisation] }, facts).length === 0;
}

/** The product of all parts, finer than whole percent, so that small ones still tell people apart. */
const worthOfPair = ({ topics, languages, regions, kinds, room }: Affinity): number =>
  Math.max(1, Math.floor((FULL_WORTH * topics * languages * regions * kinds * room) / 100 ** 5));

const countOf = (list: readonly boolean[]): number => list.filter(Boolean).length;
