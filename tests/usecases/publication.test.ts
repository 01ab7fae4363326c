import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { verifyHistory } from '../../src/db/history-store.ts';
import { jobs, letters, publications } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { ModuleId } from '../../src/domain/ids.ts';
import { askClose } from '../../src/usecases/publication/ask-forge.ts';
import { askTakeDown } from '../../src/usecases/publication/ask-take-down.ts';
import { changeRequestOf } from '../../src/usecases/publication/change-request-of.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { liftEmbargo } from '../../src/usecases/submission/lift-embargo.ts';
import { withdrawSubmission } from '../../src/usecases/submission/withdraw-submission.ts';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, type World } from '../support/world.ts';

const signal = (): AbortSignal => AbortSignal.timeout(60_000);
const forgeOf = ({ service }: World) => service.web.forgeOf('security-sector' as ModuleId);
const changes = (world: World) => forgeOf(world).listChanges(signal());
const look = ({ service }: World): Promise<void> => service.worker.lookNow();

async function inWorld(test: (world: World) => Promise<void>, faults = 0): Promise<void> {
  const world = await makeWorld();
  try {
    await test(world);
    assert.equal(world.faults.length, faults, String(world.faults[0]));
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
  } finally {
    world.close();
  }
}

const lettersNamed = ({ service }: World, name: 'news' | 'published_thanks' | 'curator_alert') =>
  service.db.select().from(letters).where(eq(letters.name, name)).all();
const alertsAbout = ({ service }: World, about: string): number =>
  service.db
    .select({ key: jobs.dedupeKey })
    .from(jobs)
    .all()
    .filter(({ key }) => key.startsWith('curator_alert:') && key.includes(`:${about}:`)).length;

const git = ({ repository }: World, ...args: string[]): string =>
  execFileSync('git', [`--git-dir=${repository}`, ...args], { encoding: 'utf8' });

