/** What keeps us from publishing in a repository, as a code; `words` are those of the other side, where it has some. */
export interface AccessProblem {
  readonly kind:
    | 'no_git'
    | 'unreachable'
    | 'no_token'
    | 'credentials'
    | 'not_found'
    | 'refused'
    | 'archived'
    | 'empty'
    | 'no_contents'
    | 'no_pull_requests'
    | 'no_modules';
  readonly words: string;
}

export const problem = (kind: AccessProblem['kind'], words = ''): AccessProblem => ({ kind, words });
