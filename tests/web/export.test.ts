import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insertReview } from '../../src/db/review-store.ts';
import { findExport } from '../../src/db/export-store.ts';
import { historyOf, verifyHistory } from '../../src/db/history-store.ts';
import { assignments, caseExports, conflicts, jobs } from '../../src/db/schema/index.ts';
import type { AssignmentId, ExportId } from '../../src/domain/ids.ts';
import { cannotJudge, completeReview, emptyReview, type ReviewDraft } from '../../src/domain/review/review.ts';
import { paths } from '../../src/paths.ts';
import { keepCaseScore } from '../../src/usecases/round/keep-case-score.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { canary } from '../support/canaries.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { readTable } from '../support/read-csv.ts';
import { makeReviewWorld, type ReviewWorld } from '../support/review-world.ts';
import type { Browser, Page } from '../support/browser.ts';
import { MODULE, type World } from '../support/world.ts';

const page = paths.exports('en', MODULE);
const REASON = 'For the yearly meeting of the advisory group.';
const HOSTILE = '=HYPERLINK("https://evil.example","Open me")';

/** Somebody who is signed in, each time somebody new: one asks once a day. */
interface Visitor {
  readonly id: string;
  readonly browser: Browser;
}

describe('a file of all cases', () => {
  let desk: ReviewWorld;
  let world: World;
  let people = 0;
  let second: Visitor;

  before(async () => {
    desk = await makeReviewWorld({
      contact_email: `${canary('mailbox')}@example.org`,
      contact_name: canary('contactname'),
      organisation: canary('organisation'),
      coi: canary('interest'),
    });
    world = desk.world;
    second = await visitor('curator');
    await reviewed(desk.rosa, {
      comments: { relevance: `+${canary('comment')}` },
      strengths: canary('strengths'),
      privateNote: canary('privatenote'),
      safetyConcern: canary('concern'),
    });
  });
  after(async () => {
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
    await desk.close();
    assert.deepEqual(world.faults, []);
  });

  async function visitor(...roles: ('curator' | 'admin')[]): Promise<Visitor> {
    const browser = desk.served.browser();
    people += 1;
    const id = await person(world, `Visitor ${String(people)}`, roles);
    await signIn(world, browser, id);
    return { id, browser };
  }

  /** A submitted review: everything passed, three points each but one, and what a test changes. */
  async function reviewed(id: AssignmentId, changes: Partial<ReviewDraft>): Promise<void> {
    const { rubric } = world.module;
    const draft: ReviewDraft = {
      ...emptyReview,
      gates: Object.fromEntries(rubric.gates.map((gate) => [gate.id, { verdict: 'pass' as const }])),
      scores: Object.fromEntries(
        rubric.criteria.map(({ id, essential }, index) => [
          id,
          essential || index < 9 ? ({ kind: 'scored', points: 3 } as const) : cannotJudge,
        ]),
      ),
      evidenceLevel: 'E2',
      recommendation: 'accept',
      confidence: 3,
      ...changes,
    };
    const answers = completeReview(rubric, draft);
    assert.ok(answers.ok);
    await world.service.write((unit) => {
      const { tx, clock } = unit;
      const submittedAt = clock.now().toISOString();
      insertReview(tx, { assignmentId: id, number: 1, answers: answers.value, total: 7500, submittedAt });
      tx.run(`update assignments set status = 'submitted', submitted_at = '${submittedAt}' where id = '${id}'`);
      keepCaseScore(unit, desk.submissionId);
    });
  }

  async function ask({ browser }: Visitor, scope = 'cases', format = 'csv'): Promise<ExportId> {
    await browser.get(page);
    await browser.submit(page, { scope, format, reason: REASON });
    const rows = world.service.db.select().from(caseExports).all();
    return rows.at(-1)?.id ?? assert.fail('Nothing was asked for');
  }

  /** The form that approves comes first on a card, the one that refuses second. */
  async function answer({ browser }: Visitor, id: ExportId, reason?: string): Promise<Page> {
    const { forms } = await browser.get(page);
    const [approve, refuse] = forms.filter(({ action }) => action.endsWith(`/exports/${id}`));
    assert.ok(approve && refuse);
    return reason === undefined ? browser.submit(approve) : browser.submit(refuse, { reason });
  }

  async function take({ browser }: Visitor, id: ExportId): Promise<Page> {
    const { forms } = await browser.get(page);
    const csrf = forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    return browser.post(`${page}/${id}/file`, [['csrf', csrf]]);
  }

  async function fileOf(scope: string, format: string): Promise<{ text: string; id: ExportId; by: Visitor }> {
    const by = await visitor('curator');
    const id = await ask(by, scope, format);
    await answer(second, id);
    const taken = await take(by, id);
    assert.equal(taken.status, 200);
    return { text: taken.html, id, by };
  }

  it('is asked for with a reason, approved by another, and taken by the first alone', async () => {
    const first = await visitor('curator');
    await first.browser.get(page);
    const empty = await first.browser.submit(page, {});
    assert.equal(empty.status, 422);
    for (const field of ['scope', 'format']) assert.match(empty.html, new RegExp(`href="#${field}"`));
    const short = await first.browser.submit(page, { scope: 'cases', format: 'csv', reason: 'Because.' });
    assert.equal(short.status, 422);
    assert.match(short.html, />Because\.</);
    const id = await ask(first);
    assert.match(first.browser.page.html, /Waits for approval/);
    assert.equal((await take(first, id)).status, 409, 'nobody has approved');
    const csrf = first.browser.form('/sign-out').controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const own = await first.browser.post(`${page}/${id}`, [
      ['csrf', csrf],
      ['answer', 'approved'],
    ]);
    assert.equal(own.status, 403);
    assert.match((await answer(second, id)).html, /Approved by .{0,20}Visitor/);
    assert.equal((await take(second, id)).status, 403, 'who approved');
    const taken = await take(first, id);
    assert.equal(taken.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.match(
      taken.headers.get('content-disposition') ?? '',
      new RegExp(`^attachment; filename="?security-sector-cases-2026-11-25-${id}\\.csv"?$`),
    );
    const acts = historyOf(world.service.db, id).map(({ act, actor }) => [act, actor]);
    assert.deepEqual(acts, [
      ['export_asked', `person:${first.id}`],
      ['export_approved', `person:${second.id}`],
      ['export_downloaded', `person:${first.id}`],
    ]);
    assert.match((await second.browser.get(page)).html, /Once, on/);
  });

  it('is told of by letter to whoever may approve it, and to whoever asked', async () => {
    const first = await visitor('curator');
    const id = await ask(first);
    const letters = () =>
      world.service.db
        .select({ key: jobs.dedupeKey })
        .from(jobs)
        .all()
        .flatMap(({ key }) => (key.startsWith(`export_news:${id}:`) ? [key.split(':').slice(2).join(':')] : []));
    assert.ok(letters().includes(`asked:${first.id}`));
    assert.ok(letters().includes(`waits:${second.id}`));
    assert.ok(!letters().some((key) => key.includes(desk.people.safety.personId)));
    await answer(second, id);
    assert.ok(letters().includes(`answered:${first.id}`));
  });

  it('is asked for once a day and person', async () => {
    const first = await visitor('curator');
    await ask(first);
    const again = await first.browser.get(page);
    assert.match(again.html, /You can ask again from/);
    assert.ok(!again.forms.some(({ action }) => action.startsWith(page)));
    const csrf = again.forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const fields = Object.entries({ csrf, scope: 'reviews', format: 'csv', reason: REASON });
    const refused = await first.browser.post(page, fields);
    assert.equal(refused.status, 422);
    assert.match(refused.html, /one a day is allowed/);
    assert.ok(refused.html.includes(REASON), 'gives back what was typed');
  });

  it('may be refused with a reason, which whoever asked reads', async () => {
    const first = await visitor('curator');
    const id = await ask(first);
    const short = await answer(second, id, 'No.');
    assert.equal(short.status, 422);
    assert.match(short.html, new RegExp(`href="#refuse-${id}"`));
    await answer(second, id, 'Please wait until the round is closed.');
    assert.match((await first.browser.get(page)).html, /Please wait until the round is closed\./);
    assert.equal((await take(first, id)).status, 409);
    const csrf = second.browser.form('/sign-out').controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const late = await second.browser.post(`${page}/${id}`, [
      ['csrf', csrf],
      ['answer', 'approved'],
    ]);
    assert.equal(late.status, 409, 'an answer stays');
  });

  it('is approved but not asked for by the administrator', async () => {
    const [first, admin] = [await visitor('curator'), await visitor('admin')];
    const id = await ask(first);
    const seen = await admin.browser.get(page);
    assert.ok(!seen.forms.some(({ action }) => action === page));
    assert.ok(
      seen.links.some(({ href }) => href === page),
      'finds it in the navigation',
    );
    assert.match((await answer(admin, id)).path, /done=approved/);
    assert.equal((await take(first, id)).status, 200);
  });

  it('tells curators of what waits, but not of their own', async () => {
    world.clock.pass({ days: 8 });
    await signAgain(second);
    const isTold = async ({ browser }: Visitor) =>
      (await browser.get(paths.desk('en', MODULE))).links.some(({ href }) => href === page);
    assert.equal(await isTold(second), false, 'what nobody answered for a week has lapsed');
    const first = await visitor('curator');
    const id = await ask(first);
    assert.deepEqual([await isTold(first), await isTold(second)], [false, true]);
    await answer(second, id);
    assert.equal(await isTold(second), false);
  });

  const signAgain = ({ browser, id }: Visitor) => signIn(world, browser, id as never);

  it('can be taken for a day', async () => {
    const first = await visitor('curator');
    const id = await ask(first);
    await answer(second, id);
    world.clock.pass({ minutes: 24 * 60 - 1 });
    for (const one of [first, second]) await signAgain(one);
    assert.equal((await take(first, id)).status, 200);
    world.clock.pass({ minutes: 1 });
    assert.equal((await take(first, id)).status, 409);
    assert.equal(findExport(world.service.db, MODULE, id)?.downloads, 1);
  });

  it('is a table that runs no formula, with its mark in every line', async () => {
    const titles = [HOSTILE, '+1', '-1', '@SUM(A1)', '\t=1', '＝1', 'He said "no",\nand left'];
    const made = await Promise.all(titles.map((title) => sentCase(world, { facts: { title } })));
    const { text, id } = await fileOf('cases', 'csv');
    assert.ok(text.startsWith('\u{FEFF}Export,Case,State,') || text.startsWith('Export,Case,State,'));
    const table = readTable(text);
    for (const [index, { publicId }] of made.entries()) {
      const title = table.find((row) => row['Case'] === publicId)?.['Title'];
      const typed = titles[index] ?? '';
      assert.equal(title, typed.startsWith('He') ? typed : `'${typed}`);
      assert.equal(
        world.service.db.$client.prepare('select title from submissions where public_id = ?').pluck().get(publicId),
        typed,
      );
    }
    for (const row of table) {
      assert.equal(row['Export'], id);
      for (const [heading, value] of Object.entries(row)) assert.doesNotMatch(value, /^[=+\-@\t\r＝]/u, heading);
    }
  });

  it('tells of a case what a list tells, with the score', async () => {
    const { text } = await fileOf('cases', 'csv');
    const { Title, Export, ...row } = readTable(text).find((one) => one['Case'] === 'P-TEST1') ?? assert.fail();
    assert.ok(Title !== '' && Export !== '');
    assert.deepEqual(row, {
      Case: 'P-TEST1',
      State: 'In review',
      'On hold': 'No',
      Kind: 'Promising practice',
      Language: 'English',
      'Sent on': '2026-11-25',
      'Last changed on': '2026-11-25',
      Version: '1',
      Round: '1',
      'Reviews wanted': '2',
      'Reviews that count': '1',
      'Score of 100 (median)': '75',
      'Highest less lowest': '0',
      Decision: '',
      'Ground of the decision': '',
      'Level of evidence': '',
      'Decided on': '',
      'Published on': '',
      'Page of the case': 'http://127.0.0.1:3000/en/security-sector/desk/cases/P-TEST1',
    });
  });

  it('has every point of a review with its weight and its reason, by the letter of the reviewer', async () => {
    const { text } = await fileOf('reviews', 'csv');
    const row = readTable(text).find((one) => one['Case'] === 'P-TEST1') ?? assert.fail();
    const { label } =
      world.service.db
        .select()
        .from(assignments)
        .all()
        .find(({ id }) => id === desk.rosa) ?? assert.fail();
    assert.equal(row['Reviewer'], label);
    const weights = Object.entries(row).filter(([heading]) => heading.endsWith(': weight'));
    assert.equal(
      weights.reduce((sum, [, weight]) => sum + Number(weight), 0),
      100,
    );
    const points = Object.entries(row).filter(([heading]) => heading.endsWith(': points'));
    assert.deepEqual(new Set(points.map(([, value]) => value)), new Set(['3', 'Cannot judge']));
    const relevance = Object.keys(row).find((heading) => heading.endsWith(': reason')) ?? '';
    assert.equal(row[relevance], `'+${canary('comment')}`);
    assert.equal(row['Strengths'], canary('strengths'));
    assert.equal(row['Total of 100'], '75');
  });

  it('has in JSON the same in codes', async () => {
    const { text, id } = await fileOf('reviews', 'jsonl');
    const all = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.ok(all.every((one) => one['export'] === id));
    const one = all.find((found) => found['case'] === 'P-TEST1') ?? assert.fail();
    const [review] = one['reviews'] as { criteria: unknown[]; total: number; counts: boolean }[];
    assert.deepEqual(review?.criteria[0], {
      id: 'relevance',
      weight: world.module.rubric.criteria[0]?.weight,
      kind: 'scored',
      points: 3,
      reason: `+${canary('comment')}`,
    });
    assert.equal(review.total, 75);
    assert.equal(one['state'], 'in_review');
  });

  it('holds no contact data, no private note and no name of a reviewer', async () => {
    const hidden = ['mailbox', 'contactname', 'organisation', 'interest', 'privatenote', 'concern'].map(canary);
    for (const scope of ['cases', 'reviews'])
      for (const format of ['csv', 'jsonl']) {
        const { text } = await fileOf(scope, format);
        for (const word of [...hidden, 'rosa N.', 'rosa@', 'receipt'])
          assert.ok(!text.includes(word), `${scope} ${format}: ${word}`);
      }
  });

  it('has no case in which whoever takes it has a part, and no draft', async () => {
    const { id, publicId } = await sentCase(world, {});
    const draft = await sentCase(world, { facts: { state: 'draft' } });
    const first = await visitor('curator');
    const asked = await ask(first, 'reviews', 'jsonl');
    await answer(second, asked);
    const isIn = async (one: string) => (await take(first, asked)).html.includes(one);
    assert.deepEqual([await isIn(publicId), await isIn(draft.publicId)], [true, false]);
    await world.service.write(({ tx, clock }) => {
      const part = { submissionId: id, personId: first.id as never, kind: 'declared', reason: 'A friend.' };
      tx.insert(conflicts)
        .values({ ...part, at: clock.now().toISOString() })
        .run();
    });
    assert.equal(await isIn(publicId), false);
  });

  it('tells of a case under a hold no more than the list', async () => {
    await world.service.write((unit) =>
      raiseHold(unit, desk.people.curator, { submissionId: desk.submissionId, reason: 'A name was seen.' }),
    );
    const { text } = await fileOf('reviews', 'csv');
    const rows = readTable(text).filter((one) => one['Case'] === 'P-TEST1');
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0]?.['On hold'], rows[0]?.['Reviewer'], rows[0]?.['Total of 100']], ['Yes', '', '']);
    assert.ok(!text.includes(canary('comment')));
  });
});
