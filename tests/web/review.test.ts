import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findAssignment } from '../../src/db/assignment-store.ts';
import { latestReview } from '../../src/db/review-store.ts';
import { closeRoundRow } from '../../src/db/round-store.ts';
import { assignments, history, jobs, reviewDrafts } from '../../src/db/schema/index.ts';
import { theVersion } from '../../src/db/version-store.ts';
import type { AssignmentId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { answersFor } from '../../src/domain/module/visible-answers.ts';
import { assignmentCode } from '../../src/usecases/assignment/assignment-code.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import type { Browser, Page } from '../support/browser.ts';
import { makeReviewWorld, type ReviewWorld } from '../support/review-world.ts';

/** What no byte that a reviewer gets may hold. */
const canaries = {
  email: 'canary.mail@hidden-house.example.org',
  name: 'Canarina Contacta',
  organisation: 'Canary Collective of Hiddenville',
  printed: 'Canarina Printed',
  interest: 'CANARY-INTEREST',
  suggested: 'Canary Suggested',
  excluded: 'Canary Excluded',
  mitigation: 'CANARY-MITIGATION',
};
const answers: Answers = {
  contact_channel: 'email',
  contact_email: canaries.email,
  contact_name: canaries.name,
  organisation: canaries.organisation,
  public_name: canaries.printed,
  attribution: 'person_and_organisation',
  attribution_reviewers: 'nothing',
  org_type: 'military',
  coi: canaries.interest,
  suggested_reviewers: [{ name: canaries.suggested, organisation: 'x', reason: 'y' }],
  excluded_reviewers: [{ name: canaries.excluded, organisation: 'x', reason: 'y' }],
  risk_people: { survivors: { level: 'low', mitigation: canaries.mitigation } },
  summary: 'VISIBLE-SUMMARY of what was done in the stations of the state.',
};

const PARTS = ['gates', 'criteria-1', 'criteria-2', 'criteria-3', 'evidence', 'remarks', 'advice'] as const;

describe("a reviewer's pages", () => {
  let desk: ReviewWorld;
  before(async () => {
    desk = await makeReviewWorld(answers);
  });
  after(async () => {
    assert.deepEqual(desk.world.faults, []);
    await desk.close();
  });

  const db = () => desk.world.service.db;
  const facts = () =>
    JSON.stringify([
      db().select().from(assignments).all(),
      db().select().from(history).all(),
      db().select().from(jobs).all().length,
    ]);
  const review = (id: AssignmentId, part = '', lang = 'en') => `/${lang}/review/${id}${part === '' ? '' : `/${part}`}`;

  /** Fills in page after page where "Save and go on" leads, until there is only the sending left. */
  async function writeAll(browser: Browser, id: AssignmentId): Promise<Page> {
    await browser.get(review(id, 'criteria-1'));
    for (let pages = 0; pages < 12 && !browser.page.forms.some(({ action }) => action.endsWith('/submit')); pages += 1)
      await browser.submit('', verdicts(browser.page, id));
    return browser.page;
  }

  function verdicts(page: Page, id: AssignmentId): Record<string, string> {
    const chosen = { evidence: 'E2', recommendation: 'accept', confidence: '3', strengths: `Strong, says ${id}.` };
    const asked = page.forms.flatMap(({ controls }) => controls).map(({ name }) => name);
    const value = (name: string): string | undefined => {
      if (name.startsWith('gate.')) return 'pass';
      return name.startsWith('score.') ? '3' : (chosen as Record<string, string>)[name];
    };
    return Object.fromEntries(
      asked.flatMap((name) => {
        const said = value(name);
        return said === undefined ? [] : [[name, said]];
      }),
    );
  }

  describe('the link of the letter', () => {
    it('shows what is asked and changes nothing, whoever opens it', async () => {
      const seen = facts();
      const browser = desk.served.browser();
      const page = await browser.get(desk.link(desk.rosa));
      assert.equal(page.status, 200);
      assert.match(page.text, /VISIBLE-SUMMARY/);
      assert.match(page.text, /about 1 hour/);
      const head = await fetch(`${desk.served.url}${desk.link(desk.rosa)}`, { method: 'HEAD' });
      assert.equal(head.status, 200);
      assert.equal(facts(), seen);
    });
    it('is answered in Arabic too, with the practice in its own language', async () => {
      const page = await desk.served.browser().get(desk.link(desk.rosa, 'ar'));
      assert.match(page.html, /<html lang="ar" dir="rtl">/);
      assert.match(page.html, /<h1><bdi lang="en">/);
    });
    it('that nobody made opens nothing', async () => {
      const page = await desk.served.browser().get('/en/invitation/bm8tc3VjaC1saW5r');
      assert.equal(page.status, 410);
    });
    it('asks for the statement, and shows again what was typed', async () => {
      const browser = desk.served.browser();
      await browser.get(desk.link(desk.rosa));
      const page = await browser.submit('/accept');
      assert.equal(page.status, 422);
      assert.equal(findAssignment(db(), desk.rosa)?.status, 'invited');
      const again = await browser.submit('/decline', { reason: 'I travel until spring.', after: 'spring' });
      assert.equal(again.status, 422);
      assert.match(again.html, /I travel until spring\./);
      assert.equal((await browser.submit('/recuse', { conflict: ' ' })).status, 422);
      assert.equal(findAssignment(db(), desk.rosa)?.status, 'invited');
    });
    it('takes no other method than its pages have', async () => {
      const browser = desk.served.browser();
      await browser.get(desk.link(desk.rosa));
      assert.equal((await browser.post(desk.link(desk.rosa), browser.form(0).controls.map(pair))).status, 405);
    });
    it('leads to the first criterion in one press', async () => {
      const browser = await desk.accepted(desk.rosa);
      assert.equal(browser.page.status, 200);
      assert.match(browser.page.path, /\/criteria-1/);
      const [first] = desk.world.module.rubric.criteria;
      assert.ok(
        browser.page.forms.some(({ controls }) => controls.some(({ name }) => name === `score.${first?.id ?? ''}`)),
      );
      assert.equal((await browser.get(desk.link(desk.rosa))).path, review(desk.rosa));
    });
  });

  describe('a review', () => {
    it('is nobody else’s: another id is answered like one that never was', async () => {
      const browser = desk.served.browser();
      const text = async (id: string) => {
        const page = await browser.get(`/en/review/${id}/gates`);
        return [page.status, page.text];
      };
      assert.deepEqual(await text(desk.rosa), await text('never-was-00000'));
      const samir = await desk.accepted(desk.samir);
      assert.equal((await samir.get(review(desk.rosa))).status, 404);
      const page = await samir.get(review(desk.samir, 'evidence'));
      const stolen = await samir.post(review(desk.rosa, 'evidence'), page.forms[0]?.controls.map(pair) ?? []);
      assert.equal(stolen.status, 404);
    });
    it('opens in a further browser with the mailed code only', async () => {
      const browser = desk.served.browser();
      const asked = await browser.get(desk.link(desk.rosa));
      assert.match(asked.path, /\/code$/);
      assert.match(asked.text, /r•••@rosa\.example\.org/);
      assert.equal((await browser.get(review(desk.rosa))).status, 404);
      await browser.get(desk.link(desk.rosa));
      await browser.submit('/code', {}, { button: 'ask=yes' });
      assert.equal((await browser.submit('/code', { code: 'AAAA-AAAA' })).status, 422);
      const codes = db()
        .select()
        .from(jobs)
        .all()
        .filter(({ dedupeKey }) => dedupeKey.startsWith('assignment_code:'));
      const hash = codes.at(-1)?.dedupeKey.replace('assignment_code:', '') ?? '';
      const open = await browser.submit('/code', { code: assignmentCode(desk.world.service.web.keys, hash) });
      assert.deepEqual([open.status, open.path], [200, review(desk.rosa)]);
    });
    it('keeps both texts when two windows save the same page', async () => {
      const browser = await opened(desk.samir);
      await browser.get(review(desk.samir, 'remarks'));
      const older = browser.form('/remarks');
      await browser.submit('/remarks', { strengths: 'Saved in the first window.' });
      const page = await browser.submit(older, { strengths: 'Typed in the second window.' });
      assert.equal(page.status, 409);
      assert.match(page.text, /Saved in the first window\./);
      assert.match(page.html, /Typed in the second window\./);
      const put = await browser.submit('/remarks', { strengths: 'Both together.' });
      assert.equal(put.status, 200);
    });
    it('wants an answer beside a reason, and keeps the reason', async () => {
      const browser = await opened(desk.samir);
      await browser.get(review(desk.samir, 'gates'));
      const page = await browser.submit('/gates', { 'gate_note.scope': 'It is about another field.' });
      assert.equal(page.status, 422);
      assert.match(page.html, /It is about another field\./);
    });
    it('has room for one more request without losing the first', async () => {
      const browser = await opened(desk.samir);
      await browser.get(review(desk.samir, 'remarks'));
      const page = await browser.submit('/remarks', { 'requests.0.text': 'Say when.' }, { button: 'add=requests' });
      assert.equal(page.status, 200);
      assert.match(page.html, /requests\.1\.text/);
      assert.match(page.html, /Say when\./);
    });
    it('warns when the remarks may name somebody, and saves them', async () => {
      const browser = await opened(desk.samir);
      await browser.get(review(desk.samir, 'remarks'));
      const page = await browser.submit('/remarks', { strengths: 'Write to m.lopez@example.org for more.' });
      assert.equal(page.status, 200);
      assert.match(page.text, /m\.lopez@example\.org/);
      await browser.get(review(desk.samir, 'remarks'));
      await browser.submit('/remarks', { strengths: 'Clear.' });
    });
    it('says what is missing, with the way to it, before it can be sent', async () => {
      const browser = await opened(desk.samir);
      await browser.get(review(desk.samir));
      const page = await browser.submit('/submit');
      assert.equal(page.status, 422);
      assert.ok(page.links.some(({ href }) => href.endsWith('/evidence#evidence')));
    });
    it('is sent, changed and sent again', async () => {
      const browser = await opened(desk.samir);
      await writeAll(browser, desk.samir);
      const sent = await browser.submit('/submit');
      assert.equal(sent.status, 200);
      assert.equal(findAssignment(db(), desk.samir)?.status, 'submitted');
      assert.match(sent.text, /Sent\. Thank you/);
      await browser.get(review(desk.samir, 'evidence'));
      await browser.submit('/evidence', { evidence: 'E3' });
      await browser.get(review(desk.samir));
      await browser.submit('/submit');
      const newest = latestReview(db(), desk.samir);
      assert.deepEqual([newest?.number, newest?.answers.evidenceLevel, newest?.total], [2, 'E3', 7500]);
    });
    it('weighs little', async () => {
      const browser = await opened(desk.samir);
      for (const part of ['', ...PARTS, 'recuse']) {
        const page = await browser.get(review(desk.samir, part));
        const weight = gzipSync(page.html).length;
        assert.ok(weight <= 10_240, `${part} weighs ${String(weight)} bytes`);
      }
    });
  });

  describe('blinding', () => {
    it('shows no byte of who wrote it, who else reviews it, or what they wrote', async () => {
      const browser = await opened(desk.rosa);
      const hidden = [
        ...Object.values(canaries),
        'Military',
        'samir',
        'tala',
        'curator@',
        desk.submissionId,
        `says ${desk.samir}`,
        desk.samir,
      ];
      const bytes: string[] = [];
      for (const lang of ['en', 'ar']) {
        bytes.push(await raw(desk.served.browser(), desk.link(desk.rosa, lang)));
        for (const part of ['', ...PARTS, 'recuse', 'text'])
          bytes.push(await raw(browser, review(desk.rosa, part, lang)));
      }
      const all = bytes.join('\n');
      assert.deepEqual(
        hidden.filter((canary) => all.includes(canary)),
        [],
      );
      assert.ok(all.includes('VISIBLE-SUMMARY'), 'the pages were really read');
    });
    it('would be seen to fail: what a curator may read holds the canaries', () => {
      const { module } = desk.world;
      const version = theVersion(db(), desk.submissionId, 1);
      const open = JSON.stringify(answersFor(module, version.answers, 'curators'));
      const blind = JSON.stringify(answersFor(module, version.answers, 'reviewers'));
      const found = (text: string) => Object.values(canaries).filter((canary) => text.includes(canary));
      assert.deepEqual(found(blind), []);
      assert.deepEqual(found(open), [
        canaries.organisation,
        canaries.printed,
        canaries.interest,
        canaries.suggested,
        canaries.excluded,
        canaries.mitigation,
      ]);
    });
  });

  describe('when it is over or paused', () => {
    const text = 'What I had written about the stations.';
    it('is paused under hold, in neutral words, and keeps what is saved meanwhile', async () => {
      const browser = await opened(desk.rosa);
      await browser.get(review(desk.rosa, 'remarks'));
      const form = browser.form('/remarks');
      const reason = 'SECRET-REASON';
      await desk.world.service.write((unit) =>
        raiseHold(unit, desk.people.safety, { submissionId: desk.submissionId, reason }),
      );
      const page = await browser.submit(form, { strengths: text });
      assert.equal(page.status, 404);
      assert.match(page.text, /not open at the moment/);
      assert.doesNotMatch(page.text, /SECRET-REASON|hold|VISIBLE-SUMMARY/i);
      assert.equal((await desk.served.browser().get(desk.link(desk.rosa))).status, 404);
      await desk.world.service.write((unit) =>
        liftHold(unit, desk.people.safety, { submissionId: desk.submissionId, reason: 'Nothing was found.' }),
      );
      assert.match((await browser.get(review(desk.rosa, 'remarks'))).html, new RegExp(text));
    });
    it('gives the text back when the round was closed', async () => {
      const browser = await opened(desk.rosa);
      await browser.get(review(desk.rosa, 'remarks'));
      await desk.world.service.write(({ tx, clock }) => closeRoundRow(tx, desk.roundId, clock.now().toISOString()));
      const late = await browser.submit('/remarks', { strengths: 'Typed after the round was closed.' });
      assert.equal(late.status, 409);
      assert.match(late.text, /Typed after the round was closed\./);
      const file = await browser.get(late.links.find(({ href }) => href.endsWith('/text'))?.href ?? '');
      assert.match(file.headers.get('content-disposition') ?? '', /attachment/);
      assert.match(file.html, new RegExp(text));
      const stranger = await desk.served.browser().get(desk.link(desk.rosa));
      assert.equal(stranger.status, 410);
      assert.doesNotMatch(stranger.html, /VISIBLE-SUMMARY|\/text"/);
      assert.equal((await desk.served.browser().get(review(desk.rosa, 'text'))).status, 404);
    });
  });

  it('ends with the time to answer', async () => {
    const late = await makeReviewWorld();
    try {
      late.world.clock.pass({ days: 8 });
      const browser = late.served.browser();
      const page = await browser.get(late.link(late.rosa));
      assert.equal(page.status, 410);
      assert.equal(page.forms.length, 0);
      assert.equal(late.world.service.db.select().from(reviewDrafts).all().length, 0);
    } finally {
      await late.close();
    }
  });

  it('lets somebody decline and step back, and thanks them', async () => {
    const other = await makeReviewWorld();
    try {
      const browser = other.served.browser();
      await browser.get(other.link(other.rosa));
      const typed = { reason: 'No time.', after: '2027-03-01', suggestion: 'Amal of the House' };
      const page = await browser.submit('/decline', typed);
      assert.deepEqual([page.status, page.way[0]?.status], [410, 303]);
      assert.match(page.text, /Thank you for telling us/);
      const row = findAssignment(other.world.service.db, other.rosa);
      assert.equal(row?.reason, 'No time.\nAsk again after 2027-03-01.\nSuggests: Amal of the House');
      const samir = await other.accepted(other.samir);
      await samir.get(`/en/review/${other.samir}/recuse`);
      const left = await samir.submit('/recuse', { conflict: 'I know the team.' });
      assert.equal(left.status, 410);
      assert.equal(findAssignment(other.world.service.db, other.samir)?.status, 'recused');
    } finally {
      await other.close();
    }
  });

  /** One remembered browser for each assignment. */
  const remembered = new Map<AssignmentId, Browser>();
  async function opened(id: AssignmentId): Promise<Browser> {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const browser = desk.served.browser();
    await browser.get(desk.link(id));
    await browser.submit('/code', {}, { button: 'ask=yes' });
    const codes = db()
      .select()
      .from(jobs)
      .all()
      .filter(({ dedupeKey }) => dedupeKey.startsWith('assignment_code:'));
    const hash = codes.at(-1)?.dedupeKey.replace('assignment_code:', '') ?? '';
    await browser.submit('/code', { code: assignmentCode(desk.world.service.web.keys, hash) });
    remembered.set(id, browser);
    return browser;
  }
});

const pair = ({ name, value }: { name: string; value: string }): [string, string] => [name, value];

/** Headers and body of an answer. */
async function raw(browser: Browser, path: string): Promise<string> {
  const page = await browser.get(path);
  return `${[...page.headers].join('\n')}\n${page.way.map((step) => step.path).join('\n')}\n${page.html}`;
}
