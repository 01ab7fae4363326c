import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, mock } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { jobs } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import { ForgeUnavailable } from '../../src/domain/publication/forge-faults.ts';
import type { Forge } from '../../src/ports/forge.ts';
import { askLook, askOver } from '../../src/usecases/publication/ask-forge.ts';
import { tryJobAgain } from '../../src/usecases/jobs/try-job-again.ts';
import { enqueueLetter } from '../../src/usecases/letters/enqueue-letter.ts';
import { withdrawSubmission } from '../../src/usecases/submission/withdraw-submission.ts';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const look = ({ service }: World): Promise<void> => service.worker.lookNow();
const forgeOf = ({ service }: World): Forge => service.web.forgeOf(MODULE);
const changes = (world: World) => forgeOf(world).listChanges(AbortSignal.timeout(60_000));

async function inWorld(test: (world: World) => Promise<void>): Promise<void> {
  const world = await makeWorld();
  try {
    await test(world);
  } finally {
    mock.restoreAll();
    world.close();
  }
}

const person = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', [...person, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Somebody with a clone, who knows nothing of the service. */
function clone({ folder, repository }: World): string {
  const at = mkdtempSync(path.join(folder, 'clone-'));
  git(folder, 'clone', '--quiet', repository, at);
  return at;
}

/** Lets one method of the forge fail once: before anything happened, or when it had happened and nobody was told. */
function failOnce(
  world: World,
  method: 'ensureChange' | 'merge' | 'close' | 'findChange' | 'head',
  when: 'before' | 'after',
) {
  const forge = forgeOf(world);
  const original = forge[method].bind(forge) as (...args: unknown[]) => Promise<unknown>;
  let failed = false;
  const moody = async (...args: unknown[]): Promise<unknown> => {
    if (failed) return original(...args);
    failed = true;
    if (when === 'after') await original(...args);
    throw new ForgeUnavailable(`The line went dead ${when} ${method}`);
  };
  mock.method(forge, method, moody as never);
}

/** Looks again and again, as the loop does, until nothing waits any more. */
async function settle(world: World): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await look(world);
    world.clock.pass({ minutes: 20 });
  }
}

describe('a fault between any two steps', () => {
  for (const when of ['before', 'after'] as const) {
    for (const method of ['ensureChange', 'head'] as const) {
      it(`${when} ${method}: one change stands open, never two and never none`, async () => {
        await inWorld(async (world) => {
          const life = await (await PlayedCase.sent(world)).approved();
          failOnce(world, method, when);
          await settle(world);
          assert.equal(life.publication().state, 'open');
          assert.deepEqual(
            (await changes(world)).map(({ state }) => state),
            ['open'],
          );
        });
      });
    }

    it(`${when} merge: it is merged once and recorded once`, async () => {
      await inWorld(async (world) => {
        const life = await (await PlayedCase.sent(world)).approved();
        await look(world);
        failOnce(world, 'merge', when);
        await act.merge(life.stage, life.played, life.stage.staff('leila'), 0);
        await settle(world);
        assert.deepEqual([life.publication().state, life.submission().state], ['merged', 'published']);
        assert.equal(git(world.repository, 'rev-list', '--merges', '--count', 'HEAD'), '1');
        assert.equal(git(world.repository, 'rev-parse', 'HEAD'), life.publication().mergeCommit);
      });
    });

    for (const method of ['close', 'findChange'] as const) {
      it(`${when} ${method} in a withdrawal: the change is closed`, async () => {
        await inWorld(async (world) => {
          const life = await (await PlayedCase.sent(world)).approved();
          await look(world);
          failOnce(world, method, when);
          const { id: submissionId, submitter } = life.played;
          await life.stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId }));
          await settle(world);
          assert.deepEqual([life.publication().state, life.submission().state], ['closed', 'withdrawn']);
          assert.deepEqual(
            (await changes(world)).map(({ state }) => state),
            ['closed'],
          );
        });
      });
    }
  }

  it('withdrawn while the change is being made: it is closed again', async () => {
    await inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const forge = forgeOf(world);
      const original = forge.ensureChange.bind(forge);
      const { id: submissionId, submitter } = life.played;
      let withdrawn = false;
      mock.method(forge, 'ensureChange', async (...args: Parameters<Forge['ensureChange']>) => {
        if (withdrawn) return original(...args);
        withdrawn = true;
        await life.stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId }));
        // A button asks for the closing at this moment: it must wait for its turn, or it finds nothing to close.
        void look(world);
        await pause(500);
        return original(...args);
      });
      await settle(world);
      assert.ok(withdrawn);
      assert.deepEqual([life.publication().state, life.submission().state], ['closed', 'withdrawn']);
      assert.deepEqual(
        (await changes(world)).map(({ state }) => state),
        ['closed'],
      );
    });
  });

  it('withdrawn after a try that was never recorded: what came to be is closed', async () => {
    await inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      failOnce(world, 'ensureChange', 'after');
      await look(world);
      assert.equal(life.publication().state, 'queued');
      const { id: submissionId, submitter } = life.played;
      await life.stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId }));
      await settle(world);
      assert.equal(life.publication().state, 'closed');
      assert.deepEqual(
        (await changes(world)).map(({ state }) => state),
        ['closed'],
      );
    });
  });
});

