import type { z } from 'zod';
import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import { commitAnswer, repositoryAnswer } from './answers.ts';
import { statusOf } from './faults.ts';
import type { GitHubApi, Params } from './github-api.ts';
import type { RepositoryMemory } from './github-options.ts';

/** A repository as it was when we last looked, and the way to ask it. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  ask<T>(signal: AbortSignal, route: string, shape: z.ZodType<T>, params?: Params): Promise<T>;
}

type Facts = z.infer<typeof repositoryAnswer>;

/** A name or a default branch that changed may go unnoticed for so long by those who only read. */
const GOOD_FOR_MS = 60_000;

/** Where the repository is. It is known by its number, so that a new name loses nothing and an old one leads nowhere else. */
export class RepositoryFinder {
  readonly #api: GitHubApi;
  readonly #memory: RepositoryMemory | undefined;
  #fullName: string;
  #last: { readonly facts: Facts; readonly at: number } | undefined;

  constructor(api: GitHubApi, owner: string, name: string, memory?: RepositoryMemory) {
    this.#api = api;
    this.#memory = memory;
    this.#fullName = `${owner}/${name}`;
  }

  /** For reading: as seen a moment ago will do. */
  async known(signal: AbortSignal): Promise<Repository> {
    const last = this.#last;
    if (last !== undefined && performance.now() - last.at < GOOD_FOR_MS) return this.#of(last.facts);
    return this.#of(await this.#look(signal));
  }

  /** For writing: as it is now. Throws `ForgeRefused` when it takes no writes. */
  async forWriting(signal: AbortSignal): Promise<Repository> {
    const facts = await this.#look(signal);
    if (facts.archived === true) {
      throw new ForgeRefused(
        'The repository on GitHub is archived: nothing can be written until somebody opens it again',
      );
    }
    return this.#of(facts);
  }

  async #look(signal: AbortSignal): Promise<Facts> {
    const facts = await this.#ask(signal);
    this.#last = { facts, at: performance.now() };
    this.#fullName = facts.full_name;
    return facts;
  }

  async #ask(signal: AbortSignal): Promise<Facts> {
    const id = this.#last?.facts.id ?? this.#memory?.known()?.number;
    const found = await unlessGone(
      this.#api.ask(signal, 'GET /repos/{owner}/{repo}', repositoryAnswer, named(this.#fullName)),
      id !== undefined,
    );
    if (found !== undefined && (id === undefined || found.id === id)) return found;
    const byNumber = this.#api.ask(signal, 'GET /repositories/{id}', repositoryAnswer, { id });
    const moved = await unlessGone(byNumber, found !== undefined);
    return moved ?? this.#successor(found, signal);
  }

  /** The old one is gone and its name taken: made again, it has our history; anything else must not get our pages. */
  async #successor(found: Facts | undefined, signal: AbortSignal): Promise<Facts> {
    const head = this.#memory?.known()?.head;
    if (found === undefined) throw new ForgeRefused('The repository on GitHub is gone');
    const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
    const commit = { ...named(found.full_name), commit_sha: head };
    if (head !== undefined && (await unlessGone(this.#api.ask(signal, route, commitAnswer, commit), true)))
      return found;
    throw new ForgeRefused(
      `Another repository is called ${found.full_name} on GitHub now, and has not what was published: push the old history to it, or name the right one`,
    );
  }

  #of(facts: Facts): Repository {
    const name = named(facts.full_name);
    return {
      id: facts.id,
      owner: name.owner,
      defaultBranch: facts.default_branch,
      archived: facts.archived === true,
      ask: (signal, route, shape, params) => this.#api.ask(signal, route, shape, { ...name, ...params }),
    };
  }
}

/** Undefined where GitHub finds nothing, if that is an answer here. */
async function unlessGone<T>(asked: Promise<T>, mayBeGone: boolean): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (mayBeGone && statusOf(error) === 404) return undefined;
    throw error;
  }
}

function named(fullName: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}
