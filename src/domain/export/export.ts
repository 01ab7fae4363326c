import type { ExportId, ModuleId, PersonId } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';

/** A list of cases, or besides it every review with its points, reasons and weights. */
export const exportScopes = ['cases', 'reviews'] as const;
export type ExportScope = (typeof exportScopes)[number];

/** A table for a spreadsheet, in words; or one object a line for a program, in codes. */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * One file of all cases: what is asked for, why, and what was answered. Its id stands in every line of the file and leads
 * back to here.
 */
export interface Export {
  readonly id: ExportId;
  readonly module: ModuleId;
  readonly scope: ExportScope;
  readonly format: ExportFormat;
  readonly reason: string;
  readonly askedBy: PersonId;
  readonly askedAt: Date;
  readonly answer: ExportAnswer | undefined;
}

export interface ExportAnswer {
  readonly kind: 'approved' | 'refused';
  readonly by: PersonId;
  readonly at: Date;
}

/** Characters (code points, without the white space around) of a reason: who approves must be able to weigh it. */
export const EXPORT_REASON_MINIMUM = 20;
const LONGEST_REASON = 2000;

const HOUR_MS = 3_600_000;
/** For so long an approved file may be downloaded, and nobody asks twice within it. */
const DAY_MS = 24 * HOUR_MS;
/** A question that nobody answered is not approved weeks later by somebody who remembers nothing of it. */
const ANSWER_WITHIN_MS = 7 * DAY_MS;

export type ExportStanding = 'waiting' | 'lapsed' | 'refused' | 'ready' | 'over';

/** Where an export stands at a moment; computed, never stored. */
export function exportStanding({ askedAt, answer }: Pick<Export, 'askedAt' | 'answer'>, now: Date): ExportStanding {
  if (answer === undefined) return within(askedAt, ANSWER_WITHIN_MS, now) ? 'waiting' : 'lapsed';
  if (answer.kind === 'refused') return 'refused';
  return within(answer.at, DAY_MS, now) ? 'ready' : 'over';
}

/** Since when a question must have been asked to wait for an answer still. */
export const openSince = (now: Date): Date => new Date(now.getTime() - ANSWER_WITHIN_MS);

const within = (since: Date, long: number, now: Date): boolean => now.getTime() < since.getTime() + long;

/** The first moment at which somebody may ask again who asked then. */
export const askAgainFrom = (askedAt: Date): Date => new Date(askedAt.getTime() + DAY_MS);

/** A reason as it is kept, or undefined where it says too little to be weighed. */
export function readExportReason(typed: string): string | undefined {
  const reason = typed.trim().slice(0, LONGEST_REASON).toWellFormed();
  return Array.from(reason).length >= EXPORT_REASON_MINIMUM ? reason : undefined;
}

export type ExportProblem = 'reason_too_short' | 'asked_today' | 'choice_missing';

/** Whether somebody may ask now who last asked at that moment. */
export function mayAskNow(lastAsked: Date | undefined, now: Date): Result<'may', 'asked_today'> {
  return lastAsked === undefined || now >= askAgainFrom(lastAsked) ? ok('may') : refuse('asked_today');
}
