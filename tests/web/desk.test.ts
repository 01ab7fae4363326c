import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { conflicts } from '../../src/db/schema/index.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';
import { countQueries } from '../support/count-queries.ts';

describe('the desk', () => {
  let world: World;
  let served: Served;
  let curator: PersonId;
  let desk: Browser;
  const queue = `/en/${MODULE}/desk`;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    curator = await person(world, 'Amira Haddad', ['curator']);
    desk = served.browser();
    await signIn(world, desk, curator);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  it('says that nothing waits', async () => {
    const page = await desk.get(queue);
    assert.equal(page.status, 200);
    assert.match(page.html, /Nothing waits for you/);
  });

  it('puts what is due first at the top, and says in words what is overdue', async () => {
    const early = await sentCase(world);
    world.clock.pass({ days: 9 });
    const late = await sentCase(world, { practice: 'jo-family-protection-department' });
    await signIn(world, desk, curator);
    const { html } = await desk.get(queue);
    assert.ok(html.indexOf(early.publicId) < html.indexOf(late.publicId));
    assert.equal(html.match(/>overdue</g)?.length, 1);
  });

  it('does not name the organisation of a case in any list', async () => {
    for (const address of [queue, `${queue}/cases`, `${queue}/scores?state=any`]) {
      const { html } = await desk.get(address);
      assert.doesNotMatch(html, /Contributor/);
    }
  });

  it('hides a case from whoever has a part in it, in lists and by its address', async () => {
    const own = await sentCase(world, { facts: { title: 'A case of my own organisation' } });
    await world.service.write(({ tx, clock }) => {
      const at = clock.now().toISOString();
      tx.insert(conflicts)
        .values({ submissionId: own.id, personId: curator, kind: 'declared', reason: 'my own work', at })
        .run();
    });
    for (const address of [queue, `${queue}/cases`, `${queue}/cases?words=${own.publicId}`]) {
      assert.doesNotMatch((await desk.get(address)).html, new RegExp(`>${own.publicId}<`));
    }
    for (const part of ['', '/history', '/notes', '/letters', '/screening', '/reviewers', '/ask', '/versions']) {
      assert.equal((await desk.get(`${queue}/cases/${own.publicId}${part}`)).status, 404);
    }
  });

  it('shows a held case to safety as theirs, and to curators as somebody else’s', async () => {
    const held = await sentCase(world);
    const safe = served.browser();
    await signIn(world, safe, await person(world, 'Ruth Okello', ['safety']));
    await world.service.write((unit) => {
      const done = raiseHold(unit, { kind: 'service' }, { submissionId: held.id, reason: 'risk:survivors' });
      assert.equal(done.ok, true);
    });
    const [mine] = (await safe.get(queue)).html.split('<details');
    assert.match(mine ?? '', new RegExp(held.publicId));
    const [theirs, rest = ''] = (await desk.get(queue)).html.split('<details');
    assert.doesNotMatch(theirs ?? '', new RegExp(held.publicId));
    assert.match(rest, new RegExp(held.publicId));
  });

  it('filters all cases by words, number and state, page by page', async () => {
    for (let n = 0; n < 55; n += 1) await sentCase(world, { answers: { title: `Patrol unit${String(n)}q done` } });
    const ids = (html: string): string[] => html.match(/>P-D\d{4}</g) ?? [];
    for (const filter of ['words=patrol', 'words=PATROL+don&state=screening', 'state=screening']) {
      const first = await desk.get(`${queue}/cases?${filter}`);
      const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const second = await desk.get(next);
      assert.equal(ids(first.html).length, 50, filter);
      assert.ok(ids(second.html).length >= 5, filter);
      const all = [...ids(first.html), ...ids(second.html)];
      assert.equal(new Set(all).size, all.length, filter);
    }
    assert.equal(ids((await desk.get(`${queue}/cases?words=patrol+unit7q`)).html).length, 1);
    assert.equal(ids((await desk.get(`${queue}/cases?state=published`)).html).length, 0);
  });

  it('asks for words only, whatever was typed', async () => {
    for (const words of ['"', '* AND', 'NEAR(a b)', "words:'x", 'P-', '%', '\u0000', 'ـ', '٪', 'after=1~2'])
      assert.equal((await desk.get(`${queue}/cases?words=${encodeURIComponent(words)}&after=%00~`)).status, 200, words);
  });

  it('asks the database as often for thirty cases as for one', async () => {
    const lone = await makeWorld();
    const own = await serve(lone.app);
    try {
      const browser = own.browser();
      await signIn(lone, browser, await person(lone, 'Lena Brandt', ['curator']));
      await sentCase(lone);
      const one = await countQueries(() => browser.get(queue));
      assert.ok(one > 10, String(one));
      const oneListed = await countQueries(() => browser.get(`${queue}/cases`));
      for (let n = 0; n < 29; n += 1) await sentCase(lone);
      assert.equal(await countQueries(() => browser.get(queue)), one);
      assert.equal(await countQueries(() => browser.get(`${queue}/cases`)), oneListed);
    } finally {
      await own.close();
      lone.close();
    }
  });

  it('is there for curators and safety alone', async () => {
    assert.equal((await served.browser().get(queue)).path, '/en/sign-in');
    const reader = served.browser();
    await signIn(world, reader, await person(world, 'Priya Nair', ['reviewer']));
    assert.equal((await reader.get(queue)).status, 404);
  });
});
