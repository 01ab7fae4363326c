import { cleanText } from '../../domain/module/clean-text.ts';
import { evidenceLevels } from '../../domain/module/rubric.ts';
import type { ReviewPart } from '../../domain/review/review-parts.ts';
import {
  cannotJudge,
  confidences,
  emptyReview,
  gateVerdicts,
  recommendations,
  scored,
  type GateAnswer,
  type Points,
  type ReviewDraft,
  type ReviewRequest,
  type Score,
} from '../../domain/review/review.ts';

type Body = Readonly<Record<string, unknown>>;

/** What was typed on one page of the review; `loose` are reasons that belong to no answer yet, by gate. */
export interface PartTyped {
  readonly typed: ReviewDraft;
  readonly loose: Readonly<Record<string, string>>;
}

/** More requests than that nobody answers point by point. */
const MOST_REQUESTS = 30;
const points: readonly Points[] = [0, 1, 2, 3, 4];

export function readPart(part: ReviewPart, body: Body): PartTyped {
  switch (part.kind) {
    case 'gates':
      return { typed: { ...emptyReview, gates: readGates(part.ids, body) }, loose: looseReasons(part.ids, body) };
    case 'criteria':
      return sound({ scores: readScores(part.ids, body), comments: readComments(part.ids, body) });
    case 'evidence':
      return sound(optional('evidenceLevel', oneOf(evidenceLevels, one(body, 'evidence'))));
    case 'remarks':
      return sound({ strengths: text(body, 'strengths'), requests: readRequests(body) });
    case 'advice':
      return sound({
        ...optional('confidence', oneOf(confidences, Number(one(body, 'confidence')))),
        ...optional('recommendation', oneOf(recommendations, one(body, 'recommendation'))),
        privateNote: text(body, 'private_note'),
        safetyConcern: text(body, 'safety_concern'),
        contentDistress: one(body, 'distress') === 'yes',
      });
  }
}

const sound = (held: Partial<ReviewDraft>): PartTyped => ({ typed: { ...emptyReview, ...held }, loose: {} });

function optional<K extends keyof ReviewDraft>(name: K, value: ReviewDraft[K] | undefined): Partial<ReviewDraft> {
  return value === undefined ? {} : { [name]: value };
}

function readGates(ids: readonly string[], body: Body): Record<string, GateAnswer> {
  return byId(ids, (id) => {
    const verdict = oneOf(gateVerdicts, one(body, `gate.${id}`));
    const note = text(body, `gate_note.${id}`);
    return verdict && (note === '' ? { verdict } : { verdict, note });
  });
}

const looseReasons = (ids: readonly string[], body: Body): Record<string, string> =>
  byId(ids, (id) => {
    const note = text(body, `gate_note.${id}`);
    return note !== '' && oneOf(gateVerdicts, one(body, `gate.${id}`)) === undefined ? note : undefined;
  });

const readScores = (ids: readonly string[], body: Body): Record<string, Score> =>
  byId(ids, (id) => {
    const chosen = one(body, `score.${id}`);
    if (chosen === 'cannot_judge') return cannotJudge;
    const point = points.find((value) => String(value) === chosen);
    return point === undefined ? undefined : scored(point);
  });

const readComments = (ids: readonly string[], body: Body): Record<string, string> =>
  byId(ids, (id) => text(body, `comment.${id}`) || undefined);

/** Entries that were filled in; one about which nothing was said but its importance is none. */
function readRequests(body: Body): ReviewRequest[] {
  return Array.from({ length: MOST_REQUESTS }, (_, index) => `requests.${String(index)}`).flatMap((name) => {
    const said = text(body, `${name}.text`);
    const field = one(body, `${name}.field`);
    if (said === '' && field === '') return [];
    const request: ReviewRequest = {
      level: one(body, `${name}.level`) === 'must' ? 'must' : 'should',
      editorial: one(body, `${name}.editorial`) === 'yes',
      text: said,
    };
    return [field === '' ? request : { field, ...request }];
  });
}

function byId<T>(ids: readonly string[], read: (id: string) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    ids.flatMap((id): [string, T][] => {
      const value = read(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

const oneOf = <T>(known: readonly T[], value: unknown): T | undefined => known.find((option) => option === value);

function one(body: Body, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** As typed, but an empty one with white space in it is empty. */
function text(body: Body, name: string): string {
  const typed = cleanText(one(body, name));
  return typed.trim() === '' ? '' : typed;
}
