import { typedAnswers } from '../../db/queries/own-submission.ts';
import { appendHistory } from '../../db/history-store.ts';
import { findByFormHash, findByPublicId, insertSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import { findWorkingCopy } from '../../db/working-copy-store.ts';
import type { PublicId, SubmissionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';
import { answersMark } from './answers-mark.ts';
import { keepAnswers, type KeepInput } from './keep-answers.ts';
import { rememberBrowser } from './submitter-session.ts';

export interface StartInput extends Omit<KeepInput, 'seen'> {
  /** As in `KeepInput`; the form of a text that was not saved yet has none. */
  readonly seen: string | undefined;
  /** Random, from the form; the receipt is made of it, so that it can be shown before anything is saved. */
  readonly formId: string;
  readonly token: string;
}

/**
 * Saves the first page: from now on nothing is lost, and the receipt works. The same form again, because the answer
 * never came, is the same draft; with other words in it `changed_meanwhile`, or `sent_differently` once it was sent.
 */
export function startDraft(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys' | 'random'>,
  input: StartInput,
): Result<{ submissionId: SubmissionId; receipt: string }, Refusal> {
  const receipt = unit.keys.receiptFor(input.formId);
  const formHash = unit.keys.hash('form', input.formId);
  const before = findByFormHash(unit.tx, formHash);
  if (before !== undefined && before.state !== 'draft' && !sameWords(unit, before, input)) {
    return refuse({ kind: 'sent_differently' });
  }
  const submission = before ?? insertDraft(unit, input, { formHash, receiptHash: unit.keys.hash('receipt', receipt) });
  if (submission.state === 'draft') {
    const kept = keepAnswers(unit, submission, { ...input, seen: seenBy(unit, submission, input) });
    if (!kept.ok) return kept;
  }
  rememberBrowser(unit, { submissionId: submission.id, receipt, token: input.token });
  return ok({ submissionId: submission.id, receipt });
}

/** Until a second save, the same form again is the same person who goes on typing after an answer was lost. */
function seenBy(unit: Pick<Unit, 'tx' | 'keys'>, submission: SubmissionRow, input: StartInput): string {
  const once = findWorkingCopy(unit.tx, submission.id)?.revision === 1;
  if (once) return answersMark(unit.keys, input.fields, typedAnswers(unit.tx, submission.id));
  return input.seen ?? answersMark(unit.keys, input.fields, {});
}

const sameWords = (unit: Pick<Unit, 'tx' | 'keys'>, before: SubmissionRow, input: StartInput): boolean =>
  answersMark(unit.keys, input.fields, typedAnswers(unit.tx, before.id)) ===
  answersMark(unit.keys, input.fields, input.typed);

function insertDraft(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  input: StartInput,
  hashes: { formHash: string; receiptHash: string },
): SubmissionRow {
  const at = unit.clock.now().toISOString();
  const id = unit.random.token(12) as SubmissionId;
  const publicId = freePublicId(unit);
  insertSubmission(unit.tx, {
    id,
    publicId,
    module: input.definition.id,
    ...hashes,
    state: 'draft',
    stateEnteredAt: at,
    interfaceLanguage: input.interfaceLanguage,
    createdAt: at,
    updatedAt: at,
  });
  appendHistory(unit.tx, { at, actor: 'anonymous', act: 'draft_made', object: id, body: {} });
  const row = findByPublicId(unit.tx, publicId);
  if (row === undefined) throw new Error('A draft that was just written is not there');
  return row;
}

/** Thirty-three million names; one that is taken is drawn again. */
function freePublicId(unit: Pick<Unit, 'tx' | 'random'>): PublicId {
  for (;;) {
    const publicId = `P-${unit.random.crockford(5)}` as PublicId;
    if (findByPublicId(unit.tx, publicId) === undefined) return publicId;
  }
}
