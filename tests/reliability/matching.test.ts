import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { madeUpCases, madeUpQuestion, roomFor } from '../../bench/matching/made-up-question.ts';
import { Dice } from '../../bench/seeding/seeded-random.ts';
import { serve, type Served } from '../support/browser.ts';
import { times } from '../support/long-run.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

/** So many that the matching is still under way when the last form is answered, on any machine. */
const CASES = times(800, 5000);
const FORMS = 10;

describe('while reviewers are matched', () => {
  let world: World;
  let served: Served;
  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  it('a form that is sent is kept and answered, and does not wait', async () => {
    const question = madeUpQuestion(roomFor(CASES), new Dice(1));
    const slices = [...madeUpCases(CASES, question, new Dice(2))];
    let isOver = false;
    const matching = world.service.web.matcher.match(question, slices, new AbortController().signal);
    void matching.finally(() => (isOver = true));
    const drafts = world.service.db.$client.prepare('select count(*) from submissions').pluck();
    for (let sent = 1; sent <= FORMS; sent += 1) {
      const browser = served.browser();
      await browser.get(`/en/${MODULE}/practice/start`);
      const page = await browser.submit('/practice/start', { kind: 'case_study' });
      assert.ok(page.status < 500);
      assert.deepEqual([drafts.get(), isOver], [sent, false]);
    }
    assert.equal((await matching).cases.length, CASES);
  });
});
