import assert from 'node:assert/strict';
import { request, Agent } from 'node:http';
import { after, before, describe, it, type TestContext } from 'node:test';
import { putConflict } from '../../src/db/conflict-store.ts';
import type { AssignmentId, ModuleId, PersonId, PublicId } from '../../src/domain/ids.ts';
import { people } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { paths } from '../../src/paths.ts';
import { serve, type Served } from '../support/browser.ts';
import { signIn } from '../support/desk.ts';
import { assignmentOf } from '../support/lettered-life.ts';
import { seedOf, times } from '../support/long-run.ts';
import { PlayedCase } from '../support/played-case.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { person } from '../support/strangers.ts';
import { median, sameSource } from '../support/two-samples.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const seed = seedOf(20261126);
/** How often each of two classes is asked. So few as in the usual run show that it is asked at all, and no more. */
const EACH = times(12, 2000);
const WARM = times(3, 200);
const isLong = EACH >= 2000;
const PRACTICE = 'in-mp-womens-help-desks';

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** `mayShow`: a difference of some thousandths of a millisecond is known and not mended. */
interface Answered {
  readonly name: string;
  readonly status: number;
  readonly mayShow?: boolean;
}

describe('how long an answer takes', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let world: World;
  let served: Served;
  let life: PlayedCase;
  let foreign: PlayedCase;
  /** A browser that has been here. */
  let pre = '';
  let partCookie = '';
  let elsewhereCookie = '';

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    life = await PlayedCase.sent(world, PRACTICE);
    await act.screen(life.stage, life.played, life.curators.first, 0);
    await act.invite(life.stage, life.played, life.curators.first, life.reviewers, 0);
    for (const reviewer of life.reviewers) await act.accept(life.stage, life.played, reviewer, 0);
    foreign = await life.another('timing-hidden', { ...practiceAnswers(PRACTICE), title: 'Lanternfish orchestra' });
    const part = await person(world, 'part', MODULE, 'curator');
    await world.service.write(({ tx, clock }) => {
      const at = clock.now().toISOString();
      putConflict(tx, { submissionId: foreign.played.id, personId: part, kind: 'declared', reason: '', at });
    });
    const fresh = served.browser();
    await fresh.get('/en');
    pre = fresh.cookie('fieldstone-pre') ?? '';
    partCookie = await session(part);
    elsewhereCookie = await session(await person(world, 'elsewhere', 'another-module' as ModuleId, 'curator'));
  });
  after(async () => {
    agent.destroy();
    await served.close();
    world.close();
  });

  async function session(id: PersonId): Promise<string> {
    const browser = served.browser();
    await signIn(world, browser, id);
    return `fieldstone-pre=${pre}; fieldstone-sid=${browser.cookie('fieldstone-sid') ?? ''}`;
  }

  /** Milliseconds from the first byte sent to the last one received, and the status. */
  function timed({ method, path, cookie, fields }: Question): Promise<{ ms: number; status: number }> {
    const body = fields === undefined ? '' : new URLSearchParams(fields).toString();
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST'
        ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
        : {}),
    };
    return new Promise((resolve, reject) => {
      const from = performance.now();
      const asked = request(new URL(path, served.url), { method, agent, headers }, (answer) => {
        answer.resume().on('end', () => {
          resolve({ ms: performance.now() - from, status: answer.statusCode ?? 0 });
        });
      });
      asked.on('error', reject).end(body);
    });
  }

  /** Asks both in turn, in an order that is drawn anew each time. `between` puts back what the asking changed. */
  async function compare(
    t: TestContext,
    { name, status: wanted, mayShow = false }: Answered,
    [one, other]: readonly [(turn: number) => Question, (turn: number) => Question],
    between: () => void = () => undefined,
  ): Promise<void> {
    const random = seededRandom(seed);
    const taken: [number[], number[]] = [[], []];
    for (let turn = 0; turn < EACH + WARM; turn += 1) {
      for (const which of random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const)) {
        between();
        const { ms, status } = await timed((which === 0 ? one : other)(turn));
        if (turn >= WARM) taken[which].push(ms);
        assert.equal(status, wanted, name);
      }
    }
    const [left, right] = taken.map(median);
    const apart = Math.abs((left ?? 0) - (right ?? 0));
    const share = apart / (left ?? 1);
    const p = sameSource(...taken);
    const figures = [left ?? 0, right ?? 0, apart].map((ms) => `${ms.toFixed(3)} ms`).join(', ');
    t.diagnostic(
      `timing ${name}: n=${String(EACH)} medians and difference ${figures}, ${(share * 100).toFixed(1)} %, p=${p.toFixed(3)} seed=${String(seed)}`,
    );
    if (isLong) assert.ok(apart < 1 && share < 0.05 && (mayShow || p > 0.01), `${name} can be told apart`);
  }

  const read = (path: string, cookie: string): Question => ({ method: 'GET', path, cookie });
  const asReviewer = (key: string): string => `fieldstone-pre=${pre}; fieldstone-browser=demonstration-${key}`;
  const posted = (path: string, fields: Readonly<Record<string, string>>): Question => ({
    method: 'POST',
    path,
    cookie: `fieldstone-pre=${pre}`,
    fields: { csrf: world.service.web.keys.csrfToken(pre), ...fields },
  });

  it('is the same for a receipt of another module and one that never was', async (t) => {
    const { receipt } = foreign.played;
    const path = paths.receipt('en', MODULE);
    await world.service.write(({ tx }) => {
      tx.run(`update submissions set module = 'another-module' where id = '${foreign.played.id}'`);
    });
    await compare(t, { name: 'receipt', status: 422 }, [
      () => posted(path, { code: receipt }),
      () => posted(path, { code: world.service.web.keys.receiptFor('never-begun') }),
    ]);
    await world.service.write(({ tx }) => {
      tx.run(`update submissions set module = '${MODULE}' where id = '${foreign.played.id}'`);
    });
  });

  it('is the same for a review of somebody else and one that never was', async (t) => {
    const [mine, other] = life.reviewers;
    const theirs = assignmentOf(world, life, other);
    const never = `${theirs.slice(1)}Q` as AssignmentId;
    const at = (id: AssignmentId) => read(paths.review('en', id), asReviewer(mine));
    await compare(t, { name: 'review of somebody else', status: 404 }, [() => at(theirs), () => at(never)]);
  });

  it('is the same for a case that is hidden and one that never was', async (t) => {
    const { publicId } = foreign.submission();
    for (const [name, cookie, mayShow] of [
      ['case with a part in it', partCookie, true],
      ['case of another module', elsewhereCookie, false],
    ] as const) {
      const at = (id: PublicId) => read(paths.case('en', MODULE, id), cookie);
      await compare(t, { name, status: 404, mayShow }, [() => at(publicId), () => at('P-00000' as PublicId)]);
    }
  });

  it('is the same for words that only a hidden case has and words that nobody wrote', async (t) => {
    const seek = (words: string) => read(`${paths.cases('en', MODULE)}?words=${words}`, partCookie);
    await compare(t, { name: 'search', status: 200, mayShow: true }, [
      () => seek('lanternfish'),
      () => seek('lanternfush'),
    ]);
  });

  it('is the same to an address that is known and one that is not', async (t) => {
    const known = world.service.db.select({ email: people.email }).from(people).all();
    await compare(
      t,
      { name: 'sign-in', status: 303 },
      [
        (turn) => posted(paths.signIn('en'), { address: known[turn % known.length]?.email ?? '' }),
        (turn) => posted(paths.signIn('en'), { address: `${'abcdefghij'.charAt(turn % 10)}somebody@unknown.example` }),
      ],
      // Three letters an hour go to one address.
      () => {
        world.clock.pass({ minutes: 3 });
      },
    );
  });
});
