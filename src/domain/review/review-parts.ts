import type { Rubric } from '../module/rubric.ts';
import { reviewProblems, type ReviewDraft, type ReviewProblem } from './review.ts';

/** One page of the review form, saved by its own button. */
export interface ReviewPart {
  readonly id: string;
  readonly kind: 'gates' | 'criteria' | 'evidence' | 'remarks' | 'advice';
  /** The gates or criteria that it asks; empty for the others. */
  readonly ids: readonly string[];
}

/** More criteria than that on one page are hard to keep apart. */
const MOST_CRITERIA = 4;

/** The pages of a rubric's review form, in order. */
export function reviewParts(rubric: Rubric): readonly ReviewPart[] {
  return [
    { id: 'gates', kind: 'gates', ids: rubric.gates.map(({ id }) => id) },
    ...groups(rubric.criteria.map(({ id }) => id)).map((ids, index): ReviewPart => ({
      id: `criteria-${String(index + 1)}`,
      kind: 'criteria',
      ids,
    })),
    { id: 'evidence', kind: 'evidence', ids: [] },
    { id: 'remarks', kind: 'remarks', ids: [] },
    { id: 'advice', kind: 'advice', ids: [] },
  ];
}

/** Groups of nearly the same size, the larger ones first. */
function groups(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / MOST_CRITERIA);
  const sizes = Array.from({ length: count }, (_, index) => Math.floor((ids.length + count - 1 - index) / count));
  let from = 0;
  return sizes.map((size) => ids.slice(from, (from += size)));
}

export const partNamed = (rubric: Rubric, id: string): ReviewPart | undefined =>
  reviewParts(rubric).find((part) => part.id === id);

/** The page that asks for what is missing. */
export const partOfProblem = (rubric: Rubric, problem: ReviewProblem): ReviewPart | undefined =>
  reviewParts(rubric).find((part) => asks(part, problem));

function asks({ kind, ids }: ReviewPart, problem: ReviewProblem): boolean {
  switch (problem.kind) {
    case 'gate_missing':
      return kind === 'gates';
    case 'score_missing':
      return kind === 'criteria' && ids.includes(problem.criterion);
    case 'evidence_level_missing':
      return kind === 'evidence';
    case 'request_text_missing':
      return kind === 'remarks';
    case 'recommendation_missing':
    case 'confidence_missing':
      return kind === 'advice';
  }
}

/**
 * Where to go on after a page: to the next that still has a question open (empty remarks are offered once on the way),
 * then to one that was passed over; undefined when only the sending is left.
 */
export function nextPart(rubric: Rubric, after: ReviewPart, draft: ReviewDraft): ReviewPart | undefined {
  const open = new Set(reviewProblems(rubric, draft).map((problem) => partOfProblem(rubric, problem)?.id));
  const parts = reviewParts(rubric);
  const here = parts.findIndex(({ id }) => id === after.id);
  const offered = (part: ReviewPart): boolean =>
    open.has(part.id) || (part.kind === 'remarks' && open.size > 0 && hasNoRemarks(draft));
  return parts.slice(here + 1).find(offered) ?? parts.slice(0, here).find(({ id }) => open.has(id));
}

const hasNoRemarks = ({ strengths, requests }: ReviewDraft): boolean => strengths === '' && requests.length === 0;

/** What a draft holds of one page, always in the same order, so that two of them can be compared as text. */
export function heldBy(part: ReviewPart, draft: ReviewDraft): Partial<ReviewDraft> {
  switch (part.kind) {
    case 'gates':
      return { gates: pick(part.ids, draft.gates) };
    case 'criteria':
      return { scores: pick(part.ids, draft.scores), comments: pick(part.ids, draft.comments) };
    case 'evidence':
      return draft.evidenceLevel === undefined ? {} : { evidenceLevel: draft.evidenceLevel };
    case 'remarks':
      return { strengths: draft.strengths, requests: draft.requests };
    case 'advice':
      return {
        ...(draft.confidence === undefined ? {} : { confidence: draft.confidence }),
        ...(draft.recommendation === undefined ? {} : { recommendation: draft.recommendation }),
        privateNote: draft.privateNote,
        safetyConcern: draft.safetyConcern,
        contentDistress: draft.contentDistress,
      };
  }
}

/** The draft with one page of it as typed; the other pages stay as they were. */
export function withPart(draft: ReviewDraft, part: ReviewPart, typed: ReviewDraft): ReviewDraft {
  const held = heldBy(part, typed);
  switch (part.kind) {
    case 'gates':
    case 'remarks':
      return { ...draft, ...held };
    case 'criteria':
      return {
        ...draft,
        scores: { ...leave(part.ids, draft.scores), ...held.scores },
        comments: { ...leave(part.ids, draft.comments), ...held.comments },
      };
    case 'evidence': {
      const { evidenceLevel: _before, ...rest } = draft;
      return { ...rest, ...held };
    }
    case 'advice': {
      const { confidence: _confidence, recommendation: _recommendation, ...rest } = draft;
      return { ...rest, ...held };
    }
  }
}

/** Whether two drafts say the same on this page. */
export const samePart = (part: ReviewPart, one: ReviewDraft, other: ReviewDraft): boolean =>
  partText(part, one) === partText(part, other);

/** One page of a draft as text, for marks and comparisons. */
export const partText = (part: ReviewPart, draft: ReviewDraft): string => JSON.stringify(heldBy(part, draft));

/** Whether two drafts say the same on every page. */
export const sameReview = (rubric: Rubric, one: ReviewDraft, other: ReviewDraft): boolean =>
  reviewParts(rubric).every((part) => samePart(part, one, other));

const pick = <T>(ids: readonly string[], from: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const value = Object.hasOwn(from, id) ? from[id] : undefined;
      return value === undefined ? [] : [[id, value]];
    }),
  );

const leave = <T>(ids: readonly string[], from: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([id]) => !ids.includes(id)));
