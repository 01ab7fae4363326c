import { ForgeRefused, ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';
import type { Change, ChangeRequest, EnsuredChange, Forge, ForgeFile, MergeOutcome } from '../../../ports/forge.ts';
import { requireBranch, requireCommit, requireFolder, requireRequest } from '../request-shape.ts';
import { diffAnswer, type Pull } from './answers.ts';
import { tipOf } from './branches.ts';
import { closeChange, tryMerge } from './end-change.ts';
import { tryEnsure, tryRebuild } from './ensure-change.ts';
import { apiOf, type GitHubOptions, type RepositoryMemory } from './github-options.ts';
import type { Hands } from './hands.ts';
import { allChanges } from './list-changes.ts';
import { pause } from './pacer.ts';
import { changeOf, findPull, stateOf } from './pulls.ts';
import { TreeReader } from './read-tree.ts';
import { RepositoryFinder, type Repository } from './repository.ts';

/** How often a write looks again after somebody else was faster. */
const ATTEMPTS = 12;

/** A repository on GitHub as a forge: every change a pull request. Writes of one instance queue up. */
export class GitHubForge implements Forge {
  readonly key: string;
  readonly #finder: RepositoryFinder;
  readonly #trees = new TreeReader();
  readonly #memory: RepositoryMemory | undefined;
  readonly #askAgainMs: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: GitHubOptions) {
    const { owner, name } = options;
    this.key = `github:${owner}/${name}`;
    this.#finder = new RepositoryFinder(apiOf(options), owner, name, options.memory);
    this.#memory = options.memory;
    this.#askAgainMs = options.askAgainMs ?? 1500;
  }

  async head(signal: AbortSignal): Promise<string> {
    const repo = await this.#finder.known(signal);
    const tip = await tipOf(repo, repo.defaultBranch, signal);
    if (tip === undefined) throw new ForgeRefused('The default branch of the repository has no commit');
    await this.#memory?.keep({ number: repo.id, head: tip });
    return tip;
  }

  async readFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly ForgeFile[]> {
    requireCommit(commit);
    requireFolder(folder);
    const repo = await this.#finder.known(signal);
    return this.#trees.read(repo, await this.#trees.files(repo, commit, folder, signal), signal);
  }

  async listFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly string[]> {
    requireCommit(commit);
    requireFolder(folder);
    return this.#trees.names(await this.#finder.known(signal), commit, folder, signal);
  }

  async ensureChange(request: ChangeRequest, signal: AbortSignal): Promise<EnsuredChange> {
    requireRequest(request);
    return this.#write(signal, (hands) => tryEnsure(hands, request));
  }

  async rebuildChange(request: ChangeRequest, signal: AbortSignal): Promise<Change> {
    requireRequest(request);
    return this.#write(signal, (hands) => tryRebuild(hands, request));
  }

  async findChange(branch: string, signal: AbortSignal): Promise<Change | undefined> {
    requireBranch(branch);
    const repo = await this.#finder.known(signal);
    const pull = await findPull(repo, branch, signal);
    return pull && changeOf(repo, pull, this.#askAgainMs, signal);
  }

  async diff(branch: string, signal: AbortSignal): Promise<string> {
    requireBranch(branch);
    const repo = await this.#finder.known(signal);
    const pull = await findPull(repo, branch, signal);
    if (pull === undefined) throw new ForgeRefused(`There is no pull request for ${branch}`);
    const basehead = `${await this.#sideOf(repo, pull, signal)}...${pull.head.sha}`;
    const headers = { accept: 'application/vnd.github.diff' };
    return repo.ask(signal, 'GET /repos/{owner}/{repo}/compare/{basehead}', diffAnswer, { basehead, headers });
  }

  async merge(branch: string, expectedHead: string, message: string, signal: AbortSignal): Promise<MergeOutcome> {
    requireBranch(branch);
    requireCommit(expectedHead);
    return this.#write(signal, (hands) => tryMerge(hands, { branch, expectedHead, message }));
  }

  async close(branch: string, signal: AbortSignal): Promise<void> {
    requireBranch(branch);
    await this.#write(signal, async (hands) => {
      await closeChange(hands, branch);
      return true;
    });
  }

  async listChanges(signal: AbortSignal): Promise<readonly Change[]> {
    return allChanges(this.#hands(await this.#finder.known(signal), signal));
  }

  /** What a change is compared with: the default branch, or where that stood before the change was merged. */
  async #sideOf(repo: Repository, pull: Pull, signal: AbortSignal): Promise<string> {
    if (stateOf(pull) !== 'merged' || pull.merge_commit_sha === null) return pull.base.ref;
    const [before] = (await this.#trees.commit(repo, pull.merge_commit_sha, signal)).parents;
    return before?.sha ?? pull.base.ref;
  }

  #hands(repo: Repository, signal: AbortSignal): Hands {
    return { repo, trees: this.#trees, askAgainMs: this.#askAgainMs, signal };
  }

  /** Lets one write in at a time, each with a fresh look, and repeats it while it answers that somebody was faster. */
  #write<T>(signal: AbortSignal, attempt: (hands: Hands) => Promise<T | undefined>): Promise<T> {
    const mine = this.#last.then(() => this.#repeat(signal, attempt));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #repeat<T>(signal: AbortSignal, attempt: (hands: Hands) => Promise<T | undefined>): Promise<T> {
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      if (tries > 0) await pause(this.#askAgainMs, signal);
      const done = await attempt(this.#hands(await this.#finder.forWriting(signal), signal));
      if (done !== undefined) return done;
    }
    throw new ForgeUnavailable('Somebody else was faster at GitHub every time');
  }
}
