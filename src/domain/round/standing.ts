import { isOpen, isOverdue, type Assignment } from '../assignment/assignment.ts';
import type { AssignmentId } from '../ids.ts';
import type { Policy } from '../module/definition.ts';
import type { Rubric } from '../module/rubric.ts';
import { disagreements } from '../review/disagreement.ts';
import { countsForQuorum, type ReviewAnswers } from '../review/review.ts';

/** An assignment of the round and, once submitted, the newest version of its review. */
export interface Place {
  readonly id: AssignmentId;
  readonly assignment: Assignment;
  readonly review?: ReviewAnswers;
}

export interface StandingInput {
  readonly places: readonly Place[];
  /** The round's wanted number of reviews. */
  readonly wanted: number;
  readonly rubric: Rubric;
  readonly policy: Pick<Policy, 'quorum' | 'maximumReviews'>;
  readonly now: Date;
}

export const standings = ['needs_reviewers', 'awaiting', 'overdue', 'disagreement', 'ready'] as const;
export type StandingKind = (typeof standings)[number];

/** What a round's assignments and reviews amount to; computed, never stored. "`answered` of `wanted`" is for people. */
export interface Standing {
  readonly kind: StandingKind;
  readonly wanted: number;
  /** Submitted reviews that count for the quorum. */
  readonly answered: number;
  readonly quorumMet: boolean;
  /** Invited or accepted, overdue ones included. */
  readonly open: readonly AssignmentId[];
  readonly overdue: readonly AssignmentId[];
  /** Submitted, kept and shown, but not counting; their places are empty again. */
  readonly uncounted: readonly AssignmentId[];
  /** Places for which nobody is asked at present. */
  readonly emptyPlaces: number;
}

/**
 * The standing of an open round. In this order: a place for which nobody is asked; a late one; a running one; two
 * reviews that disagree while a further one may be asked for; else everything is in and the curator decides.
 */
export function standingOf(input: StandingInput): Standing {
  const open = input.places.filter(({ assignment }) => isOpen(assignment));
  const overdue = open.filter(({ assignment }) => isOverdue(assignment, input.now));
  const submitted = input.places.filter(({ assignment }) => assignment.status === 'submitted');
  const counted = submitted.filter((place) => counts(input.rubric, place));
  const figures = {
    wanted: input.wanted,
    answered: counted.length,
    quorumMet: counted.length >= input.policy.quorum,
    open: idsOf(open),
    overdue: idsOf(overdue),
    uncounted: idsOf(submitted.filter((place) => !counts(input.rubric, place))),
    emptyPlaces: Math.max(0, input.wanted - open.length - counted.length),
  };
  const reviews = counted.map(({ review }) => review);
  const disagree = input.wanted < input.policy.maximumReviews && disagreements(input.rubric, reviews).length > 0;
  return { kind: kindOf(figures, disagree), ...figures };
}

function kindOf(figures: Omit<Standing, 'kind'>, disagree: boolean): StandingKind {
  if (figures.emptyPlaces > 0) return 'needs_reviewers';
  if (figures.overdue.length > 0) return 'overdue';
  if (figures.open.length > 0) return 'awaiting';
  return disagree ? 'disagreement' : 'ready';
}

const idsOf = (places: readonly Place[]): AssignmentId[] => places.map(({ id }) => id);

type CountedPlace = Place & { readonly review: ReviewAnswers };

const counts = (rubric: Rubric, place: Place): place is CountedPlace =>
  place.review !== undefined && countsForQuorum(rubric, place.review);
