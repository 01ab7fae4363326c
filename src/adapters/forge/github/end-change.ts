import type { MergeOutcome } from '../../../ports/forge.ts';
import { compareAnswer, mergeAnswer, pullAnswer, type Pull } from './answers.ts';
import { dropOwnBranch } from './branches.ts';
import { statusOf, wordsOf } from './faults.ts';
import type { Hands } from './hands.ts';
import { changeOf, findPull, stateOf } from './pulls.ts';

export interface MergeRequest {
  readonly branch: string;
  readonly expectedHead: string;
  readonly message: string;
}

/** One look and one merge; undefined when the default branch moved under it: look again. */
export async function tryMerge(hands: Hands, request: MergeRequest): Promise<MergeOutcome | undefined> {
  const { repo, signal } = hands;
  const { branch, expectedHead } = request;
  const pull = await findPull(repo, branch, signal);
  if (pull === undefined) return refused(`There is no pull request for ${branch}`);
  const state = stateOf(pull);
  if (state === 'merged') return settleMerged(hands, branch, pull.merge_commit_sha ?? pull.head.sha);
  if (state === 'closed') return refused(`Pull request ${String(pull.number)} is closed`);
  if (pull.head.sha !== expectedHead) return refused(`The head is ${pull.head.sha}, not ${expectedHead}`);
  try {
    return await settleMerged(hands, branch, await mergePull(hands, pull, request));
  } catch (error) {
    return outcomeOf(hands, pull, error);
  }
}

async function mergePull({ repo, signal }: Hands, pull: Pull, request: MergeRequest): Promise<string> {
  const [title = '', ...rest] = request.message.trimEnd().split('\n');
  const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge';
  const { sha } = await repo.ask(signal, route, mergeAnswer, {
    pull_number: pull.number,
    sha: request.expectedHead,
    merge_method: 'merge',
    commit_title: title,
    commit_message: rest.join('\n').trim(),
  });
  return sha;
}

/** What a refused merge means; any other fault is thrown on. */
async function outcomeOf(hands: Hands, pull: Pull, error: unknown): Promise<MergeOutcome | undefined> {
  const status = statusOf(error);
  const words = wordsOf(error);
  if (status === 409 || (status === 422 && /head/iu.test(words))) return refused(words);
  if (status !== 405) throw error;
  if (/base branch was modified/iu.test(words)) return undefined;
  const change = await changeOf(hands.repo, pull, hands.askAgainMs, hands.signal);
  if (change.mergeable !== 'conflict') return refused(words);
  return { kind: 'conflict', paths: await pathsOnBothSides(hands, pull) };
}

/** GitHub does not name the paths of a conflict: these were changed on both sides since they parted. */
async function pathsOnBothSides(hands: Hands, pull: Pull): Promise<readonly string[]> {
  const base = hands.repo.defaultBranch;
  const ours = await changedPaths(hands, `${base}...${pull.head.sha}`);
  const theirs = new Set(await changedPaths(hands, `${pull.head.sha}...${base}`));
  const both = ours.filter((path) => theirs.has(path));
  return both.length === 0 ? ours : both;
}

async function changedPaths({ repo, signal }: Hands, basehead: string): Promise<readonly string[]> {
  const answer = await repo.ask(signal, 'GET /repos/{owner}/{repo}/compare/{basehead}', compareAnswer, { basehead });
  return (answer.files ?? []).map(({ filename }) => filename);
}

async function settleMerged(hands: Hands, branch: string, commit: string): Promise<MergeOutcome> {
  await dropOwnBranch(hands.repo, hands.trees, branch, hands.signal);
  return { kind: 'merged', commit };
}

/** Closes an open pull request and takes our branch away; an ended one stays as it is. */
export async function closeChange({ repo, trees, signal }: Hands, branch: string): Promise<void> {
  const pull = await findPull(repo, branch, signal);
  if (pull !== undefined && stateOf(pull) === 'open') {
    const params = { pull_number: pull.number, state: 'closed' };
    await repo.ask(signal, 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}', pullAnswer, params);
  }
  await dropOwnBranch(repo, trees, branch, signal);
}

const refused = (words: string): MergeOutcome => ({ kind: 'refused', words });
