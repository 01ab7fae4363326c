import type { ExportId, ModuleId, PersonId } from '../ids.ts';
import type { ExportFormat, ExportScope } from './export.ts';

/** What is read out, for whom, and in which words. Plain data: it goes to a thread of its own. */
export interface ExportOrder {
  /** Stands in every line. */
  readonly id: ExportId;
  readonly module: ModuleId;
  /** Whoever takes the file: cases in which they have a part are not in it. */
  readonly viewer: PersonId;
  readonly scope: ExportScope;
  readonly format: ExportFormat;
  readonly words: ExportWords;
  /** What stands before a case's id in the address of its page. */
  readonly casesAt: string;
}

export interface ExportWords {
  readonly columns: Readonly<Record<ExportColumn, string>>;
  /** What a code is called in a table, by `<what>.<code>`; one that is not in it is written as it is. */
  readonly codes: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
}

/** The columns of both tables; those of criteria and gates follow the rubrics. */
export const exportColumns = [
  'export',
  'case',
  'state',
  'held',
  'kind',
  'title',
  'language',
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
  'advice',
  'decision_reason',
  'decided',
  'published',
  'address',
  'reviewer',
  'submitted',
  'counts',
  'total',
  'recommendation',
  'confidence',
  'evidence_vote',
  'strengths',
  'requests',
  'points',
  'weight',
  'reason',
  'verdict',
  'note',
] as const;
export type ExportColumn = (typeof exportColumns)[number];
