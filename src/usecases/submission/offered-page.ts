import { latestPage, type PageRow } from '../../db/publication-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { ownCaseFor, type OwnCase } from './own-case.ts';

export interface PageAnswerInput {
  readonly submissionId: SubmissionId;
  /** What the person had before them. */
  readonly number: number;
  readonly pageHash: string;
}

/** The page that waits for the submitter's word, if it is still the one that was read. */
export function offeredPage(
  unit: Pick<Unit, 'tx'>,
  actor: Actor,
  input: PageAnswerInput,
  move: 'approve_page' | 'ask_change',
): Result<OwnCase & { readonly page: PageRow }, Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, move);
  if (!found.ok) return found;
  const page = latestPage(unit.tx, input.submissionId);
  const waits = page?.answer === null && found.value.seen.pageOfferedAt !== null;
  if (page === undefined || !waits) return refuse({ kind: 'guard', guard: 'page_not_offered' });
  const same = page.number === input.number && page.pageHash === input.pageHash;
  return same ? ok({ ...found.value, page }) : refuse({ kind: 'guard', guard: 'page_changed' });
}
