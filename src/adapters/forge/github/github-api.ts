import { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import type { Credentials } from './credentials.ts';
import { faultOf, statusOf } from './faults.ts';
import { isWrite, versionHeader, type GitHubLine } from './github-line.ts';
import { Pacer, Standstill } from './pacer.ts';

export type Params = Readonly<Record<string, unknown>>;

/** The one door to GitHub: every call has its time-out, its place in the queue of writes and its fault in plain words. */
export class GitHubApi {
  readonly #octokit: Octokit;
  readonly #line: GitHubLine;
  readonly #credentials: Credentials;
  readonly #pacer: Pacer;
  readonly #standstill = new Standstill();

  constructor(line: GitHubLine, credentials: Credentials, writePauseMs: number) {
    this.#octokit = new Octokit(line.octokit);
    this.#line = line;
    this.#credentials = credentials;
    this.#pacer = new Pacer(writePauseMs);
  }

  /**
   * Asks once, and a second time with a new token where the first was not accepted.
   * Throws `ForgeUnavailable` or `ForgeRefused`, the answer as its cause; an answer of another shape counts as none.
   */
  async ask<T>(signal: AbortSignal, route: string, shape: z.ZodType<T>, params: Params = {}): Promise<T> {
    this.#standstill.check(Date.now());
    if (isWrite(route)) await this.#pacer.turn(signal);
    try {
      const answer = shape.parse(await this.#twice(signal, route, params));
      this.#standstill.end();
      return answer;
    } catch (error) {
      const fault = faultOf(route, error, Date.now(), this.#standstill.untoldMs);
      this.#standstill.learn(fault);
      throw fault;
    }
  }

  async #twice(signal: AbortSignal, route: string, params: Params): Promise<unknown> {
    try {
      return await this.#once(signal, route, params);
    } catch (error) {
      if (statusOf(error) !== 401 || !this.#credentials.renew()) throw error;
      return this.#once(signal, route, params);
    }
  }

  async #once(signal: AbortSignal, route: string, params: Params): Promise<unknown> {
    const authorization = await this.#credentials.header(signal);
    const { headers, ...rest } = params;
    const answer: { data: unknown } = await this.#octokit.request(route, {
      ...rest,
      headers: { ...versionHeader, ...(headers as Params | undefined), authorization },
      request: this.#line.request(route, signal),
    });
    return answer.data;
  }
}
