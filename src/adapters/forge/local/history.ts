import { BOT_EMAIL } from '../bot.ts';
import { runGit } from './run-git.ts';

/** The commit a full ref names, or undefined. */
export async function commitOf(gitDir: string, ref: string, signal: AbortSignal): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`];
  const { code, stdout } = await runGit(gitDir, { args, signal, answers: [1] });
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Whether the bot made this commit for this key. */
export async function isOurs(gitDir: string, commit: string, key: string, signal: AbortSignal): Promise<boolean> {
  const format = '--format=%ae%x00%ce%x00%(trailers:key=Practice-Key,valueonly)';
  const { stdout } = await runGit(gitDir, { args: ['log', '-1', '--no-show-signature', format, commit], signal });
  const [author, committer, trailer] = stdout.toString('utf8').split('\0');
  return author === BOT_EMAIL && committer === BOT_EMAIL && trailer?.trim() === key;
}

export async function isAncestor(gitDir: string, older: string, newer: string, signal: AbortSignal): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', older, newer];
  return (await runGit(gitDir, { args, signal, answers: [1] })).code === 0;
}

/** The first commit of the default branch's own line that contains `head`; `head` itself after a fast-forward. */
export async function mergeCommitOf(gitDir: string, head: string, tip: string, signal: AbortSignal): Promise<string> {
  const args = ['rev-list', '--first-parent', '--ancestry-path', '--reverse', `${head}..${tip}`];
  const { stdout } = await runGit(gitDir, { args, signal });
  const first = stdout.toString('utf8').split('\n', 1)[0] ?? '';
  return first === '' || (await isOnOwnLine(gitDir, head, tip, signal)) ? head : first;
}

async function isOnOwnLine(gitDir: string, head: string, tip: string, signal: AbortSignal): Promise<boolean> {
  const { stdout } = await runGit(gitDir, { args: ['rev-list', '--first-parent', tip], signal });
  return stdout.toString('utf8').split('\n').includes(head);
}