describe('what happens in the repository without us', () => {
  async function opened(world: World): Promise<PlayedCase> {
    const life = await (await PlayedCase.sent(world)).approved();
    await look(world);
    assert.equal(life.publication().state, 'open');
    return life;
  }

  it('a merge with plain git is recorded as landed, at the next look', async () => {
    await inWorld(async (world) => {
      const life = await opened(world);
      const at = clone(world);
      git(at, 'merge', '--quiet', '--no-ff', '-m', 'By hand', `origin/${life.publication().branch}`);
      git(at, 'push', '--quiet', 'origin', 'HEAD');
      await look(world);
      assert.deepEqual([life.publication().state, life.submission().state], ['merged', 'published']);
      assert.equal(life.publication().mergeCommit, git(at, 'rev-parse', 'HEAD'));
      assert.equal(git(world.repository, 'branch', '--list', 'practice/*'), '', 'its branch is gone');
      assert.deepEqual(world.faults, []);
    });
  });

  it('a branch that was deleted is made again from the database', async () => {
    await inWorld(async (world) => {
      const life = await opened(world);
      const { branch, head } = life.publication();
      git(world.repository, 'branch', '-D', branch);
      world.clock.pass({ minutes: 16 });
      await look(world);
      assert.equal(git(world.repository, 'rev-parse', branch), head);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['open', null]);
      assert.equal((await changes(world)).length, 1);
    });
  });

  it('a commit of somebody else on the branch is shown, and not merged', async () => {
    await inWorld(async (world) => {
      const life = await opened(world);
      const { branch } = life.publication();
      const at = clone(world);
      git(at, 'checkout', '--quiet', branch);
      git(at, 'commit', '--quiet', '--allow-empty', '-m', 'An edit');
      git(at, 'push', '--quiet', 'origin', branch);
      world.clock.pass({ minutes: 16 });
      await look(world);
      assert.equal(life.publication().trouble, 'edited');
      await act.merge(life.stage, life.played, life.stage.staff('leila'), 0);
      await look(world);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['open', 'edited']);
      assert.equal(git(world.repository, 'rev-parse', branch), git(at, 'rev-parse', 'HEAD'), 'their work stays');
    });
  });

  it('a page that was changed meanwhile: the page that was agreed to is laid over it once, and shown so', async () => {
    await inWorld(async (world) => {
      const life = await opened(world);
      const { head: before } = life.publication();
      const [file] = life.publication().files;
      assert.ok(file);
      const at = clone(world);
      git(at, 'checkout', '--quiet', '-b', 'by-hand', 'HEAD');
      execFileSync('mkdir', ['-p', path.dirname(path.join(at, file.path))]);
      writeFileSync(path.join(at, file.path), 'Something else\n');
      git(at, 'add', '.');
      git(at, 'commit', '--quiet', '-m', 'By hand');
      git(at, 'push', '--quiet', 'origin', 'HEAD:main');
      await look(world);
      const { trouble, head } = life.publication();
      assert.equal(trouble, null);
      assert.equal(git(world.repository, 'rev-parse', `${String(head)}^1`), before, 'a further commit, nothing forced');
      const diff = await forgeOf(world).diff(life.publication().branch, AbortSignal.timeout(60_000));
      assert.match(diff, /^-Something else$/mu, 'whoever merges sees what it takes the place of');
      await look(world);
      assert.equal(life.publication().head, head, 'once');
      await act.merge(life.stage, life.played, life.stage.staff('leila'), 0);
      await look(world);
      assert.deepEqual([life.publication().state, life.submission().state], ['merged', 'published']);
      for (const { path: name, text } of life.publication().files) {
        assert.equal(`${git(world.repository, 'show', `HEAD:${name}`)}\n`, text);
      }
    });
  });

  it('a folder with something of somebody else in it: nothing is written until a curator insists', async () => {
    await inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const [file] = life.publication().files;
      assert.ok(file);
      const at = clone(world);
      execFileSync('mkdir', ['-p', path.dirname(path.join(at, file.path))]);
      writeFileSync(path.join(at, file.path), 'Something else\n');
      git(at, 'add', '.');
      git(at, 'commit', '--quiet', '-m', 'By hand');
      git(at, 'push', '--quiet', 'origin', 'HEAD:main');
      await look(world);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['queued', 'folder_taken']);
      assert.deepEqual(await changes(world), []);
      const { id: submissionId } = life.played;
      await life.stage.at(0, (unit) => askLook(unit, life.curators.first, { submissionId }));
      await look(world);
      assert.equal(life.publication().trouble, 'folder_taken', 'looking again changes nothing');
      await life.stage.at(0, (unit) => askOver(unit, life.curators.first, { submissionId }));
      await look(world);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['open', null]);
      await act.merge(life.stage, life.played, life.curators.first, 0);
      await look(world);
      assert.equal(life.submission().state, 'published');
    });
  });

  it('a repository that is away stops no letter, and all goes on when it is back', async () => {
    await inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      renameSync(world.repository, `${world.repository}.away`);
      await world.service.write((unit) => {
        const letter = { name: 'news', submissionId: life.played.id, about: 'x' } as const;
        enqueueLetter(unit, letter, `${life.played.id}:x`);
      });
      await look(world);
      assert.ok(world.faults.length > 0, 'somebody is told');
      const left = world.service.db.select().from(jobs).all();
      const jobOf = (start: string) => left.find(({ dedupeKey }) => dedupeKey.startsWith(start));
      assert.deepEqual([jobOf('news:')?.state, jobOf('publish:')?.state], ['done', 'dead']);
      assert.notEqual(life.publication().trouble, null, 'it is shown at the case');
      renameSync(`${world.repository}.away`, world.repository);
      const again = { job: jobOf('publish:')?.id ?? 0, module: MODULE };
      await life.stage.at(0, (unit) => tryJobAgain(unit, life.stage.staff('leila'), again));
      await look(world);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['open', null]);
    });
  });
});
