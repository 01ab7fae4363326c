import { AppCredentials, TokenCredentials, type AppKeys } from './credentials.ts';
import { GitHubApi } from './github-api.ts';
import { githubLine, type LineOptions } from './github-line.ts';

export interface GitHubOptions extends LineOptions {
  readonly owner: string;
  readonly name: string;
  readonly access: ({ readonly kind: 'app' } & AppKeys) | { readonly kind: 'token'; readonly token: string };
  /** What is remembered of the repository from before this process began. */
  readonly memory?: RepositoryMemory;
  /** Between two writes; GitHub asks for a second or more. A test sets 0. */
  readonly writePauseMs?: number;
  /** Between two questions for what GitHub still works out. A test sets 0. */
  readonly askAgainMs?: number;
}

export interface RepositoryMemory {
  /** Its number on GitHub, and a commit that its default branch had. */
  known(): { readonly number: number; readonly head: string } | undefined;
  keep(known: { readonly number: number; readonly head: string }): Promise<void>;
}

/** The door to one repository, with the credentials for it. */
export function apiOf(options: GitHubOptions): GitHubApi {
  const { owner, name, access } = options;
  const line = githubLine(options);
  const credentials =
    access.kind === 'app' ? new AppCredentials(line, access, { owner, name }) : new TokenCredentials(access.token);
  return new GitHubApi(line, credentials, options.writePauseMs ?? 1100);
}
