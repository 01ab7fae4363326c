import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import type { ForgeFile } from '../../../ports/forge.ts';
import { blobAnswer, commitAnswer, treeAnswer, type Commit, type Tree, type TreeEntry } from './answers.ts';
import { Remembered } from './remembered.ts';
import type { Repository } from './repository.ts';

/** How many texts are fetched at the same time. */
const AT_ONCE = 6;

/** Reads commits, folders and texts of a repository. It goes down to the folder that is wanted: a whole tree can be large. */
export class TreeReader {
  readonly #commits = new Remembered<Commit>(200);
  readonly #trees = new Remembered<Tree>(400);
  readonly #texts = new Remembered<string>(400);

  commit(repo: Repository, sha: string, signal: AbortSignal): Promise<Commit> {
    const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
    return this.#commits.get(sha, () => repo.ask(signal, route, commitAnswer, { commit_sha: sha }));
  }

  /** Every regular file below a folder at a commit, or the one file of that path, with their whole paths. */
  async files(repo: Repository, commit: string, folder: string, signal: AbortSignal): Promise<readonly TreeEntry[]> {
    const found = await this.#find(repo, commit, folder, signal);
    if (found === undefined) return [];
    if (found.type === 'blob') return [found].filter(isFile);
    const { tree, truncated } = await this.#tree(repo, found.sha, true, signal);
    if (truncated) throw new ForgeRefused(`The folder ${folder} is too large for GitHub to list`);
    const below = found.path === '' ? '' : `${found.path}/`;
    return tree.filter(isFile).map((entry) => ({ ...entry, path: below + entry.path }));
  }

  async read(repo: Repository, entries: readonly TreeEntry[], signal: AbortSignal): Promise<readonly ForgeFile[]> {
    const files: ForgeFile[] = [];
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const some = entries.slice(at, at + AT_ONCE);
      const texts = await Promise.all(some.map(({ sha }) => this.#text(repo, sha, signal)));
      files.push(...some.map(({ path }, index) => ({ path, text: texts[index] ?? '' })));
    }
    return files;
  }

  /** Names directly in a folder; none when there is no such folder. */
  async names(repo: Repository, commit: string, folder: string, signal: AbortSignal): Promise<readonly string[]> {
    const found = await this.#find(repo, commit, folder, signal);
    if (found?.type !== 'tree') return [];
    return (await this.#tree(repo, found.sha, false, signal)).tree.map((entry) => entry.path);
  }

  /** The entry of a path, which it carries whole; the root has the empty one. */
  async #find(repo: Repository, commit: string, path: string, signal: AbortSignal): Promise<TreeEntry | undefined> {
    const root = (await this.commit(repo, commit, signal)).tree.sha;
    let at: TreeEntry = { path: '', mode: '040000', type: 'tree', sha: root };
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (at.type !== 'tree') return undefined;
      const next = (await this.#tree(repo, at.sha, false, signal)).tree.find((entry) => entry.path === name);
      if (next === undefined) return undefined;
      at = { ...next, path: at.path === '' ? name : `${at.path}/${name}` };
    }
    return at;
  }

  #tree(repo: Repository, sha: string, recursive: boolean, signal: AbortSignal): Promise<Tree> {
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const params = { tree_sha: sha, ...(recursive ? { recursive: '1' } : {}) };
    return this.#trees.get(`${sha} ${String(recursive)}`, () => repo.ask(signal, route, treeAnswer, params));
  }

  #text(repo: Repository, sha: string, signal: AbortSignal): Promise<string> {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    return this.#texts.get(sha, async () => {
      const { content, encoding } = await repo.ask(signal, route, blobAnswer, { file_sha: sha });
      return Buffer.from(content, encoding).toString('utf8');
    });
  }
}

const isFile = ({ type, mode }: TreeEntry): boolean => type === 'blob' && mode !== '120000';
