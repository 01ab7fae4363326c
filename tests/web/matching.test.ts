import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { putScreening } from '../../src/db/screening-store.ts';
import { assignments, conflicts, jobs, people, submissions } from '../../src/db/schema/index.ts';
import { inviteReviewer } from '../../src/usecases/round/invite-reviewer.ts';
import { openRound } from '../../src/usecases/round/open-round.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { suggestReviewers } from '../../src/usecases/matching/suggest-reviewers.ts';
import { MatchingFailed } from '../../src/domain/matching/matching-faults.ts';
import type { PersonId, PublicId, SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { createApp } from '../../src/web/app.ts';
import { serve, type Browser, type Page, type Served } from '../support/browser.ts';
import { countQueries } from '../support/count-queries.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

interface Case {
  readonly id: SubmissionId;
  readonly publicId: PublicId;
}

describe('reviewers suggested for all cases', () => {
  let world: World;
  let served: Served;
  let desk: Browser;
  let curator: Staff;
  let reviewers: Readonly<Record<'ana' | 'ben' | 'eve', PersonId>>;
  const here = `/en/${MODULE}/desk/matching`;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    const personId = await person(world, 'Amira Haddad', ['curator', 'reviewer']);
    curator = { kind: 'staff', personId, name: 'Amira Haddad', roles: [{ module: MODULE, role: 'curator' }] };
    reviewers = {
      ana: await person(world, 'Ana Solis', ['reviewer']),
      ben: await person(world, 'Ben Okafor', ['reviewer']),
      eve: await person(world, 'Eve Laurent', ['reviewer'], { languages: ['fr'] }),
    };
    desk = served.browser();
    await signIn(world, desk, personId);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });
  /** What earlier tests left waiting is out of the way, and every desk is empty. */
  beforeEach(async () => {
    await world.service.write(({ tx }) => {
      tx.update(submissions).set({ state: 'withdrawn', held: false }).run();
      tx.update(assignments)
        .set({ status: 'released', acceptedAt: null, endedAt: new Date(0).toISOString(), reason: 'over' })
        .run();
    });
  });

  async function ready(): Promise<Case> {
    const sent = await sentCase(world);
    const gates = Object.fromEntries(world.module.rubric.gates.map(({ id }) => [id, 'pass' as const]));
    await world.service.write(({ tx, clock }) => {
      const at = clock.now().toISOString();
      putScreening(tx, { submissionId: sent.id, version: 1, gates, readForNames: true, by: curator.personId, at });
    });
    return sent;
  }

  const press = (
    browser: Browser,
    label: string,
    typed: Record<string, string | readonly string[]> = {},
  ): Promise<Page> => {
    const form = browser.page.forms.find(({ buttons }) => buttons.some((button) => button.label === label));
    assert.ok(form !== undefined, `There is no button ${label}`);
    return browser.submit(form, typed);
  };
  async function suggested(): Promise<Page> {
    await desk.get(here);
    const { forms } = desk.page;
    return press(
      desk,
      forms.some(({ buttons }) => buttons.some(({ label }) => label === 'Suggest reviewers'))
        ? 'Suggest reviewers'
        : 'Work them out anew',
    );
  }
  const csrf = (): string => {
    const found = desk.page.forms.flatMap(({ controls }) => controls).find(({ name }) => name === 'csrf');
    return found !== undefined && 'value' in found ? found.value : '';
  };
  const ask = 'Ask the people ticked';
  const askedFor = ({ id }: Case): PersonId[] =>
    world.service.db
      .select()
      .from(assignments)
      .where(eq(assignments.submissionId, id))
      .all()
      .map(({ personId }) => personId)
      .sort();
  const letters = (): number => world.service.db.select().from(jobs).where(eq(jobs.kind, 'letter')).all().length;
  const stateOf = ({ id }: Case) =>
    world.service.db.select().from(submissions).where(eq(submissions.id, id)).get()?.state;

  it('are shown with what speaks for them, and nobody is asked by that', async () => {
    const one = await ready();
    const before = letters();
    await desk.get(`/en/${MODULE}/desk`);
    assert.ok(desk.page.links.some(({ href }) => href === here));
    const { html } = await suggested();
    for (const words of [one.publicId, 'Ana Solis', 'Ben Okafor', 'topics 50', 'if everybody suggested is asked'])
      assert.ok(html.includes(words), words);
    assert.doesNotMatch(html, /Eve Laurent|Contributor|name="pick" value="[^"]*" (?!checked)/u);
    assert.deepEqual([askedFor(one), letters()], [[], before]);
  });

  it('are asked once they are confirmed, those ticked and no others', async () => {
    const [one, other] = [await ready(), await ready()];
    const before = letters();
    await suggested();
    const pick = [
      `${one.publicId}~${reviewers.ana}`,
      `${one.publicId}~${reviewers.ben}`,
      `${other.publicId}~${reviewers.ben}`,
    ];
    const form = desk.page.forms.find(({ buttons }) => buttons.some(({ label }) => label === ask));
    const done = await press(desk, ask, { pick });
    assert.match(done.html, /2 reviews were opened\. 3 invitations are on their way\./u);
    assert.deepEqual([stateOf(one), stateOf(other)], ['in_review', 'in_review']);
    assert.deepEqual([askedFor(one), askedFor(other)], [[reviewers.ana, reviewers.ben].sort(), [reviewers.ben]]);
    assert.equal(letters(), before + 3);
    // The same form once more, as of an impatient finger.
    assert.ok(form !== undefined);
    const again = await desk.submit(form, { pick });
    assert.match(again.html, /2 reviews were opened\. 3 invitations are on their way\./u);
    assert.equal(letters(), before + 3);
  });

  it('fill the empty places of an open round', async () => {
    const one = await ready();
    await world.service.write((unit) =>
      openRound(unit, curator, {
        submissionId: one.id,
        revision: 1,
        reviewers: [{ personId: reviewers.ana, overrideReason: '' }],
      }),
    );
    const { html } = await suggested();
    assert.match(html, /In review; one place empty/u);
    await press(desk, ask);
    assert.deepEqual(askedFor(one), [reviewers.ana, reviewers.ben].sort());
  });

  it('are looked at again, and what holds no longer is said and not half done', async () => {
    const [fine, held, conflicted, changed] = [await ready(), await ready(), await ready(), await ready()];
    await suggested();
    const on = ({ publicId }: Case, ...who: PersonId[]) => who.map((personId) => `${publicId}~${personId}`);
    await world.service.write((unit) => {
      raiseHold(unit, curator, { submissionId: held.id, reason: 'somebody rang' });
      const at = unit.clock.now().toISOString();
      const row = { submissionId: conflicted.id, personId: reviewers.ben, kind: 'declared', reason: 'a cousin', at };
      unit.tx.insert(conflicts).values(row).run();
      openRound(unit, curator, {
        submissionId: changed.id,
        revision: 1,
        reviewers: [{ personId: reviewers.ana, overrideReason: '' }],
      });
    });
    const both = [reviewers.ana, reviewers.ben];
    const pick = [
      ...on(fine, reviewers.ana),
      ...on(held, ...both),
      ...on(conflicted, ...both),
      ...on(changed, ...both),
    ];
    const cases = [fine, held, conflicted, changed].map(({ publicId }) => ['case', `${publicId}~1`] as const);
    const { html } = await desk.post(here, [
      ['csrf', csrf()],
      ['move', 'confirm'],
      ...cases,
      ...pick.map((one) => ['pick', one] as const),
    ]);
    assert.match(html, /One review was opened\. One invitation is on its way\./u);
    assert.match(html, new RegExp(`${held.publicId}</bdi></a>: The case is on hold`, 'u'));
    assert.match(html, new RegExp(`${conflicted.publicId}</bdi></a>: A conflict of interest of [^.]*Ben Okafor`, 'u'));
    assert.match(html, new RegExp(`${changed.publicId}</bdi></a>: The case has changed since`, 'u'));
    const inArabic = await desk.get(`/ar/${MODULE}/desk/matching?done=asked`);
    assert.doesNotMatch(inArabic.html, /has changed|on hold|conflict of interest/u);
    assert.deepEqual([held, conflicted, changed].map(askedFor), [[], [], [reviewers.ana]]);
  });

  it('take in no more than there is room for by then', async () => {
    const cases = [await ready(), await ready(), await ready(), await ready()];
    await suggested();
    const pick = cases.map(({ publicId }) => `${publicId}~${reviewers.ana}`);
    const fields = cases.map(({ publicId }) => ['case', `${publicId}~1`] as const);
    const { html } = await desk.post(here, [
      ['csrf', csrf()],
      ['move', 'confirm'],
      ...fields,
      ...pick.map((one) => ['pick', one] as const),
    ]);
    assert.match(html, /3 reviews were opened\. 3 invitations/u);
    assert.match(html, /Ana Solis[^<]*(?:<[^>]+>)*[^<]*has enough to do by now\./u);
    assert.equal(cases.filter((one) => stateOf(one) === 'screening').length, 1);
  });

  it('are marked on the page of a case too, as many as it has places', async () => {
    const { publicId } = await ready();
    const { html } = await desk.get(`/en/${MODULE}/desk/cases/${publicId}/reviewers`);
    const marked = html.split('<li class="card">').filter((card) => card.includes('>suggested<'));
    assert.deepEqual(marked.map((card) => /Ana Solis|Ben Okafor|Eve Laurent/u.exec(card)?.[0]).sort(), [
      'Ana Solis',
      'Ben Okafor',
    ]);
  });

  it('ask for a tick where there is none', async () => {
    await ready();
    await suggested();
    const page = await press(desk, ask, { pick: [] });
    assert.equal(page.status, 422);
    assert.match(page.html, /Tick whom to ask\./u);
    assert.doesNotMatch(page.html, /<input type="checkbox"[^>]* checked/u);
  });

  it('leave out what is held, what is not screened, and what the curator has a part in', async () => {
    const [held, own, unscreened] = [await ready(), await ready(), await sentCase(world)];
    await world.service.write((unit) => {
      raiseHold(unit, curator, { submissionId: held.id, reason: 'somebody rang' });
      const at = unit.clock.now().toISOString();
      const row = { submissionId: own.id, personId: curator.personId, kind: 'declared', reason: 'my own work', at };
      unit.tx.insert(conflicts).values(row).run();
    });
    const { html } = await suggested();
    assert.match(html, /No case waits for reviewers\./u);
    for (const { publicId } of [held, own, unscreened]) assert.ok(!html.includes(publicId));
  });

  it('are not shown any more once the curator has a part in the case', async () => {
    const one = await ready();
    assert.ok((await suggested()).html.includes(one.publicId));
    await world.service.write(({ tx, clock }) => {
      const at = clock.now().toISOString();
      const row = { submissionId: one.id, personId: curator.personId, kind: 'declared', reason: 'my own work', at };
      tx.insert(conflicts).values(row).run();
    });
    assert.ok(!(await desk.get(here)).html.includes(one.publicId));
    const { html } = await desk.post(here, [
      ['csrf', csrf()],
      ['move', 'confirm'],
      ['case', `${one.publicId}~1`],
      ['pick', `${one.publicId}~${reviewers.ana}`],
    ]);
    assert.match(html, /does not wait for reviewers any more/u);
    assert.deepEqual(askedFor(one), []);
  });

  it('are read with as many statements for twelve cases as for one', async () => {
    const deps = world.service.web;
    const suggest = () => suggestReviewers(deps, curator, world.module, new AbortController().signal);
    await ready();
    await suggest();
    const forOne = await countQueries(suggest);
    for (let more = 0; more < 11; more += 1) await ready();
    assert.equal((await suggest()).cases.length, 12);
    assert.equal(await countQueries(suggest), forOne);
  });

  it('are refused in plain words when they cannot be worked out, and the fault is logged', async () => {
    const faults: unknown[] = [];
    const fault = new MatchingFailed('too_long', 'Matching reviewers');
    const web = {
      ...world.service.web,
      matcher: { match: () => Promise.reject(fault) },
      log: {
        ...world.service.web.log,
        fault: (_reference: string, error: unknown) => faults.push(error),
        answered: () => undefined,
      },
    };
    const broken = await serve(createApp(web, 'public'));
    try {
      const browser = broken.browser();
      await signIn(world, browser, curator.personId);
      await browser.get(here);
      const { html } = await press(browser, 'Suggest reviewers');
      assert.match(html, /could not be worked out/u);
      assert.deepEqual(faults, [fault]);
    } finally {
      await broken.close();
    }
  });

  it('do not find a place that somebody else has filled', async () => {
    const one = await ready();
    await world.service.write((unit) =>
      openRound(unit, curator, {
        submissionId: one.id,
        revision: 1,
        reviewers: [{ personId: reviewers.ana, overrideReason: '' }],
      }),
    );
    await suggested();
    await world.service.write((unit) => {
      const chosen = { personId: reviewers.eve, overrideReason: '' };
      unit.tx
        .update(people)
        .set({ languages: ['en', 'fr'] })
        .where(eq(people.id, reviewers.eve))
        .run();
      return inviteReviewer(unit, curator, { submissionId: one.id, chosen });
    });
    assert.match((await press(desk, ask)).html, /Its empty places were filled meanwhile\./u);
    assert.deepEqual(askedFor(one), [reviewers.ana, reviewers.eve].sort());
  });
});
