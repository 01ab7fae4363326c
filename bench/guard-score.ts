import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findIdentifiers } from '../src/domain/safety/identifiers.ts';
import {
  identifierTypes,
  overlaps,
  type Finding,
  type IdentifierType,
  type Span,
} from '../src/domain/safety/identifiers/finding.ts';

export const textLanguages = ['en', 'fr', 'es', 'ar'] as const;
export type TextLanguage = (typeof textLanguages)[number];
/** Rules are tuned on `tune`; each held-out set, the later one named by its day, measured them once before they saw it. */
export const textSets = ['tune', 'held_out', 'held_out_2026-11-25', 'held_out_2026-11-26'] as const;
export type TextSet = (typeof textSets)[number];

interface Label {
  readonly type: IdentifierType;
  readonly excerpt: string;
}

/** A text with what a careful person would mark in it; a text without labels is clean. */
export interface LabelledText {
  readonly language: TextLanguage;
  readonly country: string;
  readonly text: string;
  readonly expected: readonly Label[];
  readonly allowed?: readonly Label[];
}

/** One text, what was missed in it, and what was told beyond its labels. */
export interface Judged {
  readonly labelled: LabelledText;
  readonly missed: readonly Label[];
  readonly extra: readonly Finding[];
}

export interface Count {
  readonly expected: number;
  readonly found: number;
  readonly falseAlarms: number;
}

const folder = path.join(import.meta.dirname, '../tests/domain/texts/labelled');

export function readLabelled(set: TextSet, language: TextLanguage): readonly LabelledText[] {
  return JSON.parse(readFileSync(path.join(folder, `${set}-${language}.json`), 'utf8')) as LabelledText[];
}

/** A label is found when a finding of its type touches it; a finding is false when it touches no label of its type. */
export function judge(labelled: LabelledText): Judged {
  const told = findIdentifiers(labelled.text);
  const touches = (label: Label, finding: Finding): boolean =>
    label.type === finding.type && overlaps(spanOf(labelled.text, label.excerpt), finding);
  return {
    labelled,
    missed: labelled.expected.filter((label) => !told.some((finding) => touches(label, finding))),
    extra: told.filter(
      (finding) => ![...labelled.expected, ...(labelled.allowed ?? [])].some((label) => touches(label, finding)),
    ),
  };
}

/** Counts of one type; false alarms of clean texts and of all others alike. */
export function countOf(judged: readonly Judged[], type: IdentifierType): Count {
  const ofType = (labels: readonly { readonly type: IdentifierType }[]): number =>
    labels.filter((label) => label.type === type).length;
  const expected = judged.reduce((sum, { labelled }) => sum + ofType(labelled.expected), 0);
  const missed = judged.reduce((sum, one) => sum + ofType(one.missed), 0);
  return {
    expected,
    found: expected - missed,
    falseAlarms: judged.reduce((sum, { extra }) => sum + ofType(extra), 0),
  };
}

export const countsOf = (judged: readonly Judged[]): Record<IdentifierType, Count> =>
  Object.fromEntries(identifierTypes.map((type) => [type, countOf(judged, type)])) as Record<IdentifierType, Count>;

/** Findings in a text that has nothing to find, on average. */
export function falsePerCleanText(judged: readonly Judged[]): number {
  const clean = judged.filter(({ labelled }) => labelled.expected.length === 0);
  return clean.reduce((sum, { extra }) => sum + extra.length, 0) / Math.max(1, clean.length);
}

function spanOf(text: string, excerpt: string): Span {
  const start = text.indexOf(excerpt);
  if (start === -1) throw new Error(`a label is not in its text: ${excerpt}`);
  return { start, end: start + excerpt.length };
}
