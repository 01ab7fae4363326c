import { ForgeRefused, ForgeUnavailable, BranchTaken } from '../domain/publication/forge-faults.ts';
import type { Job } from '../domain/jobs.ts';
import { MailRefused } from '../domain/mail/mail-faults.ts';

/** What becomes of a job that failed. */
export type AfterFailure =
  | { readonly kind: 'retry'; readonly at: Date; readonly countsAttempt: boolean }
  /** A person has to see to it. */
  | { readonly kind: 'dead' }
  /** It would be of no use any more. */
  | { readonly kind: 'dropped' };

/** Pauses grow to eight hours and stay there. */
const minutes = [1, 5, 15, 30, 60, 120, 240, 480];
/** A letter waits five days for its mail server; publishing pauses for a person after a few days less. */
const mostAttempts = { letter: 22, other: 18 };
/** What a letter with a secret waits: that is good for ten minutes. */
const secretMinutes = [1 / 3, 1, 3];

/**
 * Temporary failures come back later, the pauses growing; told when, exactly then, costing no attempt; what will be
 * refused again waits for a person. `jitter` is between 0 and 1.
 */
export function afterFailure(failure: {
  job: Job;
  attempts: number;
  error: unknown;
  now: Date;
  jitter: number;
}): AfterFailure {
  const { error, now, attempts } = failure;
  // Every change is looked at again within a quarter of an hour, whoever asked.
  if (failure.job.kind === 'look_at_change') return { kind: 'dropped' };
  if (error instanceof ForgeRefused || error instanceof BranchTaken || error instanceof MailRefused)
    return { kind: 'dead' };
  if (error instanceof ForgeUnavailable && error.retryAt !== undefined) {
    return { kind: 'retry', at: new Date(error.retryAt), countsAttempt: false };
  }
  const pause = pauseAfter(failure.job, attempts);
  if (typeof pause === 'string') return { kind: pause };
  const spread = pause * 60_000 * (0.8 + 0.4 * failure.jitter);
  return { kind: 'retry', at: new Date(now.getTime() + spread), countsAttempt: true };
}

/** In minutes. */
function pauseAfter(job: Job, attempts: number): number | 'dead' | 'dropped' {
  if (holdsSecret(job)) return secretMinutes[attempts - 1] ?? 'dropped';
  const most = job.kind === 'letter' ? mostAttempts.letter : mostAttempts.other;
  return attempts >= most ? 'dead' : (minutes[Math.min(attempts, minutes.length) - 1] ?? 1);
}

const holdsSecret = (job: Job): boolean =>
  job.kind === 'letter' && (job.letter.name === 'sign_in' || job.letter.name === 'assignment_code');
