import { noteDeletedDraft } from '../../db/deleted-draft-store.ts';
import { oldDrafts, queuedAt } from '../../db/queries/clock-facts.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { addMonths, dayOf } from '../../domain/submission/days.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';

/** Days between the warning and the end, even where the service was off when the warning was due. */
const DAYS_OF_WARNING = 28;
const DAY = 86_400_000;
/** For so long whoever holds the receipt is told that the draft was deleted, and when. */
const DAYS_REMEMBERED = 365;

export interface AgingDraft {
  readonly submissionId: SubmissionId;
  readonly step: 'warn' | 'delete';
  /** Names the warning: a draft that is saved again gets another one, a year later. */
  readonly about: string;
}

/**
 * Drafts in which nothing was saved for so long that they are deleted, or that their writers are warned a month before.
 * Nothing is deleted of which no warning was queued four weeks before. Reads only.
 */
export function agingDrafts(reader: Reader, { id, policy }: ModuleDefinition, now: Date): AgingDraft[] {
  const today = dayOf(now, policy.timeZone);
  const warnedFrom = addMonths(today, 1 - policy.draftMonths);
  const candidates = oldDrafts(reader, id, new Date(Date.parse(warnedFrom) + 2 * DAY).toISOString());
  return candidates.flatMap(({ id: submissionId, savedAt }): AgingDraft[] => {
    const saved = dayOf(new Date(savedAt), policy.timeZone);
    const about = `draft:${saved}`;
    if (addMonths(saved, policy.draftMonths - 1) > today) return [];
    const warned = queuedAt(reader, `news:${submissionId}:${about}`);
    if (warned === undefined) return [{ submissionId, step: 'warn', about }];
    const isOver = addMonths(saved, policy.draftMonths) < today;
    const hadTime = now.getTime() - Date.parse(warned) >= DAYS_OF_WARNING * DAY;
    return isOver && hadTime ? [{ submissionId, step: 'delete', about }] : [];
  });
}

/** Warns the writer of a draft, or deletes it for good with its contact data; the day alone is remembered. */
export function clearDraft(unit: Pick<Unit, 'tx' | 'clock'>, { submissionId, step, about }: AgingDraft): void {
  if (step === 'warn') {
    enqueueLetter(unit, { name: 'news', submissionId, about }, `${submissionId}:${about}`);
    return;
  }
  const seen = findSubmission(unit.tx, submissionId);
  if (seen?.state !== 'draft') return;
  moveSubmission(unit, { seen, move: 'discard', actor: { kind: 'service' } });
  const now = unit.clock.now();
  const since = new Date(now.getTime() - DAYS_REMEMBERED * DAY).toISOString();
  noteDeletedDraft(unit.tx, { receiptHash: seen.receiptHash, deletedAt: now.toISOString() }, since);
}
