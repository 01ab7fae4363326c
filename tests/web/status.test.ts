import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { appeals, assignments, pages, publications, requests, rounds } from '../../src/db/schema/index.ts';
import { filesOf, latestPage, latestPublication } from '../../src/db/publication-store.ts';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import { findVersion } from '../../src/db/version-store.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { formValues, typePractice } from '../../src/rehearsal/type-practice.ts';
import { recordDecision } from '../../src/usecases/decision/record-decision.ts';
import type { RecordDecisionInput } from '../../src/usecases/decision/weigh-decision.ts';
import { releaseDecision } from '../../src/usecases/decision/release-decision.ts';
import { secondDecision } from '../../src/usecases/decision/second-decision.ts';
import { offerPage } from '../../src/usecases/publication/offer-page.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { askSubmitter } from '../../src/usecases/screening/ask-submitter.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { review, scores } from '../support/domain-examples.ts';
import { makeWorld, type World } from '../support/world.ts';

const DOOR = '/en/security-sector';
const MY = `${DOOR}/my`;

let world: World;
let served: Served;
let cases: CaseWorld;
let curator: Staff;
let second: Staff;
let reviewers: Staff[];

before(async () => {
  world = await makeWorld();
  served = await serve(world.app);
  cases = new CaseWorld(world);
  curator = cases.person('leila', 'curator');
  second = cases.person('marta', 'curator', 'safety');
  reviewers = [cases.person('joao', 'reviewer'), cases.person('sita', 'reviewer')];
});
after(async () => {
  await served.close();
  assert.deepEqual(world.faults, []);
  world.close();
});

const practice = (name: string): Answers =>
  (JSON.parse(readFileSync(`examples/practices/${name}.json`, 'utf8')) as { answers: Answers }).answers;

const confirmed = (answers: Answers): Record<string, readonly string[]> => {
  const values = formValues(answers);
  return Object.fromEntries(world.module.form.confirmations.map((id) => [id, values.get(id) ?? []]));
};

interface Case {
  readonly browser: Browser;
  readonly id: SubmissionId;
  readonly answers: Answers;
}

/** A practice that somebody sent through the form, and their browser. */
async function sent(name = 'in-mp-womens-help-desks'): Promise<Case> {
  const browser = served.browser();
  const answers = practice(name);
  await browser.get(`${DOOR}/practice/start`);
  await typePractice(browser, answers);
  await browser.submit('/send', confirmed(answers));
  assert.equal(browser.page.path, `${DOOR}/sent`);
  const id = world.service.db.$client.prepare('select id from submissions order by rowid desc').pluck().get();
  return { browser, id: id as SubmissionId, answers };
}

function reviewed({ id }: Case): void {
  const given = review({ scores: scores(3), evidenceLevel: 'E3' });
  cases.reviewed(
    id,
    curator,
    reviewers.map((by) => ({ by, review: given })),
  );
}

function decide({ id }: Case, what: Partial<RecordDecisionInput>): void {
  const decided = cases.do((unit) =>
    recordDecision(unit, curator, {
      submissionId: id,
      revision: cases.submission(id).revision,
      outcome: 'accept',
      category: 'merit',
      letter: 'The help desks are told so that others can follow, and the trial behind them is sound.',
      letterLanguage: 'en',
      evidence: 'E3',
      departureReason: 'For this test the decision departs from what the rules of the rubric advise to do.',
      overrideReason: '',
      requests: [],
      ...what,
    }),
  );
  assert.ok(decided.ok, JSON.stringify(decided));
  const { value } = decided;
  if (value.waits) cases.do((unit) => secondDecision(unit, second, { decisionId: value.id }));
}

function release({ id }: Case): void {
  const decisionId = rulingDecision(cases.db, id)?.id;
  assert.ok(decisionId);
  cases.do((unit) => releaseDecision(unit, { decisionId }));
}

