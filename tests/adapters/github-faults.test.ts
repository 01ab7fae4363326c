import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { BranchTaken, ForgeRefused, ForgeUnavailable } from '../../src/domain/publication/forge-faults.ts';
import type { Change } from '../../src/ports/forge.ts';
import { faultKinds, type Fault } from '../support/github-stand-in/faults.ts';
import { branch, page, requestFor, soon } from './forge-contract.ts';
import { appAccess, makeStandInBench, type StandInBench } from './github-bench.ts';

let bench: StandInBench;
/** In each group by itself: hooks of a file would be those of every file in the same process. */
function eachOnItsOwn(): void {
  beforeEach(async () => {
    bench = await makeStandInBench();
  });
  afterEach(() => bench.dispose());
}

const ensure = (forge = bench.forge) => forge.ensureChange(requestFor(), soon());
const writes = () => bench.standIn.seen.filter((call) => !call.startsWith('GET '));
const found = async (): Promise<Change> => {
  const change = await bench.forge.findChange(branch, soon());
  assert.ok(change);
  return change;
};

/** Spoils the first request that fits. */
function once(fault: Fault, fits: (request: { method: string; path: string }) => boolean): void {
  let spent = false;
  bench.standIn.faults = (request) => {
    if (spent || !fits(request)) return undefined;
    spent = true;
    return fault;
  };
}

describe('what leaves for GitHub', () => {
  eachOnItsOwn();

  it('is four writes: tree, commit, branch, pull request, the texts inside the tree', async () => {
    await ensure();
    assert.deepEqual(writes(), ['POST /git/trees', 'POST /git/commits', 'POST /git/refs', 'POST /pulls']);
  });

  it('names the version of the interface and who we are, at every call', async () => {
    await ensure();
    for (const { headers } of bench.record.calls) {
      assert.equal(headers.get('x-github-api-version'), '2022-11-28');
      assert.match(headers.get('user-agent') ?? '', /^fieldstone/u);
    }
  });

  it('lets nobody else change the pull request, and is signed by the bot at midnight', async () => {
    await ensure();
    const bodyOf = (path: string) =>
      bench.record.calls.find((call) => call.method === 'POST' && call.path.endsWith(path))?.body as Record<
        string,
        unknown
      >;
    assert.equal(bodyOf('/pulls')['maintainer_can_modify'], false);
    const bot = { name: 'Fieldstone', email: 'noreply@fieldstone.invalid', date: '2026-03-04T00:00:00Z' };
    assert.deepEqual([bodyOf('/git/commits')['author'], bodyOf('/git/commits')['committer']], [bot, bot]);
  });

  it('keeps writes a second apart', async () => {
    const paced = bench.forgeWith({ writePauseMs: 150 });
    const began = performance.now();
    await paced.ensureChange(requestFor(), soon());
    assert.ok(performance.now() - began >= 3 * 150);
  });
});

describe('credentials', () => {
  eachOnItsOwn();

  it('of an App are for this repository and these rights alone, and are kept', async () => {
    const forge = bench.forgeWith({ access: appAccess });
    await forge.ensureChange(requestFor(), soon());
    const minted = bench.record.calls.filter(({ path }) => path.endsWith('/access_tokens'));
    assert.deepEqual(
      minted.map(({ body }) => body),
      [
        { permissions: { metadata: 'read' } },
        {
          repository_ids: [bench.standIn.world.id],
          permissions: { contents: 'write', pull_requests: 'write', metadata: 'read' },
        },
      ],
    );
  });

  it('of an App that are not accepted any more are minted once more', async () => {
    const forge = bench.forgeWith({ access: appAccess });
    await forge.head(soon());
    bench.standIn.world.tokens.clear();
    assert.equal((await forge.ensureChange(requestFor(), soon())).adopted, false);
  });

  it('that are refused again stop for good', async () => {
    const forge = bench.forgeWith({ access: appAccess });
    bench.standIn.faults = ({ path }) => {
      if (!path.endsWith('/access_tokens')) bench.standIn.world.tokens.clear();
      return undefined;
    };
    await assert.rejects(forge.head(soon()), refusedWith(/does not accept our credentials/u));
    assert.equal(bench.standIn.seen.filter((call) => call.endsWith('/access_tokens')).length <= 3, true);
  });

  it('of a wrong token are refused in plain words', async () => {
    const forge = bench.forgeWith({ access: { kind: 'token', token: 'wrong' } });
    await assert.rejects(forge.ensureChange(requestFor(), soon()), refusedWith(/does not accept our credentials/u));
  });

  it('with too few rights are refused, the missing one named', async () => {
    bench.standIn.world.switches.lacking.add('contents');
    await assert.rejects(ensure(), refusedWith(/lack a right on the repository \(contents=write\)/u));
  });
});

