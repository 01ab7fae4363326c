import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import type { RepositoryPart } from '../../src/compose.ts';
import { jobs } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { ModuleId } from '../../src/domain/ids.ts';
import { tryJobAgain } from '../../src/usecases/jobs/try-job-again.ts';
import { exampleContent } from '../support/example-content.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { git } from '../support/people-with-git.ts';
import { PlayedCase } from '../support/played-case.ts';
import { RecordingFetch } from '../support/recording-fetch.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const soon = (): AbortSignal => AbortSignal.timeout(60_000);

/** The example content as another module. */
const contentAs = (module: string) =>
  exampleContent().map(({ path: file, text }) => ({ path: file.replace(MODULE, module), text }));

describe('several content repositories in one service', () => {
  let world: World;
  let health: GitHubStandIn;
  let courts: GitHubStandIn;
  const record = new RecordingFetch();

  async function standInFor(folder: string, module: string, token: string): Promise<GitHubStandIn> {
    const gitDir = path.join(folder, `${module}.git`);
    await seedLocalRepository(gitDir, contentAs(module), soon());
    return GitHubStandIn.start({ gitDir, owner: module, name: 'content', tokens: [token] });
  }

  const partOf = (standIn: GitHubStandIn, token: string): RepositoryPart => ({
    kind: 'github',
    owner: standIn.world.owner,
    name: standIn.world.name,
    apiUrl: standIn.url,
    access: { kind: 'token', token },
    fetch: record.fetch,
    ...{ writePauseMs: 0, askAgainMs: 0, timeoutMs: 2000 },
  });

  beforeEach(async () => {
    world = await makeWorld({
      repositories: async (local) => {
        const folder = path.dirname(local);
        health = await standInFor(folder, 'health-sector', 'token-health');
        courts = await standInFor(folder, 'courts', 'token-courts');
        return [partOf(health, 'token-health'), { kind: 'local', folder: local }, partOf(courts, 'token-courts')];
      },
    });
  });
  afterEach(async () => {
    await health.stop();
    await courts.stop();
    world.close();
    assert.deepEqual(await record.faults(), []);
  });

  /** The same service seen from another of its modules. */
  function within(module: string): World {
    const definition = world.service.registry.current(module as ModuleId);
    assert.ok(definition);
    return { ...world, module: definition };
  }
  /** A case of each module, sent; each with the people of the demonstration. */
  const casesOfAll = async () => ({
    inHealth: await PlayedCase.sent(within('health-sector'), 'rw-isange-one-stop-centres'),
    here: await PlayedCase.sent(world, 'jo-family-protection-department'),
    inCourts: await PlayedCase.sent(within('courts'), 'in-mp-womens-help-desks'),
  });
  const states = (...lives: PlayedCase[]): string[] => lives.map((life) => life.submission().state);
  async function merge(life: PlayedCase): Promise<void> {
    await act.merge(life.stage, life.played, life.curators.first, 0);
    await world.service.worker.lookNow();
  }

  it('publishes each practice where its module is, and nowhere else', async () => {
    const { inHealth, here, inCourts } = await casesOfAll();
    for (const life of [inHealth, here, inCourts]) await life.published();
    assert.deepEqual(states(inHealth, here, inCourts), ['published', 'published', 'published']);
    assert.deepEqual([health.world.pulls.length, courts.world.pulls.length], [1, 1]);
    for (const [life, gitDir, module] of [
      [inHealth, health.world.git.gitDir, 'health-sector'],
      [here, world.repository, MODULE],
      [inCourts, courts.world.git.gitDir, 'courts'],
    ] as const) {
      const published = await git(gitDir, 'ls-tree', '--name-only', 'main', `modules/${module}/practices/`);
      assert.equal(published, `modules/${module}/practices/${life.submission().publicId}`);
    }
    assert.deepEqual(world.faults, []);
  });

  it('goes on for all others while one is down, and with that one when it is back', async () => {
    health.faults = () => ({ kind: 'drop', when: 'before' });
    const { inHealth, here, inCourts } = await casesOfAll();
    for (const life of [inHealth, here, inCourts]) await life.approved();
    await world.service.worker.lookNow();
    assert.equal(inHealth.publication().state, 'queued');
    await merge(here);
    await merge(inCourts);
    assert.deepEqual(states(inHealth, here, inCourts), ['publishing', 'published', 'published']);
    health.faults = () => undefined;
    world.clock.pass({ minutes: 60 });
    await world.service.worker.lookNow();
    assert.equal(inHealth.publication().state, 'open');
    await merge(inHealth);
    assert.equal(inHealth.submission().state, 'published');
  });

  it('does not wait long for one that never answers', async () => {
    health.faults = () => ({ kind: 'hang', when: 'before' });
    const { inHealth, inCourts } = await casesOfAll();
    for (const life of [inHealth, inCourts]) await life.approved();
    await world.service.worker.lookNow();
    await merge(inCourts);
    assert.deepEqual(states(inHealth, inCourts), ['publishing', 'published']);
  });

  it('stops alone where its credentials are not accepted any more, and goes on when they are', async () => {
    const { inHealth, here, inCourts } = await casesOfAll();
    health.world.tokens.clear();
    for (const life of [inHealth, here, inCourts]) await life.approved();
    await world.service.worker.lookNow();
    await merge(here);
    await merge(inCourts);
    assert.deepEqual(states(inHealth, here, inCourts), ['publishing', 'published', 'published']);
    assert.match(inHealth.publication().trouble ?? '', /does not accept our credentials/u);
    health.world.tokens.add('token-health');
    const [dead] = world.service.db.select().from(jobs).where(eq(jobs.state, 'dead')).all();
    assert.ok(dead);
    const again = { job: dead.id, module: inHealth.submission().module };
    await inHealth.stage.at(0, (unit) => tryJobAgain(unit, inHealth.curators.first, again));
    await world.service.worker.lookNow();
    await merge(inHealth);
    assert.deepEqual([inHealth.submission().state, inHealth.publication().trouble], ['published', null]);
  });

  it('is refused with the credentials of another repository', async () => {
    health.world.tokens.clear();
    health.world.tokens.add('token-courts');
    const { inHealth, inCourts } = await casesOfAll();
    for (const life of [inHealth, inCourts]) await life.approved();
    await world.service.worker.lookNow();
    assert.match(inHealth.publication().trouble ?? '', /does not accept our credentials/u);
    assert.deepEqual([health.world.pulls.length, inCourts.publication().state], [0, 'open']);
  });
});
