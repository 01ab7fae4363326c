import { invalid, notFound, ok, created, refusal, text, type Answer, type Asked, type Handler } from './answer.ts';
import { pullJson, wholePullJson } from './shapes.ts';
import type { Pull, World } from './world.ts';

/** Pull requests: the stand-in's own book, held against what stands in git before each answer. */
export function pullHandlers(world: World): Readonly<Record<string, Handler>> {
  return {
    'GET /pulls': ({ query }) => listPulls(world, query),
    'POST /pulls': (asked) => openPull(world, asked),
    'GET /pulls/{pull_number}': async (asked) => {
      const pull = await pullOf(world, asked);
      return pull === undefined ? notFound() : ok(await wholeJson(world, pull));
    },
    'PATCH /pulls/{pull_number}': async (asked) => {
      const pull = await pullOf(world, asked);
      if (pull === undefined) return notFound();
      const state = asked.body['state'] === 'closed' && pull.state === 'open' ? 'closed' : pull.state;
      return ok(await wholeJson(world, world.change(pull.number, { state }) ?? pull));
    },
    'PUT /pulls/{pull_number}/merge': (asked) => mergePull(world, asked),
  };
}

async function pullOf(world: World, { params }: Asked): Promise<Pull | undefined> {
  await world.catchUp();
  return world.pull(Number(params['pull_number']));
}

async function listPulls(world: World, query: URLSearchParams): Promise<Answer> {
  await world.catchUp();
  const [state, head] = [query.get('state') ?? 'open', query.get('head')];
  const wanted = world.pulls.filter(
    (pull) => (state === 'all' || pull.state === state) && (head === null || head === `${world.owner}:${pull.branch}`),
  );
  const seen = wanted.filter((pull) => {
    pull.missingFromLists -= 1;
    return pull.missingFromLists < 0;
  });
  const ordered = query.get('direction') === 'asc' ? seen : seen.toReversed();
  const [per, page] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)];
  return ok(ordered.slice((page - 1) * per, page * per).map((pull) => pullJson(world.account, pull)));
}

async function openPull(world: World, { body }: Asked): Promise<Answer> {
  await world.catchUp();
  const { git } = world;
  const branch = text(body['head']);
  const [head, base] = [await git.tip(`refs/heads/${branch}`), await git.tip(`refs/heads/${text(body['base'])}`)];
  const about = { resource: 'PullRequest' };
  if (base === undefined) return invalid('Validation Failed', { ...about, field: 'base', code: 'invalid' });
  if (head === undefined) return invalid('Validation Failed', { ...about, field: 'head', code: 'invalid' });
  if (world.pulls.some((pull) => pull.state === 'open' && pull.branch === branch)) {
    const message = `A pull request already exists for ${world.owner}:${branch}.`;
    return invalid('Validation Failed', { ...about, code: 'custom', message });
  }
  if ((await git.commitsBetween(base, head)) === 0) {
    return invalid('Validation Failed', { ...about, code: 'custom', message: `No commits between main and ${branch}` });
  }
  const pull: Pull = {
    number: world.pulls.length + 1,
    title: text(body['title']),
    body: text(body['body']),
    branch,
    state: 'open',
    head,
    base,
    mergeCommit: undefined,
    thoughtAbout: new Set(),
    missingFromLists: world.switches.listsLagBy,
  };
  world.pulls.push(pull);
  return created(wholePullJson(world.account, pull, null));
}

/** As GitHub does: null at the first question about a head and a base, the truth from then on. */
async function wholeJson(world: World, pull: Pull): Promise<Record<string, unknown>> {
  if (pull.state !== 'open') return wholePullJson(world.account, pull, null);
  const base = (await world.git.tip('refs/heads/main')) ?? '';
  const question = `${pull.head} ${base}`;
  const known = pull.thoughtAbout.has(question);
  pull.thoughtAbout.add(question);
  const mergeable = known ? (await world.git.mergeTree(base, pull.head)) !== undefined : null;
  return wholePullJson(world.account, pull, mergeable);
}

async function mergePull(world: World, asked: Asked): Promise<Answer> {
  const pull = await pullOf(world, asked);
  if (pull === undefined) return notFound();
  if (pull.state !== 'open') return refusal(405, 'Pull Request is not mergeable');
  if (asked.body['sha'] !== undefined && asked.body['sha'] !== pull.head) {
    return refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const base = (await world.git.tip('refs/heads/main')) ?? '';
  const tree = await world.git.mergeTree(base, pull.head);
  if (tree === undefined) return refusal(405, 'Pull Request is not mergeable');
  if (world.switches.needsApproval) {
    return refusal(405, 'At least 1 approving review is required by reviewers with write access.');
  }
  const message = `${text(asked.body['commit_title'])}\n\n${text(asked.body['commit_message'])}`.trimEnd();
  const now = `${String(Math.floor(Date.now() / 1000))} +0000`;
  const raw = [
    `tree ${tree}`,
    `parent ${base}`,
    `parent ${pull.head}`,
    `author stand-in[bot] <stand-in@example.org> ${now}`,
    `committer GitHub <noreply@github.com> ${now}`,
    '',
    `${message}\n`,
  ].join('\n');
  const sha = await world.git.writeCommit(raw);
  if (!(await world.git.moveRef('refs/heads/main', sha, base))) {
    return refusal(405, 'Base branch was modified. Review and try the merge again.');
  }
  world.change(pull.number, { state: 'closed', mergeCommit: sha });
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}
