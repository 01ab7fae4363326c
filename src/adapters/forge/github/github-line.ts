import type { Octokit } from '@octokit/rest';

type OctokitOptions = NonNullable<ConstructorParameters<typeof Octokit>[0]>;

/** The version of the interface that every call names, so that GitHub's next one does not change ours. */
const API_VERSION = '2022-11-28';
const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet };

export interface LineOptions {
  /** Such as `https://api.github.com`. */
  readonly apiUrl: string;
  /** A test listens here. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/**
 * How every call leaves: a time-out of its own, since Octokit has none and would wait five minutes; no plugin that
 * repeats or waits, since both belong to the job table; and no write that follows a redirect, since a followed
 * 301 turns POST into GET.
 */
export interface GitHubLine {
  readonly octokit: OctokitOptions;
  request(
    route: string,
    signal: AbortSignal,
  ): { signal: AbortSignal; redirect: 'error' | 'follow'; fetch: typeof fetch };
}

export function githubLine(options: LineOptions): GitHubLine {
  const { apiUrl, timeoutMs = 15_000 } = options;
  return {
    octokit: { baseUrl: apiUrl.replace(/\/$/u, ''), userAgent: 'fieldstone', log: silent },
    request: (route, signal) => ({
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      redirect: isWrite(route) ? 'error' : 'follow',
      fetch: options.fetch ?? fetch,
    }),
  };
}

export const isWrite = (route: string): boolean => !route.startsWith('GET ');
export const versionHeader = { 'x-github-api-version': API_VERSION } as const;

function quiet(): void {
  // What goes wrong is thrown, and logged where it is caught.
}
