import type { Change } from '../../../ports/forge.ts';
import type { ChangeRecord } from './change-record.ts';
import { broughtInBy, commitOf, isAncestor, mergeCommitOf } from './history.ts';
import { mergeTrees } from './merge-trees.ts';

export const branchRef = (branch: string): string => `refs/heads/${branch}`;

/**
 * A change as it stands now. That an open one was merged is read from the history of the default branch, so it is
 * seen after a crash, and when somebody merged with plain git. A squash or a rebase leaves no trace of the commit, but
 * all that it changed.
 */
export async function changeOf(
  gitDir: string,
  record: ChangeRecord,
  tip: string,
  signal: AbortSignal,
): Promise<Change> {
  const { number, branch, state, mergeCommit } = record;
  if (state === 'merged' && mergeCommit !== undefined) {
    return { number, branch, state, head: record.head, mergeCommit, mergeable: 'unknown' };
  }
  if (await isAncestor(gitDir, record.head, tip, signal)) {
    const commit = await mergeCommitOf(gitDir, record.head, tip, signal);
    return { number, branch, state: 'merged', head: record.head, mergeCommit: commit, mergeable: 'unknown' };
  }
  const head = (await commitOf(gitDir, branchRef(branch), signal)) ?? record.head;
  if (state !== 'open') return { number, branch, state, head, mergeable: 'unknown' };
  const brought = await broughtInBy(gitDir, { base: record.base, head, tip }, signal);
  if (brought !== undefined) {
    return { number, branch, state: 'merged', head, mergeCommit: brought, mergeable: 'unknown' };
  }
  const merged = await mergeTrees(gitDir, tip, head, signal);
  return { number, branch, state, head, mergeable: merged.kind === 'clean' ? 'yes' : 'conflict' };
}
