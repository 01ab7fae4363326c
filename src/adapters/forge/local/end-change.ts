import type { MergeOutcome } from '../../../ports/forge.ts';
import { ABSENT, readRecord, recordRef, writeRecord } from './change-record.ts';
import type { ChangeRecord, StoredRecord } from './change-record.ts';
import { branchRef, changeOf } from './change-view.ts';
import { commitOf } from './history.ts';
import { mergeTrees, writeMergeCommit } from './merge-trees.ts';
import { moveRefs } from './move-refs.ts';

export interface MergeRequest {
  readonly branch: string;
  readonly expectedHead: string;
  readonly message: string;
  readonly defaultRef: string;
  readonly tip: string;
}

/**
 * One look and one merge. The default branch moves first and alone; what follows only tidies up, and is done by the
 * next call if a crash comes between. Undefined when the default branch or the branch moved meanwhile: look again.
 */
export async function tryMerge(
  gitDir: string,
  request: MergeRequest,
  signal: AbortSignal,
): Promise<MergeOutcome | undefined> {
  const { branch, expectedHead, tip } = request;
  const stored = await readRecord(gitDir, branch, signal);
  if (stored === undefined) return { kind: 'refused', words: `There is no change for ${branch}` };
  const change = await changeOf(gitDir, stored.record, tip, signal);
  if (change.state === 'merged') return settleMerged(gitDir, stored, change.mergeCommit ?? change.head, signal);
  if (change.state === 'closed') return { kind: 'refused', words: `Change ${String(change.number)} is closed` };
  if (change.head !== expectedHead)
    return { kind: 'refused', words: `The head is ${change.head}, not ${expectedHead}` };
  if ((await commitOf(gitDir, branchRef(branch), signal)) === undefined) {
    return { kind: 'refused', words: `The branch ${branch} is gone` };
  }
  const merged = await mergeTrees(gitDir, tip, expectedHead, signal);
  if (merged.kind === 'conflict') return merged;
  const commit = await writeMergeCommit(
    gitDir,
    { tree: merged.tree, parents: [tip, expectedHead], message: request.message, day: stored.record.day },
    signal,
  );
  const moves = [
    { ref: request.defaultRef, from: tip, to: commit },
    { ref: branchRef(branch), from: expectedHead, to: expectedHead },
  ];
  return (await moveRefs(gitDir, moves, signal)) ? settleMerged(gitDir, stored, commit, signal) : undefined;
}

async function settleMerged(
  gitDir: string,
  stored: StoredRecord,
  commit: string,
  signal: AbortSignal,
): Promise<MergeOutcome> {
  if (stored.record.state !== 'merged') {
    await replaceRecord(gitDir, stored, { ...stored.record, state: 'merged', mergeCommit: commit }, signal);
  }
  await dropOwnBranch(gitDir, stored.record, signal);
  return { kind: 'merged', commit };
}

/** Closes an open change; an ended one stays as it is. False when somebody else was faster: look again. */
export async function tryClose(gitDir: string, branch: string, tip: string, signal: AbortSignal): Promise<boolean> {
  const stored = await readRecord(gitDir, branch, signal);
  if (stored === undefined) return true;
  const { state } = await changeOf(gitDir, stored.record, tip, signal);
  const settled =
    state !== 'open' || (await replaceRecord(gitDir, stored, { ...stored.record, state: 'closed' }, signal));
  if (settled) await dropOwnBranch(gitDir, stored.record, signal);
  return settled;
}

/** A closed change is open again, on the branch as the service made it if the branch is gone. */
export async function tryReopen(gitDir: string, branch: string, signal: AbortSignal): Promise<boolean> {
  const stored = await readRecord(gitDir, branch, signal);
  if (stored?.record.state !== 'closed') return true;
  // Fails when the branch is still there, which is just as good.
  await moveRefs(gitDir, [{ ref: branchRef(branch), from: ABSENT, to: stored.record.head }], signal);
  return replaceRecord(gitDir, stored, { ...stored.record, state: 'open' }, signal);
}

async function replaceRecord(
  gitDir: string,
  stored: StoredRecord,
  record: ChangeRecord,
  signal: AbortSignal,
): Promise<boolean> {
  const object = await writeRecord(gitDir, record, signal);
  return moveRefs(gitDir, [{ ref: recordRef(record.branch), from: stored.object, to: object }], signal);
}

/** Only while its head is the commit that the service made; somebody else's work is never taken away. */
async function dropOwnBranch(gitDir: string, record: ChangeRecord, signal: AbortSignal): Promise<void> {
  await moveRefs(gitDir, [{ ref: branchRef(record.branch), from: record.head, to: ABSENT }], signal);
}