async function offered(name?: string): Promise<Case> {
  const one = await sent(name);
  reviewed(one);
  decide(one, {});
  release(one);
  offer(one);
  return one;
}

function offer({ id }: Case): void {
  const { revision } = cases.submission(id);
  const made = cases.do((unit) => offerPage(unit, curator, { submissionId: id, revision }));
  assert.ok(made.ok, JSON.stringify(made));
}

describe('the page of a submitter', () => {
  it('says where the text stands, whose turn it is and by when', async () => {
    const { browser } = await sent();
    const page = await browser.get(MY);
    assert.match(page.text, /With us/);
    assert.match(page.text, /Us by 2 December 2026/);
    assert.match(page.text, /You sent it/);
    assert.ok(page.links.some(({ href }) => href === `${MY}/withdraw`));
  });

  it('counts the answers of experts and names nobody', async () => {
    const one = await sent();
    reviewed(one);
    const page = await one.browser.get(MY);
    assert.match(page.text, /2 of 2 experts have answered/);
    for (const { name } of [...reviewers, curator]) assert.ok(!page.html.includes(name));
  });

  it('tells a decision when its letter has left, and not before', async () => {
    const one = await sent();
    reviewed(one);
    decide(one, {
      outcome: 'reject',
      evidence: undefined,
      letter: 'It is about something else, and another module would serve it better.',
    });
    const waits = await one.browser.get(MY);
    assert.match(waits.text, /With experts/);
    assert.doesNotMatch(waits.text, /another module/);
    assert.equal((await one.browser.get(`${MY}/appeal`)).status, 409);
    release(one);
    const told = await one.browser.get(MY);
    assert.match(told.text, /Not accepted/);
    assert.match(told.text, /another module would serve it better/);
    assert.match(told.text, /We could not accept it/);
  });

  it('lets somebody withdraw while a rejection waits, as if there were none', async () => {
    const one = await sent();
    reviewed(one);
    const before = (await one.browser.get(MY)).links.map(({ href }) => href);
    decide(one, {
      outcome: 'reject',
      evidence: undefined,
      letter: 'It is about something else, and another module would serve it better.',
    });
    const waits = await one.browser.get(MY);
    assert.deepEqual(
      waits.links.map(({ href }) => href),
      before,
    );
    await one.browser.get(`${MY}/withdraw`);
    const withdrawn = await one.browser.submit('/my/withdraw');
    assert.equal(withdrawn.status, 200);
    assert.match(withdrawn.text, /You withdrew it/);
    assert.doesNotMatch(withdrawn.text, /another module|Not accepted/);
  });

  it('takes no answer to what was not told yet', async () => {
    const one = await sent();
    reviewed(one);
    await one.browser.get(`${MY}/withdraw`);
    const form = one.browser.form('/my/withdraw');
    const wish = { field: undefined, level: 'must', editorial: false, text: 'Say more about the desks.' } as const;
    decide(one, { outcome: 'revise', evidence: undefined, requests: [wish] });
    for (const part of ['my/revision', 'practice/story'])
      assert.equal((await one.browser.submit({ ...form, action: `${DOOR}/${part}` })).status, 409, part);
    release(one);
    assert.equal((await one.browser.submit({ ...form, action: `${MY}/revision` })).status, 200);
  });

  it('tells of a stop for safety, under which the text can still be withdrawn', async () => {
    const one = await sent();
    cases.do((unit) => raiseHold(unit, { kind: 'service' }, { submissionId: one.id, reason: 'rubric:consent' }));
    const page = await one.browser.get(MY);
    assert.match(page.text, /Paused for safety/);
    await one.browser.follow('Withdraw it');
    const withdrawn = await one.browser.submit('/my/withdraw');
    assert.match(withdrawn.text, /You withdrew it\. Nobody works on it/);
  });

  const parts = ['', '/revision', '/page', '/appeal', '/withdraw', '/resume', '/discard', '/embargo'];
  for (const part of parts) {
    it(`asks for the receipt where there is none: ${MY}${part}`, async () => {
      const page = await served.browser().get(`${MY}${part}`);
      assert.equal(page.path, `${DOOR}/receipt`);
    });
  }

  it('refuses what the state does not allow', async () => {
    const { browser } = await sent();
    for (const part of ['appeal', 'resume', 'discard', 'revision'])
      assert.equal((await browser.get(`${MY}/${part}`)).status, 409, part);
    assert.equal((await browser.get(`${MY}/page`)).path, MY);
    await browser.get(`${MY}/withdraw`);
    const form = browser.form('/my/withdraw');
    for (const part of ['appeal', 'resume', 'discard', 'embargo'])
      assert.equal((await browser.submit({ ...form, action: `${MY}/${part}` })).status, 409, part);
  });
});

