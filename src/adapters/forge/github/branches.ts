import { ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';
import { BOT_EMAIL } from '../bot.ts';
import { nothing, refAnswer, type Commit } from './answers.ts';
import { statusOf, wordsOf } from './faults.ts';
import type { TreeReader } from './read-tree.ts';
import type { Repository } from './repository.ts';

const TRAILER = /^Practice-Key: (\S+)$/gmu;

/** The commit at the tip of a branch, or undefined. */
export async function tipOf(repo: Repository, branch: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
    return (await repo.ask(signal, route, refAnswer, { ref: `heads/${branch}` })).object.sha;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** False when there is a branch of this name already. */
export async function createBranch(
  repo: Repository,
  branch: string,
  sha: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await repo.ask(signal, 'POST /repos/{owner}/{repo}/git/refs', refAnswer, { ref: `refs/heads/${branch}`, sha });
    return true;
  } catch (error) {
    if (statusOf(error) === 422 && /already exists/iu.test(wordsOf(error))) return false;
    // The commit was made a moment ago, and this part of GitHub has not heard of it yet.
    if (statusOf(error) === 422 && /object does not exist/iu.test(wordsOf(error))) {
      throw new ForgeUnavailable('GitHub does not know the new commit yet', { cause: error });
    }
    throw error;
  }
}

/** Moves a branch on to a descendant; false when somebody else was faster. Never forced. */
export async function advanceBranch(
  repo: Repository,
  branch: string,
  sha: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const params = { ref: `heads/${branch}`, sha, force: false };
    await repo.ask(signal, 'PATCH /repos/{owner}/{repo}/git/refs/{ref}', refAnswer, params);
    return true;
  } catch (error) {
    if (statusOf(error) === 422 && /fast[- ]forward/iu.test(wordsOf(error))) return false;
    throw error;
  }
}

/** Takes the branch away while its head is a commit of ours; somebody else's work stays. */
export async function dropOwnBranch(
  repo: Repository,
  trees: TreeReader,
  branch: string,
  signal: AbortSignal,
): Promise<void> {
  const tip = await tipOf(repo, branch, signal);
  if (tip === undefined || !isOfBranch(await trees.commit(repo, tip, signal), branch)) return;
  try {
    await repo.ask(signal, 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', nothing, { ref: `heads/${branch}` });
  } catch (error) {
    // GitHub can be set to delete merged branches by itself, and may have been faster.
    if (statusOf(error) !== 404 && statusOf(error) !== 422) throw error;
  }
}

/** Whether the bot made this commit for this key. */
export function isOurs(commit: Commit, key: string): boolean {
  return keyOf(commit) === key;
}

/** Whether the bot made this commit for this branch, whatever the text of the page was. */
function isOfBranch(commit: Commit, branch: string): boolean {
  const name = branch.replace(/^practice\//u, '');
  return keyOf(commit)?.startsWith(`${name}/`) === true;
}

function keyOf({ author, committer, message }: Commit): string | undefined {
  if (author.email !== BOT_EMAIL || committer.email !== BOT_EMAIL) return undefined;
  const keys = [...message.matchAll(TRAILER)].map(([, key]) => key);
  return keys.length === 1 ? keys[0] : undefined;
}
