import type { SubmissionRow } from '../../db/submission-store.ts';
import { leaksIn, type Leak } from '../../domain/safety/leak-gate.ts';
import type { ReadingUnit } from '../unit.ts';
import { leakRules } from './leak-rules.ts';
import { makePage, type MadePage } from './make-page.ts';

export interface PageToOffer {
  readonly made: MadePage;
  /** What must be mended before anybody is shown the page. */
  readonly leaks: readonly Leak[];
}

/** The page of an accepted case as it would be offered now; undefined without a decision to accept. Writes nothing. */
export function pageToOffer(unit: ReadingUnit, submission: SubmissionRow): PageToOffer | undefined {
  const made = makePage(unit, submission);
  return made && { made, leaks: leaksIn(made.files, leakRules(unit, submission, made)) };
}
