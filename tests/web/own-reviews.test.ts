import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insertAssignment } from '../../src/db/assignment-store.ts';
import { ownReviews, type OwnPlace } from '../../src/db/queries/own-reviews.ts';
import { putReviewDraft } from '../../src/db/review-store.ts';
import { closeRoundRow, insertRound } from '../../src/db/round-store.ts';
import { conflicts } from '../../src/db/schema/index.ts';
import type { AssignmentId, RoundId } from '../../src/domain/ids.ts';
import { emptyReview } from '../../src/domain/review/review.ts';
import { paths } from '../../src/paths.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import type { Browser } from '../support/browser.ts';
import { countQueries } from '../support/count-queries.ts';
import { sentCase, signIn } from '../support/desk.ts';
import { makeReviewWorld, type ReviewWorld } from '../support/review-world.ts';

describe('the list of what a reviewer was asked', () => {
  let desk: ReviewWorld;
  let rosa: Browser;
  let samir: Browser;
  const list = paths.ownReviews('en');
  before(async () => {
    desk = await makeReviewWorld({ contact_email: 'canary@hidden.example.org', organisation: 'Canary Collective' });
    rosa = desk.served.browser();
    samir = desk.served.browser();
    await signIn(desk.world, rosa, desk.people.rosa.personId);
    await signIn(desk.world, samir, desk.people.samir.personId);
  });
  after(async () => {
    assert.deepEqual(desk.world.faults, []);
    await desk.close();
  });

  const title = () => desk.submission().title.slice(0, 20);
  const html = async (browser: Browser): Promise<string> => (await browser.get(list)).html;

  it('asks whoever is not signed in to do so', async () => {
    const { html: page } = await desk.served.browser().get(list);
    assert.match(page, /<h1>Sign in/u);
    assert.ok(!page.includes('/invitation/'));
  });

  it('opens an invitation and a review that is at work, and tells nothing of the writer', async () => {
    for (const words of [/Please answer the invitation by/u, /Yours to review by/u]) {
      const page = await html(rosa);
      assert.match(page, words);
      assert.ok(page.includes(title()) && page.includes(desk.link(desk.rosa)));
      assert.doesNotMatch(page, /canary|samir/iu);
      if (words.source.startsWith('Please')) await desk.accepted(desk.rosa);
    }
  });

  it('says of a hold only that nothing is open', async () => {
    const { submissionId, people, world } = desk;
    const input = { submissionId, reason: 'A name stands in it.' };
    await world.service.write((unit) => raiseHold(unit, people.safety, input));
    const page = await html(rosa);
    assert.match(page, /Not open at the moment/u);
    assert.ok(!page.includes('/invitation/') && !/hold/iu.test(page.replace(/<head>.*<\/head>/su, '')));
    await world.service.write((unit) => liftHold(unit, people.safety, input));
    assert.match(await html(rosa), /Yours to review by/u);
  });

  it('tells nothing of a case to whoever came into conflict with it', async () => {
    const { submissionId, people, world } = desk;
    const about = { submissionId, personId: people.samir.personId };
    const at = world.clock.now().toISOString();
    await world.service.write(({ tx }) => {
      tx.insert(conflicts)
        .values({ ...about, kind: 'declared', reason: 'mine', at })
        .run();
    });
    const page = await html(samir);
    assert.match(page, /conflict of interest/u);
    assert.ok(!page.includes(title()) && !page.includes('/invitation/'));
  });

  it('gives the own text back when the review is over, and to nobody else', async () => {
    const at = desk.world.clock.now().toISOString();
    const text = paths.reviewPart('en', desk.rosa, 'text');
    await desk.world.service.write(({ tx }) => {
      putReviewDraft(tx, desk.rosa, { ...emptyReview, strengths: 'WORDS OF ROSA' }, at);
      closeRoundRow(tx, desk.roundId, at);
    });
    const page = await html(rosa);
    assert.match(page, /No review of yours is needed any more/u);
    assert.ok(page.includes(text));
    assert.match((await rosa.get(text)).html, /WORDS OF ROSA/u);
    assert.equal((await samir.get(text)).status, 404);
  });

  it('goes through everything once, the last asked first, in as many reads for a page of any length', async () => {
    const { world, people } = desk;
    const { personId } = people.tala;
    const asked: string[] = [];
    const one = await countQueries(() => ownPage(1));
    for (let n = 0; n < 7; n += 1) {
      const { id: submissionId } = await sentCase(world, { facts: { state: 'in_review' } });
      // Some at the same moment.
      if (n % 2 === 0) world.clock.pass({ days: 1 });
      const invitedAt = world.clock.now().toISOString();
      const id = `own-${String(n)}` as AssignmentId;
      const roundId = `own-round-${String(n)}` as RoundId;
      const times = { openedAt: invitedAt, dueAt: invitedAt, openedBy: people.curator.personId };
      await world.service.write(({ tx }) => {
        const pinned = { number: 1, version: 1, definitionCommit: world.module.commit, quorum: 2, target: 2 };
        insertRound(tx, { id: roundId, submissionId, ...pinned, ...times });
        const row = { id, roundId, submissionId, personId, label: 'A', status: 'invited', linkHash: id } as const;
        insertAssignment(tx, { ...row, invitedAt, respondBy: invitedAt });
      });
      asked.unshift(`${invitedAt}~${id}`);
    }
    const expected = asked.sort().reverse();
    for (const size of [1, 2, 3, 50]) {
      const found: string[] = [];
      for (let after: OwnPlace | undefined, more = true; more; more = after !== undefined) {
        const page = await ownPage(size, after);
        found.push(...page.rows.map(({ id, invitedAt }) => `${invitedAt.toISOString()}~${id}`));
        after = page.last;
      }
      assert.deepEqual(found, expected);
    }
    assert.equal(await countQueries(() => ownPage(50)), one);

    function ownPage(size: number, after?: OwnPlace) {
      return Promise.resolve(ownReviews(world.service.db, personId, after, size, world.clock.now()));
    }
  });
});
