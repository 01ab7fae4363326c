import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, mock } from 'node:test';
import { and, eq, ne } from 'drizzle-orm';
import { systemRandom } from '../../src/adapters/random/system-random.ts';
import { makeBackup } from '../../src/backup/make-backup.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { compose, type RepositoryPart, type Service } from '../../src/compose.ts';
import { latestPublication } from '../../src/db/publication-store.ts';
import { findSubmission } from '../../src/db/submission-store.ts';
import { jobs } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { Forge } from '../../src/ports/forge.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { times } from '../support/long-run.ts';
import { peopleWithGit } from '../support/people-with-git.ts';
import { PlayedCase } from '../support/played-case.ts';
import { KeptMail, makeWorld, MODULE, type World } from '../support/world.ts';

/** Where a case stood when the backup was made, and what became of its change between then and the disaster. */
const fates = [
  ['queued', 'open'],
  ['queued', 'merged'],
  ['queued', 'closed'],
  ['open', 'open'],
  ['open', 'merged'],
  ['open', 'closed'],
] as const;
type Fate = (typeof fates)[number];
const OF_EACH = times(1, 12);

interface Place {
  readonly world: World;
  readonly part: RepositoryPart;
  dispose(): Promise<void>;
}

async function onLocalForge(): Promise<Place> {
  const world = await makeWorld({ mailer: new KeptMail() });
  const dispose = (): Promise<void> => {
    world.close();
    return Promise.resolve();
  };
  return { world, part: { kind: 'local', folder: world.repository }, dispose };
}

async function onGitHub(): Promise<Place> {
  const gone: { standIn?: GitHubStandIn; part?: RepositoryPart } = {};
  const world = await makeWorld({
    mailer: new KeptMail(),
    repositories: async (gitDir) => {
      const standIn = await GitHubStandIn.start({ gitDir, tokens: ['token'] });
      const access = { kind: 'token', token: 'token' } as const;
      const at = { owner: 'commons', name: 'content', apiUrl: standIn.url, access } as const;
      const part: RepositoryPart = { kind: 'github', ...at, writePauseMs: 0, askAgainMs: 0 };
      Object.assign(gone, { standIn, part });
      return [part];
    },
  });
  const { standIn, part } = gone;
  if (standIn === undefined || part === undefined) throw new Error('The stand-in was not started');
  const dispose = async (): Promise<void> => {
    world.close();
    await standIn.stop();
    assert.equal(standIn.world.forced, 0);
  };
  return { world, part, dispose };
}

const soon = (): AbortSignal => AbortSignal.timeout(60_000);

/** A case, and where its change ended before the disaster. */
interface Told {
  readonly life: PlayedCase;
  readonly fate: Fate;
}

/** Cases in every fate: the part before the backup, which the callback makes, and the part that the backup lacks. */
async function liveThrough(world: World, backUp: () => Promise<void>): Promise<Told[]> {
  const { db, worker } = world.service;
  // Not a test of the disk: what happens here need not wait for it.
  db.$client.pragma('synchronous = OFF');
  const delay = (until: string): unknown =>
    db.$client.prepare("update jobs set run_after = ? where kind = 'publish' and state = 'due'").run(until);
  const told: Told[] = [];
  // Those that were open go first: nothing may open the queued ones before the backup.
  for (const fate of fates.toSorted(([one], [two]) => one.localeCompare(two))) {
    for (let item = 0; item < OF_EACH; item += 1) {
      const [first] = told;
      const begun = first
        ? await first.life.another(`fate-${fate.join('-')}-${String(item)}`, first.life.played.answers)
        : await PlayedCase.sent(world);
      const life = await begun.approved();
      if (fate[0] === 'queued') delay('2999');
      else await worker.lookNow();
      told.push({ life, fate });
    }
  }
  delay(world.clock.now().toISOString());
  await backUp();
  await peopleWithGit(world.folder, world.repository).commitByHand([{ path: 'README.md', text: 'Moved on\n' }]);
  await worker.lookNow();
  for (const { life, fate } of told) {
    if (fate[1] === 'merged') await act.merge(life.stage, life.played, life.curators.first, 0);
    if (fate[1] === 'closed') await world.service.web.forgeOf(MODULE).close(life.publication().branch, soon());
  }
  await worker.lookNow();
  return told;
}

