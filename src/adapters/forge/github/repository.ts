import type { z } from 'zod';
import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import { repositoryAnswer } from './answers.ts';
import { statusOf } from './faults.ts';
import type { GitHubApi, Params } from './github-api.ts';

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
  #fullName: string;
  #last: { readonly facts: Facts; readonly at: number } | undefined;

  constructor(api: GitHubApi, owner: string, name: string) {
    this.#api = api;
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
    const id = this.#last?.facts.id;
    try {
      const facts = await this.#api.ask(signal, 'GET /repos/{owner}/{repo}', repositoryAnswer, named(this.#fullName));
      if (id === undefined || facts.id === id) return facts;
    } catch (error) {
      if (statusOf(error) !== 404 || id === undefined) throw error;
    }
    return this.#api.ask(signal, 'GET /repositories/{id}', repositoryAnswer, { id });
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

function named(fullName: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}
