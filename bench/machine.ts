import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';

/** Where and of what the figures are. */
export interface Machine {
  readonly commit: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** File system and device of the folder in which the databases lay. */
  readonly disk: string;
  readonly date: string;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    commit: commitOf(),
    node: process.version,
    cpu: all[0]?.model ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1e9),
    disk: diskOf(tmpdir()),
    date: new Date().toISOString(),
  };
}

/** With a mark when files differ from it. */
function commitOf(): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

/** The deepest mount that holds the folder. */
function diskOf(folder: string): string {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at = ' ']) => at === '/' || folder === at || folder.startsWith(`${at}/`))
    .sort(([, a = ''], [, b = '']) => a.length - b.length);
  const [device, , kind] = mounts.at(-1) ?? [];
  return `${kind ?? 'unknown'} on ${device ?? 'unknown'}`;
}
