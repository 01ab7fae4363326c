import { randomUUID } from 'node:crypto';
import type { ForgeFile } from '../../../ports/forge.ts';
import { botOn } from '../bot.ts';
import { runGit } from './run-git.ts';

export interface CommitToMake {
  /** The first one's tree is what `removes` and `files` are laid over, unless `tree` says otherwise. None: a first commit. */
  readonly parents: readonly string[];
  readonly tree?: string;
  readonly removes: readonly string[];
  readonly files: readonly ForgeFile[];
  readonly message: string;
  readonly day: string;
}

const NOTHING = '0'.repeat(40);

/**
 * Makes one commit that no ref names yet, and returns its name: the same for the same input. One process of git,
 * one stream, so that a crash leaves either an unreachable commit or none.
 */
export async function importCommit(gitDir: string, commit: CommitToMake, signal: AbortSignal): Promise<string> {
  // fast-import insists on a ref; this one is reset to nothing before the stream ends and never reaches the disk.
  const ref = `refs/fieldstone/import/${randomUUID()}`;
  const stream = [
    `feature done\ncommit ${ref}\nmark :1\n`,
    `author ${botOn(commit.day)}\ncommitter ${botOn(commit.day)}\n`,
    data(`${commit.message.trimEnd()}\n`),
    ...commit.parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} ${parent}\n`),
    commit.tree === undefined ? '' : `M 040000 ${commit.tree} ""\n`,
    ...commit.removes.map((folder) => `D ${folder}\n`),
    ...commit.files.map((file) => `M 100644 inline ${file.path}\n${data(file.text)}`),
    `\nget-mark :1\nreset ${ref}\nfrom ${NOTHING}\n\ndone\n`,
  ].join('');
  const { stdout } = await runGit(gitDir, { args: ['fast-import', '--quiet'], input: stream, signal });
  return stdout.toString('utf8').trim();
}

/** Text for the stream, by length, so that nothing in it can be read as a command. */
function data(text: string): string {
  return `data ${String(Buffer.byteLength(text))}\n${text}\n`;
}
