import type { ChangeRequest } from '../../../ports/forge.ts';
import { BOT_EMAIL, BOT_NAME } from '../bot.ts';
import { commitAnswer, treeAnswer } from './answers.ts';
import type { TreeReader } from './read-tree.ts';
import type { Repository } from './repository.ts';

/**
 * Makes the request's commit, which no branch names yet. The files are laid over the last parent; the same request on
 * the same parents is the same commit, so that a repeated attempt leaves nothing behind.
 */
export async function makeCommit(
  repo: Repository,
  trees: TreeReader,
  request: ChangeRequest,
  parents: readonly [...string[], string],
  signal: AbortSignal,
): Promise<string> {
  const tree = await makeTree(repo, trees, request, parents[parents.length - 1] ?? '', signal);
  const bot = { name: BOT_NAME, email: BOT_EMAIL, date: `${request.day}T00:00:00Z` };
  const message = `${request.message.trimEnd()}\n`;
  const params = { message, tree, parents, author: bot, committer: bot };
  return (await repo.ask(signal, 'POST /repos/{owner}/{repo}/git/commits', commitAnswer, params)).sha;
}

/** Texts travel inside the call for the tree: one write instead of one for each file. */
async function makeTree(
  repo: Repository,
  trees: TreeReader,
  request: ChangeRequest,
  base: string,
  signal: AbortSignal,
): Promise<string> {
  const baseTree = (await trees.commit(repo, base, signal)).tree.sha;
  const written = request.files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text }));
  const removed = await removals(repo, trees, request, base, signal);
  if (written.length + removed.length === 0) return baseTree;
  const params = { base_tree: baseTree, tree: [...removed, ...written] };
  return (await repo.ask(signal, 'POST /repos/{owner}/{repo}/git/trees', treeAnswer, params)).sha;
}

/** GitHub takes away files, not folders, and refuses to take away what is not there. */
async function removals(
  repo: Repository,
  trees: TreeReader,
  request: ChangeRequest,
  base: string,
  signal: AbortSignal,
): Promise<readonly { path: string; mode: string; type: string; sha: null }[]> {
  const kept = new Set(request.files.map(({ path }) => path));
  const folders = await Promise.all(request.removes.map((folder) => trees.files(repo, base, folder, signal)));
  const gone = folders.flat().filter(({ path }) => !kept.has(path));
  return gone.map(({ path, mode, type }) => ({ path, mode, type, sha: null }));
}
