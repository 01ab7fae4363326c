import { diffArrays } from 'diff';
import type { Answers, AnswerRecord, AnswerValue } from '../module/form.ts';

/** A piece of a changed text, in reading order; kept pieces are in both texts. */
export interface DiffPart {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

type LeafValue = string | boolean | number | null | readonly string[];

/** `path` is the dotted name of the answer: `title`, `risk_people.survivors.level`, `outcomes.0.before`. */
export type FieldDifference =
  | { readonly kind: 'added'; readonly path: string; readonly after: LeafValue }
  | { readonly kind: 'removed'; readonly path: string; readonly before: LeafValue }
  | {
      readonly kind: 'changed';
      readonly path: string;
      readonly before: LeafValue;
      readonly after: LeafValue;
      /** Word by word; undefined where it is no text or the comparison took too long: show both whole. */
      readonly parts: readonly DiffPart[] | undefined;
    };

/** Milliseconds that the comparison of one text may take; two texts with nothing in common are the worst. */
const TIMEOUT = 100;

/**
 * The difference between two versions of answers, answer by answer: first in the order of `before`, then what is new.
 * An empty answer counts as none. `language` (BCP 47) says where words end; it matters for Arabic, Thai and the like.
 */
export function differenceOf(before: Answers, after: Answers, language: string): FieldDifference[] {
  const old = new Map(leavesOf('', before));
  const young = new Map(leavesOf('', after));
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const kept = [...old].flatMap(([path, value]) => leafDifference(path, value, young.get(path), segmenter) ?? []);
  const fresh = [...young].filter(([path]) => !old.has(path));
  return [...kept, ...fresh.map(([path, value]) => ({ kind: 'added', path, after: value }) as const)];
}

function leafDifference(
  path: string,
  before: LeafValue,
  after: LeafValue | undefined,
  segmenter: Intl.Segmenter,
): FieldDifference | undefined {
  if (after === undefined) return { kind: 'removed', path, before };
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const texts = typeof before === 'string' && typeof after === 'string';
  return { kind: 'changed', path, before, after, parts: texts ? wordParts(before, after, segmenter) : undefined };
}

function wordParts(before: string, after: string, segmenter: Intl.Segmenter): DiffPart[] | undefined {
  const changes = diffArrays(wordsOf(before, segmenter), wordsOf(after, segmenter), { timeout: TIMEOUT });
  return changes?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }));
}

/** Words, spaces and marks, one after another; joined they are the text again. */
const wordsOf = (text: string, segmenter: Intl.Segmenter): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Every answer that is not empty, groups and repeats taken apart. The choices of a list stay together. */
function leavesOf(path: string, value: Answers | AnswerValue): [string, LeafValue][] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [[path, value]];
  if (isChoices(value)) return value.length === 0 ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, part]: [string, AnswerValue]) =>
    leavesOf(path === '' ? name : `${path}.${name}`, part),
  );
}

const isChoices = (value: AnswerRecord | readonly string[] | readonly AnswerRecord[]): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