describe('the way of an approved page into the content repository', () => {
  it('opens a change, merges it when a curator says so, and tells everybody', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      assert.equal(life.publication().state, 'open');
      await act.merge(life.stage, life.played, life.stage.staff('leila'), 0);
      const publication = life.publication();
      assert.equal(life.submission().state, 'published');
      assert.equal(publication.state, 'merged');
      assert.equal(git(world, 'rev-parse', 'HEAD').trim(), publication.mergeCommit);
      for (const { path, text } of publication.files) assert.equal(git(world, 'show', `HEAD:${path}`), text);
      assert.equal(lettersNamed(world, 'published_thanks').length, 2);
      assert.match(git(world, 'log', '-1', '--format=%B', 'HEAD^2'), /Practice-Key: P-/);
    }));

  it('takes over a change that an attempt before a crash had made', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await forgeOf(world).ensureChange(changeRequestOf(world.service.db, life.publication()), signal());
      await look(world);
      await look(world);
      assert.equal(life.publication().state, 'open');
      assert.equal((await changes(world)).length, 1);
    }));

  it('never shows the forge what was withdrawn before', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const { id, submitter } = life.played;
      await life.stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId: id }));
      await look(world);
      assert.deepEqual(await changes(world), []);
      assert.deepEqual([life.publication().state, life.submission().state], ['closed', 'withdrawn']);
    }));

  it('closes the change of what is withdrawn later', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      const { id, submitter } = life.played;
      await life.stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId: id }));
      await look(world);
      assert.deepEqual(
        (await changes(world)).map(({ state }) => state),
        ['closed'],
      );
      assert.deepEqual([life.publication().state, life.submission().state], ['closed', 'withdrawn']);
    }));

  it('waits for the end of a hold, and goes on at once when it is lifted', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const submissionId = life.played.id;
      const safety = life.stage.staff('ruth');
      await life.stage.at(0, (unit) => raiseHold(unit, safety, { submissionId, reason: 'A call came in.' }));
      await look(world);
      assert.deepEqual(await changes(world), []);
      await life.stage.at(0, (unit) => liftHold(unit, safety, { submissionId, reason: 'It was a mistake.' }));
      await look(world);
      assert.equal(life.publication().state, 'open');
    }));

  it('records what somebody merged under a hold, with an alarm that leaves at once', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      const submissionId = life.played.id;
      await life.stage.at(0, (unit) =>
        raiseHold(unit, life.stage.staff('ruth'), { submissionId, reason: 'A call came in.' }),
      );
      const { branch, head } = life.publication();
      await forgeOf(world).merge(branch, head ?? '', 'Merge by hand', signal());
      await look(world);
      assert.deepEqual([life.submission().state, life.submission().held], ['published', true]);
      const alarms = lettersNamed(world, 'curator_alert').filter(({ key }) => key.includes('landed_on_hold'));
      assert.ok(alarms.length >= 3, 'two curators and the safety person');
    }));

  it('gives a case back to its curators when the change was closed, and makes no second one', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      await forgeOf(world).close(life.publication().branch, signal());
      world.clock.pass({ minutes: 16 });
      await look(world);
      await look(world);
      assert.deepEqual([life.submission().state, life.publication().state], ['accepted', 'closed']);
      assert.equal(alertsAbout(world, 'bounced'), 2);
      assert.equal((await changes(world)).length, 1);
    }));

  it('closes a change for a curator, who says why', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      const input = { submissionId: life.played.id, reason: 'A heading is wrong.' };
      await life.stage.at(0, (unit) => askClose(unit, life.stage.staff('leila'), input));
      await look(world);
      assert.equal(life.submission().state, 'accepted');
      assert.equal(life.publication().closeReason, 'A heading is wrong.');
    }));

  it('stops where the commits of somebody else stand on the branch, and says so', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const foreign = git(world, 'rev-parse', 'HEAD').trim();
      git(world, 'update-ref', `refs/heads/${life.publication().branch}`, foreign);
      await look(world);
      assert.deepEqual([life.publication().state, life.publication().trouble], ['queued', 'branch_taken']);
      assert.equal(git(world, 'rev-parse', life.publication().branch).trim(), foreign);
    }, 1));

  it('waits for the day of an embargo, or for the submitter to lift it', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world, undefined, { embargo: '2027-02-01' })).approved();
      await look(world);
      assert.deepEqual(await changes(world), []);
      const { id, submitter } = life.played;
      await life.stage.at(0, (unit) => liftEmbargo(unit, submitter, { submissionId: id }));
      await look(world);
      assert.equal(life.publication().state, 'open');
    }));

  it('opens on the day of the embargo by itself', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world, undefined, { embargo: '2027-02-01' })).approved();
      await look(world);
      world.clock.pass({ days: 68 });
      await look(world);
      assert.equal(life.publication().state, 'open');
    }));

  it('sends nothing to the forge when the frozen bytes hold the contact of the case', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      const email = life.played.answers['contact_email'];
      assert.ok(typeof email === 'string' && email.includes('@'));
      const { id, files } = life.publication();
      const leaking = files.map((file) => ({ ...file, text: `${file.text}\n${email}\n` }));
      await life.stage.at(0, ({ tx }) => {
        tx.update(publications).set({ files: leaking }).where(eq(publications.id, id)).run();
        return { ok: true, value: 'planted' };
      });
      await look(world);
      assert.deepEqual(await changes(world), []);
      assert.equal(life.publication().trouble, 'leak');
    }, 1));

  it('takes a published practice down', () =>
    inWorld(async (world) => {
      const life = await (await PlayedCase.sent(world)).approved();
      await look(world);
      const { stage, played } = life;
      await act.merge(stage, played, stage.staff('leila'), 0);
      const input = { submissionId: played.id, reason: 'Somebody is at risk.' };
      await stage.at(0, (unit) => askTakeDown(unit, stage.staff('ruth'), input));
      await look(world);
      await act.merge(stage, played, stage.staff('leila'), 0);
      assert.equal(life.submission().state, 'removed');
      assert.doesNotMatch(git(world, 'ls-tree', '-r', '--name-only', 'HEAD'), /practices\/P-/);
    }));
});
