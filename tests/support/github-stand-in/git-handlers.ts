import { ABSENT } from './bare-repository.ts';
import { created, invalid, notFound, ok, text, type Answer, type Asked, type Handler } from './answer.ts';
import { commitJson, refJson } from './shapes.ts';
import type { World } from './world.ts';

/** Objects and refs: GitHub's git data interface over real git. */
export function gitHandlers(world: World): Readonly<Record<string, Handler>> {
  const { git } = world;
  return {
    'GET /git/ref/{ref}': async ({ params }) => {
      const ref = `refs/${params['ref'] ?? ''}`;
      const sha = await git.tip(ref);
      return sha === undefined ? notFound() : ok(refJson(world.account, ref, sha));
    },
    'GET /git/matching-refs/{ref}': async ({ params }) => {
      const found = await git.refs(`refs/${params['ref'] ?? ''}`);
      return ok(found.map(({ ref, sha }) => refJson(world.account, ref, sha)));
    },
    'POST /git/refs': (asked) => createRef(world, asked),
    'PATCH /git/refs/{ref}': (asked) => moveRef(world, asked),
    'DELETE /git/refs/{ref}': async ({ params }) => {
      const ref = `refs/${params['ref'] ?? ''}`;
      const sha = await git.tip(ref);
      if (sha === undefined) return invalid('Reference does not exist');
      if (ref === 'refs/heads/main') return invalid('Cannot delete this branch');
      await git.moveRef(ref, ABSENT, sha);
      return { status: 204 };
    },
    'GET /git/commits/{commit_sha}': async ({ params }) => {
      const sha = params['commit_sha'] ?? '';
      if ((await git.kind(sha)) !== 'commit') return notFound();
      return ok(commitJson(world.account, sha, await git.readCommit(sha)));
    },
    'POST /git/commits': (asked) => createCommit(world, asked),
    'GET /git/trees/{tree_sha}': async ({ params, query }) => {
      const sha = params['tree_sha'] ?? '';
      if ((await git.kind(sha)) !== 'tree') return notFound();
      return ok(await treeJson(world, sha, query.has('recursive')));
    },
    'POST /git/trees': (asked) => createTree(world, asked),
    'GET /git/blobs/{file_sha}': async ({ params }) => {
      const sha = params['file_sha'] ?? '';
      if ((await git.kind(sha)) !== 'blob') return notFound();
      const content = await git.readBlob(sha);
      // GitHub breaks the lines of what it encodes.
      const encoded = content.toString('base64').replace(/.{60}/gu, '$&\n');
      const url = `${world.api}/repos/${world.owner}/${world.name}/git/blobs/${sha}`;
      return ok({ sha, node_id: `B_${sha}`, url, size: content.length, content: encoded, encoding: 'base64' });
    },
    'GET /compare/{basehead}': (asked) => compare(world, asked),
  };
}

async function createRef(world: World, { body }: Asked): Promise<Answer> {
  const { git, switches } = world;
  const [ref, sha] = [text(body['ref']), text(body['sha'])];
  if ((await git.kind(sha)) !== 'commit') return invalid('Object does not exist');
  if (switches.refusedBranches?.test(ref) === true) {
    return invalid('Repository rule violations found\n\nCannot create ref due to creations being restricted.');
  }
  if ((await git.tip(ref)) !== undefined) return invalid('Reference already exists');
  if (!(await git.moveRef(ref, sha, ABSENT))) return invalid('Reference update failed');
  return created(refJson(world.account, ref, sha));
}

async function moveRef(world: World, { params, body }: Asked): Promise<Answer> {
  const { git } = world;
  const ref = `refs/${params['ref'] ?? ''}`;
  const [from, to] = [await git.tip(ref), text(body['sha'])];
  if (from === undefined) return invalid('Reference does not exist');
  if ((await git.kind(to)) !== 'commit') return invalid('Object does not exist');
  if (!(await git.isAncestor(from, to))) {
    if (body['force'] !== true) return invalid('Update is not a fast forward');
    world.forced += 1;
  }
  return (await git.moveRef(ref, to, from)) ? ok(refJson(world.account, ref, to)) : invalid('Reference update failed');
}

interface Signature {
  readonly name?: string;
  readonly email?: string;
  readonly date?: string;
}

async function createCommit(world: World, { body }: Asked): Promise<Answer> {
  const { git } = world;
  const [message, tree] = [text(body['message']), text(body['tree'])];
  const parents = Array.isArray(body['parents']) ? body['parents'].map(text) : [];
  if ((await git.kind(tree)) !== 'tree') return invalid('Tree SHA does not exist');
  for (const parent of parents) {
    if ((await git.kind(parent)) !== 'commit') return invalid(`Parent SHA does not exist or is not a commit object`);
  }
  const author = (body['author'] ?? {}) as Signature;
  const committer = (body['committer'] ?? author) as Signature;
  const raw = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
    '',
    message,
  ].join('\n');
  const sha = await git.writeCommit(raw);
  return created(commitJson(world.account, sha, raw));
}

function signatureLine({ name = 'Stand-in', email = 'stand-in@example.org', date }: Signature): string {
  const at = date === undefined ? Date.now() : Date.parse(date);
  return `${name} <${email}> ${String(Math.floor(at / 1000))} +0000`;
}

interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly sha?: string | null;
  readonly content?: string;
}

async function createTree(world: World, { body }: Asked): Promise<Answer> {
  const { git } = world;
  const base = body['base_tree'] === undefined ? undefined : text(body['base_tree']);
  if (base !== undefined && (await git.kind(base)) !== 'tree') return invalid('base_tree is not a valid tree oid');
  const entries = [];
  for (const { path, mode, sha, content } of body['tree'] as readonly TreeItem[]) {
    if (path.startsWith('/') || path.split('/').includes('..')) return invalid('tree.path contains a malformed path');
    entries.push({ path, mode, sha: content === undefined ? (sha ?? null) : await git.writeBlob(content) });
  }
  const sha = await git.writeTree(base, entries);
  return sha === undefined ? invalid('GitRPC::BadObjectState') : created(await treeJson(world, sha, false));
}

async function treeJson(world: World, sha: string, recursive: boolean): Promise<Record<string, unknown>> {
  const url = `${world.api}/repos/${world.owner}/${world.name}/git`;
  const entries = await world.git.readTree(sha, recursive);
  const tree = entries.map((entry) => ({ ...entry, url: `${url}/${entry.type}s/${entry.sha}` }));
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false };
}

async function compare(world: World, { params, headers }: Asked): Promise<Answer> {
  const { git } = world;
  const [left = '', right = ''] = (params['basehead'] ?? '').split('...');
  const [base, head] = [await git.tip(left), await git.tip(right)];
  if (base === undefined || head === undefined) return notFound();
  if (text(headers['accept']).includes('diff')) {
    const type = 'application/vnd.github.diff; charset=utf-8';
    return { status: 200, body: await git.diff(base, head), headers: { 'content-type': type } };
  }
  const [ahead, behind] = [await git.commitsBetween(base, head), await git.commitsBetween(head, base)];
  const url = `${world.api}/repos/${world.owner}/${world.name}`;
  const files = (await git.changedFiles(base, head)).map(({ path, status }) => ({
    ...{ filename: path, status, additions: 1, deletions: 0, changes: 1, sha: ABSENT },
    ...{ blob_url: `${url}/blob`, raw_url: `${url}/raw`, contents_url: `${url}/contents` },
  }));
  const status = ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  return ok({ status, ahead_by: ahead, behind_by: behind, total_commits: ahead, files });
}