describe('a repository', () => {
  eachOnItsOwn();

  it('that was renamed is found again, and written to under its new name', async () => {
    await bench.forge.head(soon());
    bench.standIn.world.rename('library');
    assert.equal((await ensure()).adopted, false);
    assert.deepEqual(
      bench.record.calls.filter(({ method, path }) => method === 'POST' && !path.startsWith('/repos/commons/library/')),
      [],
    );
  });

  const memoryOf = (known: { number: number; head: string } | undefined) => {
    const kept: { number: number; head: string }[] = known === undefined ? [] : [known];
    return {
      kept,
      known: () => kept.at(-1),
      keep: (now: { number: number; head: string }) => Promise.resolve(void kept.push(now)),
    };
  };

  it('that was renamed between two starts is found by its number, though its old name is forgotten', async () => {
    const memory = memoryOf(undefined);
    const head = await bench.forgeWith({ memory }).head(soon());
    assert.deepEqual(memory.kept, [{ number: 4711, head }]);
    bench.standIn.world.rename('library');
    bench.standIn.world.formerNames.clear();
    const { change } = await bench.forgeWith({ memory }).ensureChange(requestFor(), soon());
    assert.equal(change.state, 'open');
    await assert.rejects(bench.forgeWith({}).head(soon()), ForgeRefused, 'without a memory nobody finds it');
  });

  it('whose name another one has taken is not written to, unless that one has its history', async () => {
    const head = await bench.forge.head(soon());
    bench.standIn.world.id = 4712;
    const stranger = bench.forgeWith({ memory: memoryOf({ number: 4711, head: 'a'.repeat(40) }) });
    await assert.rejects(
      stranger.ensureChange(requestFor(), soon()),
      (error) =>
        error instanceof ForgeRefused && error.message.startsWith('Another repository is called commons/content'),
    );
    assert.deepEqual(await bench.branches(), ['main']);
    const memory = memoryOf({ number: 4711, head });
    const { change } = await bench.forgeWith({ memory }).ensureChange(requestFor(), soon());
    assert.equal(change.state, 'open');
  });

  it('that is renamed during a write is not written to by a redirect, but found again', async () => {
    bench.standIn.faults = ({ path }) => {
      if (path === '/repos/commons/content/git/trees') bench.standIn.world.rename('library');
      return undefined;
    };
    await assert.rejects(ensure(), ForgeUnavailable);
    assert.deepEqual(writes(), []);
    assert.equal((await ensure()).adopted, false);
  });

  it('whose old name leads to another one is known by its number', async () => {
    await bench.forge.head(soon());
    const { world } = bench.standIn;
    world.rename('library');
    world.formerNames.clear();
    assert.equal((await ensure()).adopted, false);
  });

  it('that nobody may see is refused', async () => {
    const forge = bench.forgeWith({ name: 'elsewhere' });
    await assert.rejects(forge.head(soon()), refusedWith(/finds nothing there/u));
  });

  it('that is archived takes no writes, and none is tried', async () => {
    bench.standIn.world.switches.archived = true;
    await assert.rejects(ensure(), refusedWith(/is archived/u));
    assert.deepEqual(writes(), []);
  });

  it('whose rules forbid our branches is refused in its own words', async () => {
    bench.standIn.world.switches.refusedBranches = /^refs\/heads\/practice\//u;
    await assert.rejects(ensure(), refusedWith(/creations being restricted/u));
  });

  it('that asks for an approval refuses the merge in its own words', async () => {
    bench.standIn.world.switches.needsApproval = true;
    const { change } = await ensure();
    const outcome = await bench.forge.merge(branch, change.head, 'Merge', soon());
    assert.deepEqual(outcome, {
      kind: 'refused',
      words: 'At least 1 approving review is required by reviewers with write access.',
    });
  });
});