describe('a revision', () => {
  const asked = [
    { field: 'results', level: 'must', editorial: false, text: 'Please say how many women came back a second time.' },
    { field: undefined, level: 'should', editorial: true, text: 'Shorter sentences would help.' },
  ] as const;

  async function inRevision(): Promise<Case> {
    const one = await sent();
    const { revision } = cases.submission(one.id);
    const done = cases.do((unit) => askSubmitter(unit, curator, { submissionId: one.id, revision, requests: asked }));
    assert.ok(done.ok);
    return one;
  }

  it('has a reply box for each point and shows it on the page of its question', async () => {
    const { browser } = await inRevision();
    const status = await browser.get(MY);
    assert.match(status.text, /We ask 2 things/);
    await browser.follow('Answer what we ask');
    const form = browser.form('/my/revision');
    assert.equal(form.controls.filter(({ kind }) => kind === 'textarea').length, 2);
    await browser.get(`${DOOR}/practice/change`);
    assert.match(browser.page.text, /how many women came back/);
  });

  it('is not sent before everything that must be answered is', async () => {
    const { browser, id, answers } = await inRevision();
    await browser.get(`${DOOR}/check`);
    assert.match(browser.page.text, /Answer everything that we asked/);
    const refused = await browser.submit('/send', confirmed(answers));
    assert.equal(refused.status, 422);
    const row = world.service.db
      .select()
      .from(requests)
      .all()
      .find(({ submissionId, level }) => submissionId === id && level === 'must');
    await browser.get(`${MY}/revision`);
    await browser.submit('/my/revision', { [`reply.${row?.id ?? ''}`]: 'not_possible' });
    assert.match(browser.page.text, /Answer everything that we asked/);
  });

  it('freezes the next version with the replies, asks the confirmations again, and is sent once', async () => {
    const { browser, id, answers } = await inRevision();
    const rows = world.service.db
      .select()
      .from(requests)
      .all()
      .filter(({ submissionId }) => submissionId === id);
    await browser.get(`${MY}/revision`);
    const saved = await browser.submit(
      '/my/revision',
      { [`reply.${rows[0]?.id ?? ''}`]: 'not_possible', [`words.${rows[0]?.id ?? ''}`]: 'Nobody counted them.' },
      { button: 'go=stay' },
    );
    assert.match(saved.text, /Your replies are kept/);
    await browser.get(`${DOOR}/practice/future`);
    await browser.submit(
      '/practice/future',
      { sustainability: 'The desks go on with their own budget.' },
      { button: 'go=check' },
    );
    const check = browser.form('/send');
    assert.equal(check.controls.find(({ name }) => name === 'rights_attest')?.chosen, false);
    const done = await browser.submit(check, confirmed(answers));
    assert.match(done.text, /Your changes have arrived/);
    await browser.submit(check, confirmed(answers));
    assert.equal(browser.page.path, `${DOOR}/sent`);
    assert.equal(cases.submission(id).version, 2);
    assert.equal(findVersion(cases.db, id, 2)?.answers['sustainability'], 'The desks go on with their own budget.');
    assert.notEqual(findVersion(cases.db, id, 1)?.answers['sustainability'], 'The desks go on with their own budget.');
    const kept = world.service.db
      .select()
      .from(requests)
      .all()
      .find(({ id: request }) => request === rows[0]?.id);
    assert.deepEqual([kept?.answerKind, kept?.answerText], ['not_possible', 'Nobody counted them.']);
  });
});

