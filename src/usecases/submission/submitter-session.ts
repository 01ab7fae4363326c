import { deleteSubmitterSession, putSubmitterSession } from '../../db/submitter-session-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

/** Hours after the last use at which a browser has to be given the receipt again. */
export const SUBMITTER_HOURS = 24;

export interface BrowserWithReceipt {
  readonly submissionId: SubmissionId;
  readonly receipt: string;
  /** The cookie of the browser: it alone can read the receipt again. */
  readonly token: string;
}

/** Remembers or prolongs that this browser holds the receipt, so that it can be shown on every page. */
export function rememberBrowser(unit: Pick<Unit, 'tx' | 'clock' | 'keys'>, browser: BrowserWithReceipt): void {
  const now = unit.clock.now();
  putSubmitterSession(unit.tx, {
    hash: unit.keys.hash('submitter', browser.token),
    submissionId: browser.submissionId,
    sealedReceipt: unit.keys.seal(browser.token, browser.receipt),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SUBMITTER_HOURS * 3_600_000).toISOString(),
  });
}

/** Forgets the receipt in this browser; the text stays. */
export function forgetBrowser(unit: Pick<Unit, 'tx' | 'keys'>, input: { token: string }): void {
  deleteSubmitterSession(unit.tx, unit.keys.hash('submitter', input.token));
}
