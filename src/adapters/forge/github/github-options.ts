import { AppCredentials, TokenCredentials, type AppKeys } from './credentials.ts';
import { GitHubApi } from './github-api.ts';
import { githubLine, type LineOptions } from './github-line.ts';

export interface GitHubOptions extends LineOptions {
  readonly owner: string;
  readonly name: string;
  readonly access: ({ readonly kind: 'app' } & AppKeys) | { readonly kind: 'token'; readonly token: string };
  /** Between two writes; GitHub asks for a second or more. A test sets 0. */
  readonly writePauseMs?: number;
  /** Between two questions for what GitHub still works out. A test sets 0. */
  readonly askAgainMs?: number;
}

/** The door to one repository, with the credentials for it. */
export function apiOf(options: GitHubOptions): GitHubApi {
  const { owner, name, access } = options;
  const line = githubLine(options);
  const credentials =
    access.kind === 'app' ? new AppCredentials(line, access, { owner, name }) : new TokenCredentials(access.token);
  return new GitHubApi(line, credentials, options.writePauseMs ?? 1100);
}