describe('a page that waits for its submitter', () => {
  it('is shown as it will look, with its source and the words of consent', async () => {
    const { browser, id } = await offered();
    await browser.get(MY);
    await browser.follow('Look at the page');
    const { page } = browser;
    assert.match(page.html, /<h2>/);
    for (const { path } of latestPage(cases.db, id)?.files ?? []) assert.ok(page.text.includes(path));
    assert.match(page.text, /I have read this page exactly as it will look/);
  });

  it('is not approved without the tick, and not when it changed meanwhile', async () => {
    const { browser, id } = await offered();
    await browser.get(`${MY}/page`);
    const form = browser.form('/my/page');
    const unticked = await browser.submit(form, {}, { button: 'answer=approve' });
    assert.equal(unticked.status, 422);
    assert.match(unticked.text, /Tick this if you agree/);
    cases.do(({ tx }) => tx.update(pages).set({ pageHash: 'another' }).run());
    const changed = await browser.submit(form, { agreed: 'yes' }, { button: 'answer=approve' });
    assert.equal(changed.status, 409);
    assert.match(changed.text, /The page has changed since you opened it/);
    assert.equal(cases.submission(id).state, 'accepted');
  });

  it('goes on its way once it is approved, with a hash of what was agreed to', async () => {
    const { browser, id } = await offered();
    await browser.get(`${MY}/page`);
    const form = browser.form('/my/page');
    const done = await browser.submit(form, { agreed: 'yes' }, { button: 'answer=approve' });
    assert.match(done.text, /You approved the page\. It is on its way/);
    const page = latestPage(cases.db, id);
    const expected = world.service.web.keys.digest(`${page?.pageHash ?? ''}\n${page?.consentText ?? ''}`);
    assert.deepEqual([page?.answer, page?.consentHash], ['approved', expected]);
    const carried = latestPublication(cases.db, id);
    assert.deepEqual(carried && filesOf(cases.db, carried.id), page?.files);
    const again = await browser.submit(form, { agreed: 'yes' }, { button: 'answer=approve' });
    assert.equal(again.status, 409);
    assert.equal(
      world.service.db
        .select()
        .from(publications)
        .all()
        .filter(({ submissionId }) => submissionId === id).length,
      1,
    );
  });

  it('goes back to the curator with what should be different', async () => {
    const { browser, id } = await offered();
    await browser.get(`${MY}/page`);
    assert.equal((await browser.submit(1, { change: ' ' }, { button: 'answer=change' })).status, 422);
    await browser.submit(1, { change: 'Please leave out the second district.' }, { button: 'answer=change' });
    assert.equal(browser.page.path, MY);
    assert.equal(latestPage(cases.db, id)?.answerText, 'Please leave out the second district.');
    assert.equal(cases.submission(id).pageOfferedAt, null);
  });

  it('is made anew when the submitter wants to be named otherwise', async () => {
    const one = await offered();
    await one.browser.get(`${MY}/page`);
    await one.browser.submit('/my/attribution', { attribution: 'organisation', organisation: 'Sister Desk Network' });
    assert.equal(cases.submission(one.id).version, 2);
    offer(one);
    const shown = await one.browser.get(`${MY}/page`);
    assert.match(shown.text, /Sister Desk Network/);
  });

  it('waits for the day its submitter named, until they lift it', async () => {
    const { browser, id } = await offered('tz-police-gender-children-desks');
    await browser.get(`${MY}/page`);
    assert.match(browser.page.text, /1 January 2030/);
    await browser.submit('/my/page', { agreed: 'yes' }, { button: 'answer=approve' });
    assert.match(browser.page.text, /until 1 January 2030/);
    assert.equal(latestPublication(cases.db, id)?.notBefore, '2030-01-01');
    await browser.follow('Do not wait any longer');
    await browser.submit('/my/embargo');
    assert.match(browser.page.text, /It is on its way to the site/);
    assert.equal(latestPublication(cases.db, id)?.notBefore, null);
  });
});

