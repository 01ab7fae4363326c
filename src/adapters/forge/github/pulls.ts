import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import type { Change, ChangeRequest } from '../../../ports/forge.ts';
import { pullAnswer, pullsAnswer, type Pull } from './answers.ts';
import { statusOf, wordsOf } from './faults.ts';
import { pause } from './pacer.ts';
import type { Repository } from './repository.ts';

/** GitHub works out in the background whether a change can be merged, and says null meanwhile. */
const ASK_AGAIN = 3;

export type ChangeState = Change['state'];

export function stateOf(pull: Pull): ChangeState {
  if (pull.merged_at !== null) return 'merged';
  return pull.state;
}

/** The pull request of a branch: of several, which only people make, the open one, else the merged, else the newest. */
export async function findPull(repo: Repository, branch: string, signal: AbortSignal): Promise<Pull | undefined> {
  const params = { state: 'all', head: `${repo.owner}:${branch}`, per_page: 100 };
  const found = await repo.ask(signal, 'GET /repos/{owner}/{repo}/pulls', pullsAnswer, params);
  return rulingPull(found.filter((pull) => isFrom(repo, pull) && pull.head.ref === branch));
}

/** Not from a fork that has a branch of the same name. */
export const isFrom = (repo: Repository, pull: Pull): boolean => pull.head.repo?.id === repo.id;

const rank = { open: 0, merged: 1, closed: 2 } as const satisfies Record<ChangeState, number>;

export function rulingPull(pulls: readonly Pull[]): Pull | undefined {
  return [...pulls].sort((a, b) => rank[stateOf(a)] - rank[stateOf(b)] || b.number - a.number)[0];
}

/** Undefined when there is one already, or GitHub does not see the branch yet: look again. */
export async function openPull(
  repo: Repository,
  { title, body, branch }: ChangeRequest,
  signal: AbortSignal,
): Promise<Pull | undefined> {
  const params = { title, body, head: branch, base: repo.defaultBranch, maintainer_can_modify: false };
  try {
    return await repo.ask(signal, 'POST /repos/{owner}/{repo}/pulls', pullAnswer, params);
  } catch (error) {
    const words = statusOf(error) === 422 ? wordsOf(error) : '';
    if (/pull request already exists/iu.test(words) || /head invalid|invalid head/iu.test(words)) return undefined;
    if (!/no commits between/iu.test(words)) throw error;
    const told = `All that stands on ${branch} is on ${repo.defaultBranch} already, so GitHub opens no pull request for it`;
    throw new ForgeRefused(told, { cause: error });
  }
}

/** A pull request as the port shows it; of an open one the mergeability is asked for, a few times while GitHub thinks. */
export async function changeOf(repo: Repository, pull: Pull, askAgainMs: number, signal: AbortSignal): Promise<Change> {
  let seen = pull;
  for (let asked = 0; stateOf(seen) === 'open' && seen.mergeable == null && asked < ASK_AGAIN; asked += 1) {
    if (asked > 0) await pause(askAgainMs, signal);
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    seen = await repo.ask(signal, route, pullAnswer, { pull_number: pull.number });
  }
  const { number, html_url: url, head, merge_commit_sha: mergeCommit } = seen;
  const state = stateOf(seen);
  const change = { number, branch: head.ref, state, head: head.sha, mergeable: mergeableOf(seen), url };
  return state === 'merged' && mergeCommit !== null ? { ...change, mergeCommit } : change;
}

function mergeableOf(pull: Pull): Change['mergeable'] {
  if (stateOf(pull) !== 'open' || pull.mergeable == null) return 'unknown';
  return pull.mergeable ? 'yes' : 'conflict';
}
