import { runGit } from './run-git.ts';
import type { ForgeFile } from '../../../ports/forge.ts';

interface Entry {
  readonly mode: string;
  readonly object: string;
  readonly path: string;
}

/** Every regular file below a folder at a commit, or the one file of that path; links and modules of git are left out. */
export async function readFilesAt(
  gitDir: string,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<readonly ForgeFile[]> {
  const entries = (await listTree(gitDir, ['-r', commit, ...at(folder)], signal)).filter(isFile);
  if (entries.length === 0) return [];
  const input = entries.map((entry) => `${entry.object}\n`).join('');
  const { stdout } = await runGit(gitDir, { args: ['cat-file', '--batch'], input, signal });
  return splitBatch(stdout, entries);
}

/** Names directly in a folder at a commit, files and folders alike; empty when there is no such folder. */
export async function namesAt(
  gitDir: string,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const entries = await listTree(gitDir, [commit, ...below(folder)], signal);
  return entries.map((entry) => entry.path.slice(entry.path.lastIndexOf('/') + 1));
}

const at = (path: string): string[] => (path === '' ? [] : ['--', path.replace(/\/$/u, '')]);
const below = (folder: string): string[] => (folder === '' ? [] : ['--', `${folder.replace(/\/$/u, '')}/`]);
const isFile = (entry: Entry): boolean => entry.mode === '100644' || entry.mode === '100755';

async function listTree(gitDir: string, args: readonly string[], signal: AbortSignal): Promise<readonly Entry[]> {
  const { stdout } = await runGit(gitDir, { args: ['ls-tree', '-z', '--full-tree', ...args], signal });
  const lines = stdout
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', , object = ''] = line.slice(0, tab).split(' ');
    return { mode, object, path: line.slice(tab + 1) };
  });
}

/** `<object> blob <bytes>\n<content>\n`, one after the other, in the order they were asked for. */
function splitBatch(output: Buffer, entries: readonly Entry[]): readonly ForgeFile[] {
  let at = 0;
  return entries.map(({ path }) => {
    const lineEnd = output.indexOf(10, at);
    const size = Number(output.subarray(at, lineEnd).toString('utf8').split(' ')[2]);
    at = lineEnd + 1 + size + 1;
    return { path, text: output.subarray(lineEnd + 1, at - 1).toString('utf8') };
  });
}
