import { appendHistory } from '../../db/history-store.ts';
import { noteBounce, putLetter, type LetterRow } from '../../db/letter-store.ts';
import type { LetterName } from '../../domain/letters.ts';
import type { PersonId, SubmissionId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

export interface LetterFact {
  readonly key: string;
  readonly name: LetterName;
  readonly outcome: LetterRow['outcome'];
  readonly messageId: string;
  readonly personId?: PersonId | undefined;
  readonly submissionId?: SubmissionId | undefined;
}

/** The fact that a letter left, was refused for good, or had nowhere to go; with the history of its case. */
export function recordLetter(unit: Pick<Unit, 'tx' | 'clock'>, fact: LetterFact): void {
  const at = unit.clock.now().toISOString();
  const { key, name, outcome, messageId, personId, submissionId } = fact;
  const ids = { personId: personId ?? null, submissionId: submissionId ?? null };
  putLetter(unit.tx, { key, name, outcome, messageId, at, ...ids });
  if (submissionId === undefined || outcome === 'no_address') return;
  if (outcome === 'refused' && personId === undefined) noteBounce(unit.tx, submissionId, at);
  const act = outcome === 'sent' ? 'letter_sent' : 'letter_refused';
  const body = { letter: name, ...(personId === undefined ? {} : { person: personId }) };
  appendHistory(unit.tx, { at, actor: 'service', act, object: submissionId, body });
}
