import { ForgeRefused, ForgeUnavailable, BranchTaken } from '../domain/publication/forge-faults.ts';
import type { JobKind } from '../domain/jobs.ts';
import { MailRefused } from '../domain/mail/mail-faults.ts';

/** What becomes of a job that failed. */
export type AfterFailure =
  { readonly kind: 'retry'; readonly at: Date; readonly countsAttempt: boolean } | { readonly kind: 'dead' };

const minutes = [1, 5, 15, 30, 60, 120, 240, 480];
/** Letters are given up after about five days; publishing pauses for a person after as many tries. */
const MOST_ATTEMPTS = 18;

/**
 * Temporary failures come back later, the pauses growing; told when, exactly then, costing no attempt; what will be
 * refused again waits for a person. `jitter` is between 0 and 1.
 */
export function afterFailure(failure: {
  kind: JobKind;
  attempts: number;
  error: unknown;
  now: Date;
  jitter: number;
}): AfterFailure {
  const { error, now, attempts } = failure;
  if (error instanceof ForgeRefused || error instanceof BranchTaken || error instanceof MailRefused)
    return { kind: 'dead' };
  if (error instanceof ForgeUnavailable && error.retryAt !== undefined) {
    return { kind: 'retry', at: new Date(error.retryAt), countsAttempt: false };
  }
  if (attempts >= MOST_ATTEMPTS) return { kind: 'dead' };
  const pause = minutes[Math.min(attempts - 1, minutes.length - 1)] ?? 1;
  const spread = pause * 60_000 * (0.8 + 0.4 * failure.jitter);
  return { kind: 'retry', at: new Date(now.getTime() + spread), countsAttempt: true };
}