describe('limits', () => {
  eachOnItsOwn();

  for (const [name, headers, wait] of [
    ['a pause in seconds', { 'retry-after': '120' }, 120],
    ['the end of its hour', { 'x-ratelimit-remaining': '0' }, 300],
    ['a secondary limit that tells no end', { 'x-ratelimit-remaining': '4980' }, 60],
  ] as const) {
    it(`are obeyed to the second: ${name}`, async () => {
      const limited = limitedFetch({ 'x-ratelimit-reset': inSeconds(300), ...headers });
      const forge = bench.forgeWith({ fetch: limited.fetch });
      const error = await forge.ensureChange(requestFor(), soon()).catch((fault: unknown) => fault);
      assert.ok(error instanceof ForgeUnavailable && error.retryAt !== undefined);
      assert.ok(Math.abs(Date.parse(error.retryAt) - Date.now() - wait * 1000) < 5000, error.retryAt);
      const before = limited.calls();
      await assert.rejects(forge.head(soon()), ForgeUnavailable);
      assert.equal(limited.calls(), before, 'nothing leaves until then');
    });
  }
});

describe('other people', () => {
  eachOnItsOwn();

  it('who delete the branch close the change, and it stays closed', async () => {
    await ensure();
    await bench.deleteBranchByHand(branch);
    const again = await ensure();
    assert.deepEqual([again.change.state, again.adopted], ['closed', true]);
    assert.equal(bench.standIn.world.pulls.length, 1);
  });

  it('who squash are seen to have merged', async () => {
    await ensure();
    const { world } = bench.standIn;
    const squashed = await bench.commitByHand(requestFor().files);
    world.change(1, { state: 'closed', mergeCommit: squashed });
    assert.deepEqual([(await found()).state, (await found()).mergeCommit], ['merged', squashed]);
  });

  it('who merged before there was a pull request leave none to make', async () => {
    once({ kind: 'drop', when: 'before' }, ({ method, path }) => method === 'POST' && path.endsWith('/pulls'));
    await assert.rejects(ensure(), ForgeUnavailable);
    await bench.mergeByHand(branch);
    await assert.rejects(ensure(), refusedWith(/is on main already/u));
  });

  it('who stand on our branch keep it, and nothing is written', async () => {
    await bench.commitByHand([{ path: page, text: 'theirs' }], branch);
    await assert.rejects(ensure(), BranchTaken);
    assert.deepEqual(writes(), []);
  });

  it('who move the default branch during a merge make us look again', async () => {
    const { change } = await ensure();
    let moved = false;
    bench.standIn.faults = ({ method, path }) => {
      if (method === 'PUT' && path.endsWith('/merge') && !moved) {
        moved = true;
        // Answered as GitHub does when the base moves between its look and its write.
        return { kind: 'base-moved', when: 'before' };
      }
      return undefined;
    };
    assert.equal((await bench.forge.merge(branch, change.head, 'Merge', soon())).kind, 'merged');
  });
});

