import { botOn } from '../bot.ts';
import { runGit } from './run-git.ts';

export type MergedTree = { kind: 'clean'; tree: string } | { kind: 'conflict'; paths: readonly string[] };

/** Merges two commits without a working tree; writes objects only. */
export async function mergeTrees(
  gitDir: string,
  ours: string,
  theirs: string,
  signal: AbortSignal,
): Promise<MergedTree> {
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs];
  const { code, stdout } = await runGit(gitDir, { args, signal, answers: [1] });
  const [tree = '', ...paths] = stdout
    .toString('utf8')
    .split('\0')
    .filter((part) => part !== '');
  return code === 0 ? { kind: 'clean', tree } : { kind: 'conflict', paths };
}

export interface MergeCommit {
  readonly tree: string;
  readonly parents: readonly [string, string];
  readonly message: string;
  readonly day: string;
}

/** Writes the merge commit; no ref names it yet. */
export async function writeMergeCommit(gitDir: string, merge: MergeCommit, signal: AbortSignal): Promise<string> {
  const [first, second] = merge.parents;
  const input = [
    `tree ${merge.tree}`,
    `parent ${first}`,
    `parent ${second}`,
    `author ${botOn(merge.day)}`,
    `committer ${botOn(merge.day)}`,
    '',
    `${merge.message}\n`,
  ].join('\n');
  const { stdout } = await runGit(gitDir, { args: ['hash-object', '-t', 'commit', '-w', '--stdin'], input, signal });
  return stdout.toString('utf8').trim();
}
