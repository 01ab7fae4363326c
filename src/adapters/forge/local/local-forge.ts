import { ForgeRefused, ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';
import type { Change, ChangeRequest, EnsuredChange, Forge, ForgeFile, MergeOutcome } from '../../../ports/forge.ts';
import { readAllRecords, readRecord } from './change-record.ts';
import { changeOf } from './change-view.ts';
import { tryClose, tryMerge, tryReopen } from './end-change.ts';
import { tryEnsure, tryRebuild } from './ensure-change.ts';
import { commitOf } from './history.ts';
import { namesAt, readFilesAt } from './read-tree.ts';
import { requireBranch, requireCommit, requireFolder, requireRequest } from '../request-shape.ts';
import { runGit } from './run-git.ts';

/** How often a write looks again after somebody else moved a ref under it. */
const ATTEMPTS = 20;

/**
 * A bare repository on this machine as a forge. Writes of one instance queue up; against every other writer, another
 * process or `git push`, each moves its refs by compare-and-swap and looks again when it lost.
 */
export class LocalForge implements Forge {
  readonly key: string;
  readonly #gitDir: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
    this.key = `local:${gitDir}`;
  }

  async head(signal: AbortSignal): Promise<string> {
    const tip = await commitOf(this.#gitDir, await this.#defaultRef(signal), signal);
    if (tip === undefined) throw new ForgeRefused('The default branch has no commit');
    return tip;
  }

  async readFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly ForgeFile[]> {
    requireCommit(commit);
    requireFolder(folder);
    return readFilesAt(this.#gitDir, commit, folder, signal);
  }

  async listFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly string[]> {
    requireCommit(commit);
    requireFolder(folder);
    return namesAt(this.#gitDir, commit, folder, signal);
  }

  async ensureChange(request: ChangeRequest, signal: AbortSignal): Promise<EnsuredChange> {
    requireRequest(request);
    return this.#write(async () => tryEnsure(this.#gitDir, request, await this.head(signal), signal));
  }

  async rebuildChange(request: ChangeRequest, signal: AbortSignal): Promise<Change> {
    requireRequest(request);
    return this.#write(async () => {
      const tip = await this.head(signal);
      const ensured = await tryEnsure(this.#gitDir, request, tip, signal);
      if (ensured?.change.mergeable !== 'conflict') return ensured?.change;
      return tryRebuild(this.#gitDir, request, ensured.change, tip, signal);
    });
  }

  async findChange(branch: string, signal: AbortSignal): Promise<Change | undefined> {
    requireBranch(branch);
    const stored = await readRecord(this.#gitDir, branch, signal);
    return stored && changeOf(this.#gitDir, stored.record, await this.head(signal), signal);
  }

  async diff(branch: string, signal: AbortSignal): Promise<string> {
    requireBranch(branch);
    const stored = await readRecord(this.#gitDir, branch, signal);
    if (stored === undefined) throw new ForgeRefused(`There is no change for ${branch}`);
    const { head } = await changeOf(this.#gitDir, stored.record, await this.head(signal), signal);
    const args = [
      'diff',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      stored.record.base,
      head,
      '--',
    ];
    return (await runGit(this.#gitDir, { args, signal })).stdout.toString('utf8');
  }

  async merge(branch: string, expectedHead: string, message: string, signal: AbortSignal): Promise<MergeOutcome> {
    requireBranch(branch);
    requireCommit(expectedHead);
    return this.#write(async () => {
      const defaultRef = await this.#defaultRef(signal);
      const tip = await this.head(signal);
      return tryMerge(this.#gitDir, { branch, expectedHead, message, defaultRef, tip }, signal);
    });
  }

  async close(branch: string, signal: AbortSignal): Promise<void> {
    requireBranch(branch);
    await this.#write(async () => (await tryClose(this.#gitDir, branch, await this.head(signal), signal)) || undefined);
  }

  /** What a person does on the forge after a change was closed; the service itself never does. */
  async reopen(branch: string, signal: AbortSignal): Promise<void> {
    requireBranch(branch);
    await this.#write(async () => (await tryReopen(this.#gitDir, branch, signal)) || undefined);
  }

  async listChanges(signal: AbortSignal): Promise<readonly Change[]> {
    const stored = await readAllRecords(this.#gitDir, signal);
    const tip = await this.head(signal);
    const changes: Change[] = [];
    // One after the other: each asks git, and hundreds of processes at once help nobody.
    for (const { record } of stored) changes.push(await changeOf(this.#gitDir, record, tip, signal));
    return changes;
  }

  /** Lets one write in at a time, and repeats it while it answers that somebody else was faster. */
  #write<T>(attempt: () => Promise<T | undefined>): Promise<T> {
    const mine = this.#last.then(() => repeat(attempt));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #defaultRef(signal: AbortSignal): Promise<string> {
    const { stdout } = await runGit(this.#gitDir, { args: ['symbolic-ref', 'HEAD'], signal });
    return stdout.toString('utf8').trim();
  }
}

async function repeat<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new ForgeUnavailable('Other writers were faster every time');
}
