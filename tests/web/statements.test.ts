import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { appendHistory } from '../../src/db/history-store.ts';
import { insertNote } from '../../src/db/note-store.ts';
import { formValues, typePractice } from '../../src/rehearsal/type-practice.ts';
import type { Browser } from '../support/browser.ts';
import { preparations } from '../support/count-preparations.ts';
import { countQueries } from '../support/count-queries.ts';
import { signIn } from '../support/desk.ts';
import { examplePractices } from '../support/example-module.ts';
import { makeReviewWorld, type ReviewWorld } from '../support/review-world.ts';
import { MODULE } from '../support/world.ts';

describe('the statements of a page', () => {
  let world: ReviewWorld;
  let curator: Browser;
  let reviewer: Browser;
  before(async () => {
    world = await makeReviewWorld();
    curator = world.served.browser();
    await signIn(world.world, curator, world.people.curator.personId);
    reviewer = await world.accepted(world.rosa);
  });
  after(() => world.close());

  const desk = `/en/${MODULE}/desk`;
  /** The case page, and every panel of it that it leads to. */
  async function panels(): Promise<string[]> {
    const path = `${desk}/cases/${world.submission().publicId}`;
    const { html } = await curator.get(path);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.split('#')[0] ?? '');
    return [...new Set([path, ...links.filter((href) => href.startsWith(`${path}/`))])];
  }
  const review = (part: string) => `/en/review/${world.rosa}${part}`;

  it('are made once, whoever opens the page', async () => {
    const forCurators = [desk, `${desk}/cases`, `${desk}/cases?words=women`, `${desk}/people`, ...(await panels())];
    const forReviewers = ['', '/gates', '/criteria-1', '/remarks'].map(review);
    const forWriters = [`/en/${MODULE}`, `/en/${MODULE}/practice/start`];
    const views: [Browser, string][] = [
      ...forCurators.map((path): [Browser, string] => [curator, path]),
      ...forReviewers.map((path): [Browser, string] => [reviewer, path]),
      ...forWriters.map((path): [Browser, string] => [world.served.browser(), path]),
    ];
    for (const [browser, path] of views) {
      assert.equal((await browser.get(path)).status, 200, path);
      assert.deepEqual([path, await preparations(() => browser.get(path))], [path, []]);
    }
  });

  it('are made once, whoever writes a practice, sends it and looks after it', async () => {
    const { answers } = examplePractices().find(({ id }) => id === 'in-mp-womens-help-desks') ?? { answers: {} };
    const values = formValues(answers);
    const confirmed = world.world.module.form.confirmations.map((id) => [id, values.get(id) ?? []] as const);
    const send = async () => {
      const browser = world.served.browser();
      await browser.get(`/en/${MODULE}/practice/start`);
      await typePractice(browser, answers);
      await browser.submit('/send', Object.fromEntries(confirmed));
      assert.equal(browser.page.path, `/en/${MODULE}/sent`);
      assert.equal((await browser.get(`/en/${MODULE}/my`)).status, 200);
    };
    await send();
    assert.deepEqual(await preparations(send), []);
  });

  it('are made once, whoever saves a review', async () => {
    const save = async (strengths: string) => {
      await reviewer.get(review('/remarks'));
      await reviewer.submit('/remarks', { strengths });
    };
    await save('Plain.');
    assert.deepEqual(await preparations(() => save('Plain and short.')), []);
  });

  it('are as many for a case of thirty notes and events as for one', async () => {
    const add = (n: number) =>
      world.world.service.write(({ tx, clock }) => {
        const at = clock.now().toISOString();
        const { personId } = Object.values(world.people)[n % 5] ?? world.people.curator;
        insertNote(tx, { id: `note-${String(n)}`, submissionId: world.submissionId, by: personId, at, text: 'Seen.' });
        appendHistory(tx, {
          at,
          actor: `person:${personId}`,
          act: 'note_written',
          object: world.submissionId,
          body: {},
        });
      });
    const pages = await panels();
    const counts = async () => {
      const found: number[] = [];
      for (const path of pages) found.push(await countQueries(() => curator.get(path)));
      return found;
    };
    await add(1);
    const one = await counts();
    assert.ok(
      one.every((count) => count > 5),
      String(one),
    );
    for (let n = 2; n <= 30; n += 1) await add(n);
    assert.deepEqual(await counts(), one);
  });
});