interface Report {
  readonly cases: number;
  readonly duplicates: number;
  readonly byHand: number;
  readonly adopted: number;
  readonly wrong: readonly string[];
}

/** Goes on from an older backup with the forge as it is, and compares. */
async function restoredBehind(
  { world, part }: Place,
  spoil: (forge: Forge) => void = () => undefined,
): Promise<Report> {
  const place = mkdtempSync(path.join(tmpdir(), 'fieldstone-behind-'));
  let made = '';
  const told = await liveThrough(world, async () => {
    const { db } = world.service;
    const keep = { target: path.join(place, 'backups'), keysTarget: path.join(place, 'keys'), secretFile: undefined };
    made = await makeBackup({ db, now: new Date(Date.now()), repositories: [], ...keep });
  });
  const before = await changesOf(world);
  const dataFolder = path.join(place, 'restored');
  assert.equal(restoreBackup(made, undefined, dataFolder).kind, 'restored');
  const service = composeOn(world, dataFolder, part);
  try {
    spoil(service.web.forgeOf(MODULE));
    for (let turn = 0; turn < 4; turn += 1) {
      await service.worker.lookNow();
      world.clock.pass({ minutes: 20 });
    }
    const unfinished = and(eq(jobs.kind, 'publish'), ne(jobs.state, 'done'));
    const after = await changesOf(world);
    const wrong = told.flatMap((one) => differenceOf(service, one));
    return {
      cases: told.length,
      duplicates: after.length - before.length,
      byHand: service.db.select().from(jobs).where(unfinished).all().length,
      adopted: told.length - wrong.length,
      wrong,
    };
  } finally {
    service.close();
    rmSync(place, { recursive: true, force: true });
  }
}

const composeOn = (world: World, dataFolder: string, part: RepositoryPart): Service =>
  compose({
    dataFolder,
    secret: Buffer.alloc(32, 7),
    site: { ...world.service.web.site },
    repositories: [part],
    clock: world.clock,
    random: systemRandom,
    log: { fault: () => undefined, answered: () => undefined, jobFailed: () => undefined },
    mailer: new KeptMail(),
  });

const changesOf = (world: World) => world.service.web.forgeOf(MODULE).listChanges(soon());

/** How the restored service sees the case, where that is not how the forge has it. */
function differenceOf(service: Service, { life, fate }: Told): string[] {
  const known = latestPublication(service.db, life.played.id);
  const state = findSubmission(service.db, life.played.id)?.state;
  const truth = life.publication();
  const isSame = known?.state === fate[1] && known.changeNumber === truth.changeNumber && known.branch === truth.branch;
  const expected = { open: 'publishing', merged: 'published', closed: 'accepted' }[fate[1]];
  return isSame && state === expected ? [] : [`${fate.join(' → ')}: ${known?.state ?? 'gone'}, ${state ?? 'gone'}`];
}

const forges = [
  ['the local forge', onLocalForge],
  ['GitHub', onGitHub],
] as const;

for (const [name, begin] of forges) {
  describe(`a database restored behind ${name}`, () => {
    it('takes over what was opened, merged and closed meanwhile', { timeout: 900_000 }, async (t) => {
      const place = await begin();
      try {
        const { wrong, ...report } = await restoredBehind(place);
        t.diagnostic(JSON.stringify(report));
        assert.deepEqual(wrong, []);
        assert.deepEqual([report.duplicates, report.byHand], [0, 0]);
      } finally {
        await place.dispose();
      }
    });

    it('would make doubles if it did not look first', { timeout: 900_000 }, async (t) => {
      const place = await begin();
      let attempt = 1000;
      try {
        const { wrong, ...report } = await restoredBehind(place, (forge) => {
          const original = forge.ensureChange.bind(forge);
          mock.method(forge, 'ensureChange', (request: Parameters<Forge['ensureChange']>[0], signal: AbortSignal) => {
            attempt += 1;
            return original({ ...request, branch: request.branch.replace(/p\d+$/u, `p${String(attempt)}`) }, signal);
          });
        });
        t.diagnostic(JSON.stringify({ ...report, wrong: wrong.length }));
        assert.ok(report.duplicates > 0);
      } finally {
        mock.restoreAll();
        await place.dispose();
      }
    });
  });
}