describe('taking a text back', () => {
  it('lets reviewers go and closes the round; bringing it back starts with a curator', async () => {
    const one = await sent();
    reviewed(one);
    cases.do(({ tx }) =>
      tx.run(`update assignments set status = 'invited', submitted_at = null where submission_id = '${one.id}'`),
    );
    await one.browser.get(`${MY}/withdraw`);
    await one.browser.submit('/my/withdraw');
    const { db } = world.service;
    const left = db
      .select()
      .from(assignments)
      .all()
      .filter(({ submissionId }) => submissionId === one.id);
    assert.deepEqual(
      left.map(({ status }) => status),
      ['released', 'released'],
    );
    assert.ok(
      db
        .select()
        .from(rounds)
        .all()
        .find(({ submissionId }) => submissionId === one.id)?.closedAt,
    );
    await one.browser.follow('Bring it back');
    const resumed = await one.browser.submit('/my/resume');
    assert.match(resumed.text, /With us/);
  });

  it('deletes a draft for good', async () => {
    const browser = served.browser();
    await browser.get(`${DOOR}/practice/start`);
    await browser.submit('/practice/start', { language: 'en', kind: 'tool', contact_channel: 'receipt_code' });
    const rows = () => world.service.db.$client.prepare('select count(*) from submissions').pluck().get() as number;
    const count = rows();
    await browser.get(MY);
    await browser.follow('Delete the draft');
    const gone = await browser.submit('/my/discard');
    assert.equal(gone.path, DOOR);
    assert.equal(rows(), count - 1);
    assert.equal((await browser.get(MY)).path, `${DOOR}/receipt`);
  });
});

describe('an appeal', () => {
  const rejected = async (): Promise<Case> => {
    const one = await sent();
    reviewed(one);
    decide(one, {
      outcome: 'reject',
      evidence: undefined,
      letter: 'It is about something else, and another module would serve it better.',
    });
    release(one);
    return one;
  };

  it('is written once, in words, and read by somebody else', async () => {
    const { browser, id } = await rejected();
    await browser.get(MY);
    await browser.follow('Ask us to look again');
    assert.match(browser.page.text, /until 24 January 2027/);
    assert.equal((await browser.submit('/my/appeal', { text: '' })).status, 422);
    const form = browser.form('/my/appeal');
    const done = await browser.submit(form, { text: 'The second half is about the police.' });
    assert.match(done.text, /You asked us to look again/);
    assert.equal((await browser.submit(form, { text: 'Once more.' })).status, 422);
    const rows = world.service.db
      .select()
      .from(appeals)
      .all()
      .filter(({ submissionId }) => submissionId === id);
    assert.deepEqual(
      rows.map(({ text }) => text),
      ['The second half is about the police.'],
    );
  });

  it('is too late after the last day', async () => {
    const { browser } = await rejected();
    await browser.get(`${MY}/appeal`);
    const form = browser.form('/my/appeal');
    const receipt = /Your receipt ((?:[0-9A-Z]{4} ){5}[0-9A-Z]{4})/.exec((await browser.get(MY)).text)?.[1] ?? '';
    world.clock.pass({ days: 61 });
    await browser.get(`${DOOR}/receipt`);
    const status = await browser.submit('/receipt', { code: receipt });
    assert.ok(!status.links.some(({ href }) => href === `${MY}/appeal`));
    assert.equal((await browser.submit(form, { text: 'Too late.' })).status, 409);
  });
});
