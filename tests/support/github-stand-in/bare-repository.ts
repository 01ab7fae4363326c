import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Run {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
}

export interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

export const ABSENT = '0'.repeat(40);

/** The real git under the stand-in: what it answers about objects and refs is what git says. */
export class BareRepository {
  readonly gitDir: string;

  constructor(gitDir: string) {
    this.gitDir = gitDir;
  }

  async tip(ref: string): Promise<string | undefined> {
    const { code, out } = await this.#git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    return code === 0 ? out.trim() : undefined;
  }

  async kind(sha: string): Promise<string | undefined> {
    const { code, out } = await this.#git(['cat-file', '-t', sha]);
    return code === 0 ? out.trim() : undefined;
  }

  async refs(prefix: string): Promise<readonly { ref: string; sha: string }[]> {
    const { out } = await this.#git(['for-each-ref', '--format=%(refname) %(objectname)']);
    const all = lines(out).map((line) => line.split(' '));
    return all.map(([ref = '', sha = '']) => ({ ref, sha })).filter(({ ref }) => ref.startsWith(prefix));
  }

  /** Compare-and-swap; false when the ref was not what it should have been, or cannot be. */
  async moveRef(ref: string, to: string, from: string): Promise<boolean> {
    const args = to === ABSENT ? ['update-ref', '-d', ref, from] : ['update-ref', ref, to, from];
    return (await this.#git(args)).code === 0;
  }

  async isAncestor(older: string, newer: string): Promise<boolean> {
    return (await this.#git(['merge-base', '--is-ancestor', older, newer])).code === 0;
  }

  /** The commit of the base's own line that brought `head` in. */
  async broughtInBy(head: string, base: string): Promise<string> {
    const args = ['rev-list', '--first-parent', '--ancestry-path', '--reverse', `${head}..${base}`];
    return lines((await this.#git(args)).out)[0] ?? head;
  }

  async commitsBetween(base: string, head: string): Promise<number> {
    return Number((await this.#git(['rev-list', '--count', `${base}..${head}`])).out);
  }

  readCommit(sha: string): Promise<string> {
    return this.#must(['cat-file', 'commit', sha]);
  }

  writeCommit(text: string): Promise<string> {
    return this.#must(['hash-object', '-t', 'commit', '-w', '--stdin'], { input: text });
  }

  writeBlob(content: string): Promise<string> {
    return this.#must(['hash-object', '-w', '--stdin'], { input: content });
  }

  async readBlob(sha: string): Promise<Buffer> {
    return (await this.#run(['cat-file', 'blob', sha], {})).out;
  }

  async readTree(sha: string, recursive: boolean): Promise<readonly Entry[]> {
    const out = await this.#must(['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha]);
    return out.split('\0').flatMap((line) => {
      const found = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/u.exec(line);
      if (found === null) return [];
      const [, mode = '', type = '', at = '', size = '', path = ''] = found;
      return [{ path, mode, type, sha: at, ...(size === '-' ? {} : { size: Number(size) }) }];
    });
  }

  /** Lays entries over a tree; a null id takes a path away. Undefined when a path to take away is not there. */
  async writeTree(
    base: string | undefined,
    entries: readonly { path: string; mode: string; sha: string | null }[],
  ): Promise<string | undefined> {
    const index = join(tmpdir(), `stand-in-index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      if (base !== undefined) await this.#must(['read-tree', base], { env });
      const there = new Set((await this.#must(['ls-files', '-z'], { env })).split('\0'));
      if (entries.some(({ path, sha }) => sha === null && !there.has(path))) return undefined;
      const input = entries.map(({ path, mode, sha }) =>
        sha === null ? `0 ${ABSENT}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
      );
      await this.#must(['update-index', '-z', '--index-info'], { env, input: input.join('') });
      return await this.#must(['write-tree'], { env });
    } finally {
      await rm(index, { force: true });
    }
  }

  /** The merged tree, or undefined on a conflict. */
  async mergeTree(ours: string, theirs: string): Promise<string | undefined> {
    const { code, out } = await this.#git(['merge-tree', '--write-tree', '--no-messages', ours, theirs]);
    return code === 0 ? out.trim() : undefined;
  }

  /** What `head` changed since it left `base`. */
  async changedFiles(base: string, head: string): Promise<readonly { path: string; status: string }[]> {
    const out = await this.#must(['diff', '--name-status', '--no-renames', '-z', `${base}...${head}`]);
    const parts = out.split('\0').filter((part) => part !== '');
    const names = { A: 'added', D: 'removed', M: 'modified' } as Record<string, string>;
    return parts.flatMap((part, at) =>
      at % 2 === 1 ? [{ path: part, status: names[parts[at - 1] ?? ''] ?? 'changed' }] : [],
    );
  }

  async diff(base: string, head: string): Promise<string> {
    return (await this.#run(['diff', '--no-color', '--no-renames', `${base}...${head}`], {})).out.toString('utf8');
  }

  async #git(args: readonly string[], run: Run = {}): Promise<Ran> {
    const { code, out } = await this.#run(args, run);
    return { code, out: out.toString('utf8') };
  }

  async #must(args: readonly string[], run: Run = {}): Promise<string> {
    const { code, out } = await this.#git(args, run);
    if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${String(code)}`);
    return args[0] === 'cat-file' ? out : out.trim();
  }

  #run(args: readonly string[], { input, env }: Run): Promise<{ code: number; out: Buffer }> {
    const settings = {
      PATH: process.env['PATH'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      LC_ALL: 'C',
    };
    const options = { encoding: 'buffer', env: { ...settings, ...env }, maxBuffer: 64 * 1024 * 1024 } as const;
    return new Promise((resolve) => {
      const child = execFile('git', [`--git-dir=${this.gitDir}`, '-c', 'gc.auto=0', ...args], options, (error, out) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out });
      });
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input ?? '');
    });
  }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
