import { draftDeletedAt } from '../../db/deleted-draft-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { findByReceiptHash } from '../../db/submission-store.ts';
import type { ModuleId, SubmissionId } from '../../domain/ids.ts';
import { actorName } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { rememberBrowser } from './submitter-session.ts';

/** Nothing was saved in it for so long that it was deleted, to protect its writer. */
export interface DraftDeleted {
  readonly kind: 'draft_deleted';
  readonly at: string;
}

/**
 * Opens a submission by its receipt in this browser. A code that never existed, one that was erased and one of another
 * module are refused alike, and only of a draft that the clock has deleted its holder is told the day; all keyed work is done before the store is asked, so that the time tells nothing.
 */
export function openWithReceipt(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  input: { module: ModuleId; receipt: string; token: string },
): Result<SubmissionId, Refusal | DraftDeleted> {
  const receiptHash = unit.keys.hash('receipt', input.receipt);
  unit.keys.seal(input.token, input.receipt);
  const found = findByReceiptHash(unit.tx, input.module, receiptHash);
  const deletedAt = draftDeletedAt(unit.tx, receiptHash);
  if (found === undefined && deletedAt !== undefined) return refuse({ kind: 'draft_deleted', at: deletedAt });
  if (found === undefined) return refuse({ kind: 'not_found' });
  rememberBrowser(unit, { submissionId: found.id, receipt: input.receipt, token: input.token });
  const at = unit.clock.now().toISOString();
  const actor = actorName({ kind: 'submitter', submissionId: found.id });
  appendHistory(unit.tx, { at, actor, act: 'receipt_used', object: found.id, body: {} });
  return ok(found.id);
}
