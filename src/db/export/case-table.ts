import type { ExportColumn, ExportOrder } from '../../domain/export/order.ts';
import { points, type ExportedCase } from './exported-case.ts';

export type Cell = string | number | null | undefined;

/** A table: what stands above it, and the lines of one case. */
export interface ExportTable {
  readonly headings: readonly string[];
  readonly lines: (one: ExportedCase) => (readonly Cell[])[];
}

/** What a code is called. */
export const inWords = ({ words }: ExportOrder, what: string, code: string | null | undefined): Cell =>
  code == null || code === '' ? undefined : (words.codes[`${what}.${code}`] ?? code);

export const day = (instant: string | null): Cell => instant?.slice(0, 10);

/** Columns with which a line of either table begins and ends. */
export const begin = (order: ExportOrder, one: ExportedCase): Cell[] => [
  order.id,
  one.publicId,
  inWords(order, 'state', one.state),
  one.held === 1 ? order.words.yes : order.words.no,
  inWords(order, 'kind', one.kind),
  one.title,
  inWords(order, 'language', one.language),
];
export const beginning = ['export', 'case', 'state', 'held', 'kind', 'title', 'language'] as const;

export const headingsOf = ({ words }: ExportOrder, columns: readonly ExportColumn[]): string[] =>
  columns.map((column) => words.columns[column]);

const columns: readonly ExportColumn[] = [
  ...beginning,
  'sent',
  'changed',
  'version',
  'round',
  'wanted',
  'answered',
  'score',
  'spread',
  'outcome',
  'category',
  'evidence',
  'decided',
  'published',
  'address',
];

/** One line for each case. */
export function caseTable(order: ExportOrder): ExportTable {
  return {
    headings: headingsOf(order, columns),
    lines: (one) => {
      const decided = [
        inWords(order, 'outcome', one.outcome),
        inWords(order, 'category', one.category),
        one.evidence,
        day(one.decidedAt),
      ];
      const reviewed = [one.round, one.wanted, one.answered, points(one.score), points(one.spread)];
      const dates = [day(one.sentAt), day(one.updatedAt), one.version];
      const end = [day(one.publishedAt), `${order.casesAt}${one.publicId}`];
      return [[...begin(order, one), ...dates, ...reviewed, ...decided, ...end]];
    },
  };
}
