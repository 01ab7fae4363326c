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

/**
 * The newest commit of the default branch's own line that touched what `head` changed since `base`, if every path of it
 * now stands there as in `head`; else undefined.
 */
export async function broughtInBy(
  gitDir: string,
  { base, head, tip }: { readonly base: string; readonly head: string; readonly tip: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  const named = ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', base, head, '--'];
  const { stdout } = await runGit(gitDir, { args: named, signal });
  const paths = stdout
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => `:(literal)${path}`);
  if (paths.length === 0) return undefined;
  const same = ['diff', '--quiet', '--no-ext-diff', tip, head, '--', ...paths];
  if ((await runGit(gitDir, { args: same, signal, answers: [1] })).code !== 0) return undefined;
  const newest = ['rev-list', '--first-parent', '--max-count=1', `${base}..${tip}`, '--', ...paths];
  const commit = (await runGit(gitDir, { args: newest, signal })).stdout.toString('utf8').trim();
  return commit === '' ? undefined : commit;
}
