import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import { problem, type AccessProblem } from '../access-problem.ts';
import { nothing } from './answers.ts';
import { tipOf } from './branches.ts';
import { NoToken } from './credentials.ts';
import { statusOf, wordsOf } from './faults.ts';
import { apiOf, type GitHubOptions } from './github-options.ts';
import { TreeReader } from './read-tree.ts';
import { RepositoryFinder, type Repository } from './repository.ts';

/** What is missing for publishing on GitHub: nothing is written there to find out. */
export async function checkGitHubAccess(
  options: GitHubOptions,
  signal: AbortSignal,
): Promise<readonly AccessProblem[]> {
  const finder = new RepositoryFinder(apiOf({ ...options, writePauseMs: 0 }), options.owner, options.name);
  try {
    const repo = await finder.known(signal);
    if (repo.archived) return [problem('archived')];
    const tip = await tipOf(repo, repo.defaultBranch, signal);
    if (tip === undefined) return [problem('empty')];
    const modules = await new TreeReader().names(repo, tip, 'modules', signal);
    return [...(modules.length === 0 ? [problem('no_modules')] : []), ...(await missingRights(repo, signal))];
  } catch (error) {
    return [problemOf(error)];
  }
}

/**
 * A token does not say what it may do. So we ask for what cannot be done, a branch on a commit and a pull request from a
 * branch that do not exist: who has the right hears that they are wrong, who lacks it hears that.
 */
async function missingRights(repo: Repository, signal: AbortSignal): Promise<readonly AccessProblem[]> {
  const nowhere = { ref: 'refs/heads/practice/P-00000/p1', sha: '0'.repeat(40) };
  const noBranch = { title: 'x', head: 'practice/P-00000/p0', base: repo.defaultBranch };
  const branches = await refusedFor(() => repo.ask(signal, 'POST /repos/{owner}/{repo}/git/refs', nothing, nowhere));
  const pulls = await refusedFor(() => repo.ask(signal, 'POST /repos/{owner}/{repo}/pulls', nothing, noBranch));
  return [
    ...(branches === undefined ? [] : [problem('no_contents', branches)]),
    ...(pulls === undefined ? [] : [problem('no_pull_requests', pulls)]),
  ];
}

/** GitHub's words when it says that we may not; undefined when it says that we are wrong. */
async function refusedFor(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    const status = statusOf(error);
    if (status === 422) return undefined;
    if (status === 403 || status === 404) return wordsOf(error);
    throw error;
  }
}

function problemOf(error: unknown): AccessProblem {
  const words = wordsOf(error);
  if (error instanceof NoToken) return problem('no_token', words);
  if (!(error instanceof ForgeRefused)) return problem('unreachable', error instanceof Error ? error.message : '');
  const status = statusOf(error);
  if (status === 401) return problem('credentials', words);
  return status === 404 ? problem('not_found', words) : problem('refused', words);
}
