import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { BranchTaken, FolderTaken, ForgeRefused, ForgeUnavailable } from '../../src/domain/publication/forge-faults.ts';
import type { Change, ChangeRequest, Forge, ForgeFile } from '../../src/ports/forge.ts';

/** One fresh content repository, and the hands of other people on it. */
export interface ForgeBench {
  readonly forge: Forge;
  /** The same repository as a process that has just started sees it. */
  restarted(): Forge;
  /** Somebody else commits on a branch; the default branch when none is named. */
  commitByHand(files: readonly ForgeFile[], branch?: string): Promise<string>;
  /** Somebody else merges the branch into the default branch with their own tools. */
  mergeByHand(branch: string): Promise<string>;
  deleteBranchByHand(branch: string): Promise<void>;
  branches(): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

const folder = 'modules/security-sector/practices/P-K7Q2M';
export const page = `${folder}/index.en.md`;
export const branch = 'practice/P-K7Q2M/p1';
export const seed: readonly ForgeFile[] = [
  { path: 'modules/security-sector/module.yml', text: 'id: security-sector\n' },
];
export const soon = (): AbortSignal => AbortSignal.timeout(60_000);

export function requestFor(changes: Partial<ChangeRequest> = {}): ChangeRequest {
  const key = changes.key ?? 'P-K7Q2M/p1/abc123';
  return {
    branch,
    files: [
      { path: `${folder}/meta.yml`, text: 'id: "P-K7Q2M"\n' },
      { path: page, text: 'قبل\n---\ndata 5\nM 100644 inline ../x\nafter' },
    ],
    removes: [],
    title: 'Practice P-K7Q2M: Desks',
    body: 'Case, decision, checklist.\n',
    message: `Add practice P-K7Q2M\n\nPractice-Key: ${key}\n`,
    key,
    day: '2026-03-04',
    ...changes,
  };
}

/** Clauses that a host cannot be asked for, by their names, each with the reason. */
export type Lacks = Readonly<Record<string, string>>;

/** What every forge must hold, whoever hosts it. */
export function forgeContract(name: string, makeBench: () => Promise<ForgeBench>, lacks: Lacks = {}): void {
  const clauses = new Set<string>();
  const clause = (what: string, test: () => Promise<void>): void => {
    clauses.add(what);
    it(what, { skip: lacks[what] ?? false }, test);
  };
  describe(`${name} as a forge`, () => {
    let bench: ForgeBench;
    beforeEach(async () => {
      bench = await makeBench();
    });
    afterEach(() => bench.dispose());

    const ensure = (request = requestFor()) => bench.forge.ensureChange(request, soon());
    const found = async (): Promise<Change> => {
      const change = await bench.forge.findChange(branch, soon());
      assert.ok(change);
      return change;
    };
    const merge = async (head?: string) =>
      bench.forge.merge(branch, head ?? (await found()).head, 'Merge practice P-K7Q2M', soon());
    const pageOnDefault = async () => {
      const files = await bench.forge.readFolder(await bench.forge.head(soon()), folder, soon());
      return files.find((file) => file.path === page)?.text;
    };

    clause('makes branch, commit and change once, however often it is asked', async () => {
      const first = await ensure();
      const again = await bench.restarted().ensureChange(requestFor(), soon());
      assert.deepEqual(again, { change: first.change, adopted: true });
      assert.equal(first.adopted, false);
      assert.equal((await bench.forge.listChanges(soon())).length, 1);
    });

    clause('stores the texts byte for byte and nothing else', async () => {
      const { change } = await ensure();
      const stored = await bench.forge.readFolder(change.head, 'modules', soon());
      const wanted = [...seed, ...requestFor().files].map((file) => ({ ...file }));
      assert.deepEqual([...stored].sort(byPath), wanted.sort(byPath));
    });

    clause('makes one change when ten ask at once', async () => {
      const forges = Array.from({ length: 10 }, () => bench.restarted());
      const ensured = await Promise.all(forges.map((forge) => forge.ensureChange(requestFor(), soon())));
      assert.equal(new Set(ensured.map(({ change }) => `${String(change.number)} ${change.head}`)).size, 1);
      assert.equal(ensured.filter(({ adopted }) => !adopted).length, 1);
      assert.equal((await bench.forge.listChanges(soon())).length, 1);
    });

    clause('gives different branches different numbers, even at once', async () => {
      const ids = ['P-00001', 'P-00002', 'P-00003', 'P-00004'];
      const made = await Promise.all(
        ids.map((id) => bench.restarted().ensureChange(requestFor(requestOf(id)), soon())),
      );
      assert.equal(new Set(made.map(({ change }) => change.number)).size, ids.length);
    });

    clause('never writes over the commits of somebody else on the branch', async () => {
      const foreign = await bench.commitByHand([{ path: page, text: 'theirs' }], branch);
      await assert.rejects(ensure(), BranchTaken);
      assert.equal(await bench.forge.findChange(branch, soon()), undefined);
      assert.ok((await bench.branches()).includes(branch));
      assert.equal(
        (await bench.forge.readFolder(foreign, folder, soon())).find((f) => f.path === page)?.text,
        'theirs',
      );
    });

    clause('says so when somebody committed on top of an open change', async () => {
      const { change } = await ensure();
      const foreign = await bench.commitByHand([{ path: page, text: 'edited' }], branch);
      await assert.rejects(ensure(), BranchTaken);
      assert.equal((await found()).head, foreign);
      assert.equal((await merge(change.head)).kind, 'refused');
    });

    clause('takes a branch that carries another key for somebody else’s', async () => {
      await ensure();
      await assert.rejects(ensure(requestFor({ key: 'P-K7Q2M/p1/other' })), BranchTaken);
    });

    clause('makes a lost branch again, with the same commit and number', async () => {
      const { change } = await ensure();
      await bench.deleteBranchByHand(branch);
      assert.deepEqual((await ensure()).change, change);
      assert.ok((await bench.branches()).includes(branch));
    });

    clause('merges with a merge commit, once, and drops its own branch', async () => {
      const { change } = await ensure();
      const before = await bench.forge.head(soon());
      const outcome = await merge(change.head);
      assert.deepEqual(await merge(change.head), outcome);
      const after = await bench.forge.head(soon());
      assert.notEqual(after, before);
      assert.deepEqual(outcome, { kind: 'merged', commit: after });
      assert.equal(await pageOnDefault(), requestFor().files[1]?.text);
      assert.deepEqual(await bench.branches(), ['main']);
    });

    clause('knows a merged change after a restart, by its number', async () => {
      const { change } = await ensure();
      const outcome = await merge();
      assert.ok(outcome.kind === 'merged');
      const seen = await bench.restarted().findChange(branch, soon());
      const merged = { number: change.number, branch, state: 'merged', head: change.head, mergeCommit: outcome.commit };
      assert.deepEqual(withoutUrl(seen), { ...merged, mergeable: 'unknown' });
      assert.deepEqual(await bench.restarted().listChanges(soon()), [seen]);
      const ensured = await ensure();
      assert.deepEqual(ensured, { change: seen, adopted: true });
      assert.deepEqual(await bench.branches(), ['main']);
    });

    clause('sees that somebody else merged', async () => {
      await ensure();
      const commit = await bench.mergeByHand(branch);
      assert.deepEqual(await pick(found(), 'state', 'mergeCommit'), { state: 'merged', mergeCommit: commit });
      assert.deepEqual(await merge(), { kind: 'merged', commit });
      assert.equal(await bench.forge.head(soon()), commit);
    });

    clause('keeps a closed change closed and never makes a second one', async () => {
      const { change } = await ensure();
      await bench.forge.close(branch, soon());
      await bench.forge.close(branch, soon());
      const again = await bench.restarted().ensureChange(requestFor(), soon());
      assert.deepEqual(withoutUrl(again.change), withoutUrl({ ...change, state: 'closed', mergeable: 'unknown' }));
      assert.equal(again.adopted, true);
      assert.equal((await bench.forge.listChanges(soon())).length, 1);
      assert.deepEqual(await bench.branches(), ['main']);
      assert.equal((await merge(change.head)).kind, 'refused');
    });

    clause('leaves the branch when it closes a change with somebody else’s commits', async () => {
      await ensure();
      await bench.commitByHand([{ path: page, text: 'edited' }], branch);
      await bench.forge.close(branch, soon());
      assert.equal((await found()).state, 'closed');
      assert.ok((await bench.branches()).includes(branch));
    });

    clause('does not close what was merged, and closes nothing where nothing is', async () => {
      await bench.forge.close(branch, soon());
      await ensure();
      await merge();
      await bench.forge.close(branch, soon());
      assert.equal((await found()).state, 'merged');
    });

    clause('names the paths of a conflict and changes nothing', async () => {
      await ensure();
      const tip = await bench.commitByHand([{ path: page, text: 'somebody wrote here\n' }]);
      assert.equal((await found()).mergeable, 'conflict');
      assert.deepEqual(await merge(), { kind: 'conflict', paths: [page] });
      assert.equal(await bench.forge.head(soon()), tip);
    });

    clause('lays a conflicting change over the new default branch without force', async () => {
      const { change } = await ensure();
      await bench.commitByHand([{ path: page, text: 'somebody wrote here\n' }, ...seed]);
      const rebuilt = await bench.forge.rebuildChange(requestFor(), soon());
      assert.deepEqual(await bench.forge.rebuildChange(requestFor(), soon()), rebuilt);
      assert.deepEqual([rebuilt.number, rebuilt.mergeable], [change.number, 'yes']);
      assert.equal((await merge(rebuilt.head)).kind, 'merged');
      assert.equal(await pageOnDefault(), requestFor().files[1]?.text);
      assert.deepEqual(await bench.branches(), ['main']);
    });

    clause('writes nothing where its folder holds what it did not expect there, until it is told to', async () => {
      const theirs = [{ path: page, text: 'somebody wrote here\n' }];
      await bench.commitByHand(theirs);
      const request = requestFor({ removes: [folder], expected: [] });
      await assert.rejects(ensure(request), (error) => error instanceof FolderTaken && error.paths.includes(page));
      assert.deepEqual(await bench.branches(), ['main']);
      assert.equal(await bench.forge.findChange(branch, soon()), undefined);
      const { change } = await ensure({ ...request, expected: theirs });
      assert.equal((await ensure(request)).change.head, change.head, 'what stands is found, not asked about again');
    });

    clause('makes its change where its folder is free, or holds the change already', async () => {
      const request = requestFor({ removes: [folder], expected: [] });
      assert.equal((await ensure(request)).adopted, false);
    });

    clause('merges beside a default branch that moved', async () => {
      const { change } = await ensure();
      await bench.commitByHand([{ path: 'README.md', text: 'moved\n' }]);
      assert.equal((await found()).mergeable, 'yes');
      assert.equal((await merge(change.head)).kind, 'merged');
      const files = await bench.forge.readFolder(await bench.forge.head(soon()), '', soon());
      assert.ok(files.some((file) => file.path === 'README.md'));
    });

    clause('loses no write when merges and pushes race', async () => {
      const ids = ['P-00001', 'P-00002', 'P-00003'];
      for (const id of ids) await ensure(requestFor(requestOf(id)));
      const merging = ids.map(async (id) => {
        const forge = bench.restarted();
        const change = await forge.findChange(`practice/${id}/p1`, soon());
        return forge.merge(`practice/${id}/p1`, change?.head ?? '', `Merge practice ${id}`, soon());
      });
      const pushing = bench.commitByHand([{ path: 'README.md', text: 'moved\n' }]);
      assert.deepEqual(
        (await Promise.all(merging)).map(({ kind }) => kind),
        ['merged', 'merged', 'merged'],
      );
      await pushing;
      const paths = (await bench.forge.readFolder(await bench.forge.head(soon()), '', soon())).map((file) => file.path);
      for (const id of ids)
        assert.ok(
          paths.some((path) => path.includes(id)),
          id,
        );
      assert.ok(paths.includes('README.md'));
    });

    clause('takes a folder away and puts files in its place', async () => {
      await ensure();
      await merge();
      const second = { branch: 'practice/P-K7Q2M/p2', key: 'P-K7Q2M/p2/x', removes: [folder] };
      const { change } = await ensure(
        requestFor({ ...second, files: [{ path: `${folder}/index.ar.md`, text: 'جديد' }] }),
      );
      assert.deepEqual(await bench.forge.readFolder(change.head, folder, soon()), [
        { path: `${folder}/index.ar.md`, text: 'جديد' },
      ]);
    });

    clause('lists a folder by the names in it', async () => {
      const { change } = await ensure();
      assert.deepEqual(await bench.forge.listFolder(change.head, 'modules/security-sector', soon()), [
        'module.yml',
        'practices',
      ]);
      assert.deepEqual(await bench.forge.listFolder(change.head, 'modules/nothing', soon()), []);
    });

    clause('shows the change as a unified diff, before and after the merge', async () => {
      await ensure();
      const diff = await bench.forge.diff(branch, soon());
      assert.match(diff, /^\+\+\+ b\/modules\/security-sector\/practices\/P-K7Q2M\/index\.en\.md$/mu);
      assert.match(diff, /^\+قبل$/mu);
      await merge();
      assert.equal(await bench.forge.diff(branch, soon()), diff);
    });

    const misshapen: readonly (readonly [string, Partial<ChangeRequest>])[] = [
      ['a path outside its folder', { files: [{ path: `${folder}/../../x.yml`, text: '' }] }],
      ['a workflow', { files: [{ path: '.github/workflows/x.yml', text: '' }] }],
      ['the folder of another practice', { files: [{ path: page.replace('K7Q2M', 'K7Q2N'), text: '' }] }],
      ['a path with a line break', { files: [{ path: `${page}\nD modules`, text: '' }] }],
      ['a removal outside its folder', { removes: ['modules/security-sector'] }],
      ['a branch that is not ours', { branch: 'main' }],
      ['a branch with an option', { branch: '--force' }],
      ['a message without its key', { message: 'Add practice' }],
      ['a day that is none', { day: '2026-13-45' }],
    ];
    for (const [what, changes] of misshapen) {
      clause(`refuses ${what} before anything is written`, async () => {
        await assert.rejects(ensure(requestFor(changes)), ForgeRefused);
        assert.deepEqual(await bench.branches(), ['main']);
      });
    }

    clause('stops at once when it is told to', async () => {
      await assert.rejects(bench.forge.ensureChange(requestFor(), AbortSignal.abort()), ForgeUnavailable);
      assert.deepEqual(await bench.branches(), ['main']);
      assert.equal((await ensure()).adopted, false);
    });

    it('leaves out only clauses that there are', () => {
      assert.deepEqual(
        Object.keys(lacks).filter((what) => !clauses.has(what)),
        [],
      );
    });
  });
}

function requestOf(id: string): Partial<ChangeRequest> {
  const key = `${id}/p1/k`;
  return {
    branch: `practice/${id}/p1`,
    files: [{ path: `modules/security-sector/practices/${id}/index.en.md`, text: id }],
    key,
    message: `Add practice ${id}\n\nPractice-Key: ${key}\n`,
  };
}

const byPath = (a: ForgeFile, b: ForgeFile): number => (a.path < b.path ? -1 : 1);

function withoutUrl(change: Change | undefined): Partial<Change> {
  return Object.fromEntries(Object.entries(change ?? {}).filter(([part]) => part !== 'url'));
}

async function pick(change: Promise<Change>, ...parts: readonly (keyof Change)[]): Promise<Partial<Change>> {
  const whole = await change;
  return Object.fromEntries(parts.map((part) => [part, whole[part]]));
}
