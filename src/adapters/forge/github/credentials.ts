import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import { installationTokenAnswer, repositoryAnswer } from './answers.ts';
import type { GitHubLine } from './github-line.ts';
import { faultOf } from './faults.ts';

/** GitHub gives the App no token: a wrong key, a wrong installation, or rights that it was not granted. */
export class NoToken extends ForgeRefused {}

/** How we show GitHub who we are. */
export interface Credentials {
  /** The value of the `Authorization` header. Throws `ForgeUnavailable` or `ForgeRefused`. */
  header(signal: AbortSignal): Promise<string>;
  /** Forgets what GitHub did not accept; false when there is nothing else to try. */
  renew(): boolean;
}

/** A fine-grained token that somebody made for this one repository. */
export class TokenCredentials implements Credentials {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  header(): Promise<string> {
    return Promise.resolve(`Bearer ${this.#token}`);
  }

  renew(): boolean {
    return false;
  }
}

export interface AppKeys {
  readonly appId: string;
  readonly privateKey: string;
  readonly installationId: string;
}

/** Tokens last an hour; one that is handed out has ten minutes left at least. */
const KEPT_MS = 50 * 60_000;
/** All that publishing needs; an installation that grants more lends us no more. */
const RIGHTS = { contents: 'write', pull_requests: 'write', metadata: 'read' } as const;
const LOOK_ONLY = { metadata: 'read' } as const;

/**
 * A GitHub App: tokens for one repository, with only the rights that publishing needs, kept in memory for 50 minutes.
 * They are bound to the repository's number, which stays when somebody renames it.
 */
export class AppCredentials implements Credentials {
  readonly #octokit: Octokit;
  readonly #line: GitHubLine;
  readonly #installation: number;
  readonly #repository: { readonly owner: string; readonly name: string };
  #id: number | undefined;
  #held: { readonly token: Promise<string>; readonly until: number } | undefined;

  constructor(line: GitHubLine, keys: AppKeys, repository: { readonly owner: string; readonly name: string }) {
    const { appId, privateKey, installationId } = keys;
    this.#octokit = new Octokit({ ...line.octokit, authStrategy: createAppAuth, auth: { appId, privateKey } });
    this.#line = line;
    this.#installation = Number(installationId);
    this.#repository = repository;
  }

  async header(signal: AbortSignal): Promise<string> {
    const now = performance.now();
    if (this.#held === undefined || this.#held.until <= now) {
      this.#held = { token: this.#mintForRepository(signal), until: now + KEPT_MS };
    }
    const held = this.#held;
    try {
      return `Bearer ${await held.token}`;
    } catch (error) {
      if (this.#held === held) this.#held = undefined;
      throw error;
    }
  }

  renew(): boolean {
    this.#held = undefined;
    return true;
  }

  async #mintForRepository(signal: AbortSignal): Promise<string> {
    this.#id ??= await this.#findId(signal);
    return this.#mint({ repository_ids: [this.#id], permissions: RIGHTS }, signal);
  }

  /** With a token that may look and nothing else, for any repository of the installation. */
  async #findId(signal: AbortSignal): Promise<number> {
    const token = await this.#mint({ permissions: LOOK_ONLY }, signal);
    const route = 'GET /repos/{owner}/{repo}';
    const { owner, name: repo } = this.#repository;
    try {
      const options = { headers: { authorization: `Bearer ${token}` }, request: this.#line.request(route, signal) };
      const answer = await new Octokit(this.#line.octokit).request(route, { owner, repo, ...options });
      return repositoryAnswer.parse(answer.data).id;
    } catch (error) {
      throw faultOf(route, error, Date.now());
    }
  }

  async #mint(wanted: Record<string, unknown>, signal: AbortSignal): Promise<string> {
    const route = 'POST /app/installations/{installation_id}/access_tokens';
    const call = { installation_id: this.#installation, ...wanted, request: this.#line.request(route, signal) };
    try {
      return installationTokenAnswer.parse((await this.#octokit.request(route, call)).data).token;
    } catch (error) {
      const fault = faultOf(route, error, Date.now());
      if (fault instanceof ForgeRefused) {
        throw new NoToken(`The GitHub App gets no token. ${fault.message}`, { cause: error });
      }
      throw fault;
    }
  }
}
