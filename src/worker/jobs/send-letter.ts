import { letterOutcome } from '../../db/queries/letter-facts.ts';
import { buryJob, finishJob, type ClaimedJob } from '../../db/outbox.ts';
import type { Letter } from '../../domain/letters.ts';
import { MailRefused } from '../../domain/mail/mail-faults.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import type { Addressee, Composed } from '../../letters/composed.ts';
import { recordLetter, type LetterFact } from '../../usecases/letters/record-letter.ts';
import type { JobHandler } from '../run-worker.ts';
import type { WorkerDeps } from '../worker-deps.ts';
import { putOff } from './put-off.ts';

type Written = Extract<Composed, { kind: 'written' }>;

/**
 * Sends one letter: asks whether it left before, composes it from the database as it is now, hands it over, and writes
 * down in one transaction that it left and that the job is done. After a crash in between it leaves again under the
 * same Message-ID and date.
 */
export const runLetter: JobHandler<'letter'> = async (deps, { letter }, claimed, signal) => {
  if (letterOutcome(deps.db, claimed.key) === 'sent') return 'done';
  const { db, keys, baseUrl, clock, registry } = deps;
  const definition = registry.current.bind(registry);
  const composed = composeLetter({ db, keys, baseUrl, now: clock.now(), definition }, letter);
  switch (composed.kind) {
    case 'not_wanted':
      return 'cancelled';
    case 'held':
      return putOff(deps, claimed, 'hold');
    case 'no_address':
      return record(deps, claimed, factOf(deps, claimed, letter, 'no_address', composed.addressee));
    case 'written':
      return send(deps, claimed, letter, composed, signal);
  }
};

async function send(
  deps: WorkerDeps,
  claimed: ClaimedJob,
  letter: Letter,
  { to, letter: written, addressee }: Written,
  signal: AbortSignal,
): Promise<'recorded'> {
  const messageId = messageIdOf(deps, claimed);
  try {
    await deps.mailer.send({ ...written, to, messageId, date: new Date(claimed.queuedAt) }, signal);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    deps.log.jobFailed('letter', error);
    return record(deps, claimed, factOf(deps, claimed, letter, 'refused', addressee), error.message);
  }
  return record(deps, claimed, factOf(deps, claimed, letter, 'sent', addressee));
}

/**
 * The fact and the end of its job. A refused letter to staff or a reviewer stays on the job board, for somebody can
 * mend the address there; of one to a submitter the case itself tells.
 */
async function record(deps: WorkerDeps, claimed: ClaimedJob, fact: LetterFact, refusal?: string): Promise<'recorded'> {
  await deps.write((unit) => {
    const now = unit.clock.now();
    const mendable = refusal !== undefined && fact.personId !== undefined;
    const ended = mendable ? buryJob(unit.tx, claimed, now, refusal) : finishJob(unit.tx, claimed, now);
    if (ended) recordLetter(unit, fact);
  });
  return 'recorded';
}

function factOf(
  deps: WorkerDeps,
  claimed: ClaimedJob,
  { name }: Letter,
  outcome: LetterFact['outcome'],
  addressee: Addressee,
): LetterFact {
  return { key: claimed.key, name, outcome, messageId: messageIdOf(deps, claimed), ...addressee };
}

/** A function of the job's key: a letter that is sent twice is recognised as one, and tells nothing. */
const messageIdOf = ({ keys, baseUrl }: WorkerDeps, { key }: ClaimedJob): string =>
  `<${keys.digest(key).slice(0, 40)}@${new URL(baseUrl).hostname}>`;