describe('a line that breaks', () => {
  eachOnItsOwn();

  const steps: readonly (readonly [string, RegExp])[] = [
    ['POST', /\/git\/trees$/u],
    ['POST', /\/git\/commits$/u],
    ['POST', /\/git\/refs$/u],
    ['POST', /\/pulls$/u],
    ['GET', /\/pulls$/u],
    ['GET', /\/pulls\/\d+$/u],
    ['GET', /\/git\/ref\/heads\/main$/u],
  ];
  for (const [method, path] of steps) {
    for (const when of ['before', 'after'] as const) {
      it(`${when} ${method} ${path.source} leaves one change at the next attempt, whatever the fault`, async () => {
        for (const kind of faultKinds) {
          const request = requestFor({ ...keyed(kind) });
          once({ kind, when }, (seen) => seen.method === method && path.test(seen.path));
          const quick = bench.forgeWith({ timeoutMs: 400 });
          await quick.ensureChange(request, soon()).catch((error: unknown) => {
            assert.ok(error instanceof ForgeUnavailable, String(error));
          });
          bench.standIn.faults = () => undefined;
          const { change } = await bench.restarted().ensureChange(request, soon());
          assert.equal(change.state, 'open');
          assert.equal(bench.standIn.world.pulls.filter((pull) => pull.branch === request.branch).length, 1);
        }
      });
    }
  }

  it('after a merge is a merge at the next attempt', async () => {
    const { change } = await ensure();
    once({ kind: 'drop', when: 'after' }, ({ method }) => method === 'PUT');
    await assert.rejects(bench.forge.merge(branch, change.head, 'Merge', soon()), ForgeUnavailable);
    const outcome = await bench.forge.merge(branch, change.head, 'Merge', soon());
    assert.deepEqual(outcome, { kind: 'merged', commit: await bench.forge.head(soon()) });
    assert.deepEqual(await bench.branches(), ['main']);
  });

  it('is given up after its own time, not after five minutes', async () => {
    bench.standIn.faults = () => ({ kind: 'hang', when: 'before' });
    const began = performance.now();
    await assert.rejects(bench.forgeWith({ timeoutMs: 200 }).head(soon()), ForgeUnavailable);
    assert.ok(performance.now() - began < 5000);
  });

  it('adopts the change that a list did not show yet', async () => {
    bench.standIn.world.switches.listsLagBy = 2;
    once({ kind: 'drop', when: 'after' }, ({ method, path }) => method === 'POST' && path.endsWith('/pulls'));
    await assert.rejects(ensure(), ForgeUnavailable);
    assert.equal((await ensure()).change.number, 1);
    assert.equal(bench.standIn.world.pulls.length, 1);
  });

  it('finds a change by its branch when the list of all lags behind', async () => {
    bench.standIn.world.switches.listsLagBy = 1;
    const { change } = await ensure();
    assert.deepEqual(await bench.forge.listChanges(soon()), [change]);
  });
});

function keyed(kind: string): { branch: string; key: string; message: string } {
  const id = `p${String(1 + faultKinds.findIndex((one) => one === kind))}`;
  const key = `P-K7Q2M/${id}/abc`;
  return { branch: `practice/P-K7Q2M/${id}`, key, message: `Add practice P-K7Q2M\n\nPractice-Key: ${key}\n` };
}

function refusedWith(words: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof ForgeRefused, String(error));
    assert.match(error.message, words);
    return true;
  };
}

function inSeconds(seconds: number): string {
  return String(Math.floor(Date.now() / 1000) + seconds);
}

/** GitHub's answer to who asks too much. */
function limitedFetch(headers: Readonly<Record<string, string>>): { fetch: typeof fetch; calls: () => number } {
  let calls = 0;
  const body = JSON.stringify({ message: 'You have exceeded a secondary rate limit.' });
  return {
    calls: () => calls,
    fetch: () => {
      calls += 1;
      return Promise.resolve(
        new Response(body, { status: 403, headers: { 'content-type': 'application/json', ...headers } }),
      );
    },
  };
}
