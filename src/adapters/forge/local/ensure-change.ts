import { BranchTaken } from '../../../domain/publication/forge-faults.ts';
import type { Change, ChangeRequest, EnsuredChange } from '../../../ports/forge.ts';
import { requireExpected } from '../expected-files.ts';
import { ABSENT, nextNumber, numberRef, readRecord, recordRef, writeRecord } from './change-record.ts';
import type { ChangeRecord, StoredRecord } from './change-record.ts';
import { branchRef, changeOf } from './change-view.ts';
import { commitOf, isOurs } from './history.ts';
import { importCommit } from './import-commit.ts';
import { moveRefs } from './move-refs.ts';
import { readFilesAt } from './read-tree.ts';
import { runGit } from './run-git.ts';

/** One look at the repository and one step forward; undefined when somebody else was faster: look again. */
export async function tryEnsure(
  gitDir: string,
  request: ChangeRequest,
  tip: string,
  signal: AbortSignal,
): Promise<EnsuredChange | undefined> {
  const stored = await readRecord(gitDir, request.branch, signal);
  if (stored !== undefined) {
    const change = await changeOf(gitDir, stored.record, tip, signal);
    if (change.state !== 'open') return { change, adopted: true };
    if (stored.record.key !== request.key) throw new BranchTaken(request.branch);
  }
  const branch = await ensureBranch(gitDir, request, stored, tip, signal);
  if (branch === undefined) return undefined;
  const record = await ensureRecord(gitDir, request, stored, branch, signal);
  if (record === undefined) return undefined;
  return { change: await changeOf(gitDir, record, tip, signal), adopted: branch.adopted };
}

interface OwnBranch {
  readonly head: string;
  readonly base: string;
  readonly adopted: boolean;
}

async function ensureBranch(
  gitDir: string,
  request: ChangeRequest,
  stored: StoredRecord | undefined,
  tip: string,
  signal: AbortSignal,
): Promise<OwnBranch | undefined> {
  const ref = branchRef(request.branch);
  const found = await commitOf(gitDir, ref, signal);
  if (found !== undefined) {
    if (!(await isOurs(gitDir, found, request.key, signal))) throw new BranchTaken(request.branch);
    const base = stored?.record.base ?? (await commitOf(gitDir, `${found}^`, signal)) ?? tip;
    return { head: found, base, adopted: true };
  }
  const head = stored?.record.head ?? (await firstCommit(gitDir, request, tip, signal));
  const made = await moveRefs(gitDir, [{ ref, from: ABSENT, to: head }], signal);
  return made ? { head, base: stored?.record.base ?? tip, adopted: false } : undefined;
}

async function firstCommit(gitDir: string, request: ChangeRequest, tip: string, signal: AbortSignal): Promise<string> {
  await requireExpected(request, (folder) => readFilesAt(gitDir, tip, folder, signal));
  const { removes, files, message, day } = request;
  return importCommit(gitDir, { parents: [tip], removes, files, message, day }, signal);
}

async function ensureRecord(
  gitDir: string,
  request: ChangeRequest,
  stored: StoredRecord | undefined,
  own: OwnBranch,
  signal: AbortSignal,
): Promise<ChangeRecord | undefined> {
  if (stored?.record.head === own.head) return stored.record;
  const { branch, title, body, key, day } = request;
  const number = stored?.record.number ?? (await nextNumber(gitDir, signal));
  const record = { number, branch, state: 'open', head: own.head, base: own.base, title, body, key, day } as const;
  const object = await writeRecord(gitDir, record, signal);
  const moves = [{ ref: recordRef(branch), from: stored?.object ?? ABSENT, to: object }];
  if (stored === undefined) moves.push({ ref: numberRef(number), from: ABSENT, to: object });
  return (await moveRefs(gitDir, moves, signal)) ? record : undefined;
}

/**
 * Lays the request over today's default branch as a further commit on its own branch, joining both lines, so that
 * a conflict is gone and nothing is forced. Undefined: look again.
 */
export async function tryRebuild(
  gitDir: string,
  request: ChangeRequest,
  ensured: Change,
  tip: string,
  signal: AbortSignal,
): Promise<Change | undefined> {
  const stored = await readRecord(gitDir, request.branch, signal);
  const tree = await treeOf(gitDir, tip, signal);
  const { removes, files, message, day } = request;
  const commit = { parents: [ensured.head, tip], tree, removes, files, message, day };
  const head = await importCommit(gitDir, commit, signal);
  if (!(await moveRefs(gitDir, [{ ref: branchRef(request.branch), from: ensured.head, to: head }], signal)))
    return undefined;
  const record = await ensureRecord(gitDir, request, stored, { head, base: tip, adopted: true }, signal);
  return record === undefined ? undefined : changeOf(gitDir, record, tip, signal);
}

async function treeOf(gitDir: string, commit: string, signal: AbortSignal): Promise<string> {
  const { stdout } = await runGit(gitDir, { args: ['rev-parse', '--verify', `${commit}^{tree}`], signal });
  return stdout.toString('utf8').trim();
}
