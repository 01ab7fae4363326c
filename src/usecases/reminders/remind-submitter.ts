import { shownState } from '../../db/queries/shown-state.ts';
import { queuedAt } from '../../db/queries/clock-facts.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

const DAY_MS = 86_400_000;

/** Days after which a submitter is reminded. Source: the promises per state; the page's two days are ours. */
const REVISION_DAYS = [14, 45] as const;
const PAGE_DAYS = [5, 10] as const;

/**
 * The reminder that is due and was not queued yet: what it is about. Only the latest is ever sent, so that nobody
 * gets two at once after a pause. Reads only.
 */
export function submittersReminder(reader: Reader, row: SubmissionRow, now: Date): string | undefined {
  if (row.held || shownState(reader, row) !== row.state) return undefined;
  const since = row.state === 'revision' ? row.stateEnteredAt : row.pageOfferedAt;
  if (since === null || (row.state !== 'revision' && row.state !== 'accepted')) return undefined;
  const days = row.state === 'revision' ? REVISION_DAYS : PAGE_DAYS;
  const passed = days.filter((day) => now.getTime() >= Date.parse(since) + day * DAY_MS).at(-1);
  if (passed === undefined) return undefined;
  const about = `reminder:${since}:${String(passed)}`;
  return queuedAt(reader, `news:${row.id}:${about}`) === undefined ? about : undefined;
}

/** Queues the reminder that is due, once: there is news, open your page. */
export function remindSubmitter(unit: Pick<Unit, 'tx' | 'clock'>, id: SubmissionId): boolean {
  const row = findSubmission(unit.tx, id);
  const about = row && submittersReminder(unit.tx, row, unit.clock.now());
  if (about === undefined) return false;
  enqueueLetter(unit, { name: 'news', submissionId: id, about }, `${id}:${about}`);
  return true;
}
