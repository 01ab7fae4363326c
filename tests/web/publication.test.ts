import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { latestPage, latestPublication } from '../../src/db/publication-store.ts';
import { notesOf } from '../../src/db/queries/case-history.ts';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import type { SubmissionId } from '../../src/domain/ids.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
import { recordDecision } from '../../src/usecases/decision/record-decision.ts';
import { releaseDecision } from '../../src/usecases/decision/release-decision.ts';
import { approvePage } from '../../src/usecases/submission/approve-page.ts';
import { askPageChange } from '../../src/usecases/submission/ask-page-change.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { CaseWorld } from '../support/case-builder.ts';
import { signIn } from '../support/desk.ts';
import { review, scores } from '../support/domain-examples.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('the pages of a page, its publication and its safety stops', () => {
  let world: World;
  let served: Served;
  let cases: CaseWorld;
  let people: Record<'curator' | 'safety' | 'first' | 'other', Staff>;
  let browser: Browser;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    cases = new CaseWorld(world);
    people = {
      curator: cases.person('curator', 'curator'),
      safety: cases.person('safety', 'safety'),
      first: cases.person('Asha Reviewing', 'reviewer'),
      other: cases.person('Bela Reviewing', 'reviewer'),
    };
    browser = served.browser();
    await signIn(world, browser, people.curator.personId);
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  const address = (id: SubmissionId, part: string): string =>
    `/en/${MODULE}/desk/cases/${cases.submission(id).publicId}/${part}`;

  /** Accepted; `told`: its letter has left too. */
  function accepted(answers = {}, told = true): SubmissionId {
    const id = cases.sent('in-mp-womens-help-desks', answers);
    const given = review({ scores: scores(3), evidenceLevel: 'E3' });
    cases.reviewed(id, people.curator, [
      { by: people.first, review: given },
      { by: people.other, review: given },
    ]);
    cases.do((unit) =>
      recordDecision(unit, people.curator, {
        submissionId: id,
        revision: cases.submission(id).revision,
        outcome: 'accept',
        category: 'merit',
        letter: 'We are glad to accept it.',
        letterLanguage: 'en',
        evidence: 'E3',
        departureReason: '',
        overrideReason: '',
        requests: [],
      }),
    );
    const decisionId = rulingDecision(cases.db, id)?.id;
    if (told && decisionId !== undefined) cases.do((unit) => releaseDecision(unit, { decisionId }));
    return id;
  }

  const pageOf = (id: SubmissionId) => {
    const page = latestPage(cases.db, id);
    assert.ok(page);
    return { submissionId: id, number: page.number, pageHash: page.pageHash };
  };
  const submitter = (submissionId: SubmissionId) => ({ kind: 'submitter', submissionId }) as const;
  async function offered(): Promise<SubmissionId> {
    const id = accepted();
    await browser.get(address(id, 'page'));
    await browser.submit('/page');
    return id;
  }
  async function open(): Promise<SubmissionId> {
    const id = await offered();
    cases.do((unit) => approvePage(unit, submitter(id), { ...pageOf(id), agreed: true }));
    await world.service.worker.lookNow();
    return id;
  }

  it('waits with the page until the letter has left', async () => {
    const id = accepted({}, false);
    const page = await browser.get(address(id, 'page'));
    assert.equal(page.status, 200);
    assert.match(page.html, /The submitter does not know yet/);
    assert.ok(!page.forms.some(({ action }) => action.endsWith('/page')));
  });

  it('shows the page as it will look and offers exactly that', async () => {
    const id = accepted();
    const page = await browser.get(address(id, 'page'));
    assert.match(page.html, /<h2>What was done<\/h2>/);
    const done = await browser.submit('/page');
    assert.equal(done.path, `${address(id, 'page')}?done=page_offered`);
    assert.match(done.html, /silence never means yes/);
    assert.notEqual(cases.submission(id).pageOfferedAt, null);
  });

  it('refuses to offer on an old page', async () => {
    const id = accepted();
    await browser.get(address(id, 'page'));
    const late = await browser.submit('/page', {}, {});
    assert.equal(late.status, 200);
    const again = await browser.post(address(id, 'page'), [['revision', '1'], ...csrf()]);
    assert.equal(again.status, 409);
  });
  const csrf = (): [string, string][] => {
    const token = browser.page.forms.flatMap(({ controls }) => controls).find(({ name }) => name === 'csrf')?.value;
    return [['csrf', token ?? '']];
  };

  it('marks what leaks, says what to do, and offers nothing', async () => {
    const id = accepted({
      lessons: 'Women come back when they are heard. Write to desk@women-first.example for more.',
    });
    const page = await browser.get(address(id, 'page'));
    assert.match(page.html, /<mark>desk@women-first\.example<\/mark>/);
    assert.ok(page.links.some(({ href }) => href.endsWith('/decision?outcome=revise')));
    assert.ok(!page.forms.some(({ action }) => action.endsWith('/page')));
  });

  it('shows what the submitter wants otherwise, and lets the page be offered again', async () => {
    const id = await offered();
    cases.do((unit) => askPageChange(unit, submitter(id), { ...pageOf(id), text: 'Please take out the last line.' }));
    const page = await browser.get(address(id, 'page'));
    assert.match(page.html, /Please take out the last line\./);
    await browser.submit('/page');
    assert.equal(latestPage(cases.db, id)?.number, 2);
  });

  it('shows the change with its diff, merges it, and is online', async () => {
    const id = await open();
    const page = await browser.get(address(id, 'publication'));
    assert.match(page.html, /Ready to be merged/);
    assert.match(page.html, /What changes in the repository/);
    assert.match(page.html, /class="added"/);
    const done = await browser.submit('/publication/merge');
    assert.equal(done.path, `${address(id, 'publication')}?done=merge_asked`);
    assert.match(done.html, /Part of the module/);
    assert.equal(cases.submission(id).state, 'published');
    const log = execFileSync('git', [`--git-dir=${world.repository}`, 'log', '--format=%s', 'HEAD'], {
      encoding: 'utf8',
    });
    assert.match(log, new RegExp(cases.submission(id).publicId));
  });

  it('does not merge another text than the one that was shown', async () => {
    const id = await open();
    await browser.get(address(id, 'publication'));
    const late = await browser.submit('/publication/merge', { head: '0'.repeat(40) });
    assert.equal(late.status, 409);
    assert.equal(cases.submission(id).state, 'publishing');
  });

  it('closes a change only with a reason, and the case comes back', async () => {
    const id = await open();
    await browser.get(address(id, 'publication'));
    const short = await browser.submit('/publication/close', { reason: '  ' });
    assert.equal(short.status, 422);
    assert.match(short.html, /href="#reason"/);
    const done = await browser.submit('/publication/close', { reason: 'The title is to be shorter.' });
    assert.equal(done.status, 200);
    assert.equal(cases.submission(id).state, 'accepted');
    const page = await browser.get(address(id, 'page'));
    assert.match(page.html, /The title is to be shorter\./);
    assert.match(page.html, /The change was closed without being merged/);
  });

  it('sees at once what somebody did on the forge, when asked to look', async () => {
    const id = await open();
    const { branch } = latestPublication(cases.db, id) ?? { branch: '' };
    await world.service.worker.lookNow();
    await world.service.web.forgeOf(MODULE).close(branch, AbortSignal.timeout(60_000));
    await world.service.worker.lookNow();
    assert.equal(cases.submission(id).state, 'publishing');
    await browser.get(address(id, 'publication'));
    const looked = await browser.submit('/publication/look');
    assert.equal(looked.status, 200);
    assert.equal(cases.submission(id).state, 'accepted');
  });

  it('merges nothing under a hold', async () => {
    const id = await open();
    await browser.get(address(id, 'hold'));
    await browser.submit('/hold', { reason: 'A name was seen.' });
    const page = await browser.get(address(id, 'publication'));
    assert.match(page.html, /nothing is merged from here/);
    const forced = await browser.post(address(id, 'publication/merge'), [
      ['head', latestPublication(cases.db, id)?.head ?? ''],
      ...csrf(),
    ]);
    assert.equal(forced.status, 409);
  });

  it('takes a published page down, with a reason that is kept', async () => {
    const id = await open();
    await browser.get(address(id, 'publication'));
    await browser.submit('/publication/merge');
    await browser.follow('/take-down');
    const short = await browser.submit('/take-down', { reason: '' });
    assert.equal(short.status, 422);
    await browser.submit('/take-down', { reason: 'The contributor is in danger.' });
    assert.equal(notesOf(cases.db, id)[0]?.text, 'The contributor is in danger.');
    assert.match(browser.page.html, /Merge the removal/);
    await browser.submit('/publication/merge');
    assert.equal(cases.submission(id).state, 'removed');
  });

  it('raises a hold with a reason, which only the safety person lifts', async () => {
    const id = accepted();
    await browser.get(address(id, 'hold'));
    const short = await browser.submit('/hold', { reason: ' ' });
    assert.equal(short.status, 422);
    const held = await browser.submit('/hold', { reason: 'A village can be recognised.' });
    assert.match(held.html, /Only the safety person of this module can lift it/);
    assert.equal(cases.submission(id).held, true);
    const forced = await browser.post(address(id, 'hold'), [['act', 'lift'], ['reason', 'All well.'], ...csrf()]);
    assert.equal(forced.status, 403);
    const safety = served.browser();
    await signIn(world, safety, people.safety.personId);
    const page = await safety.get(address(id, 'hold'));
    assert.match(page.html, /A village can be recognised\./);
    await safety.submit('/hold', { reason: 'The village is not named any more.' });
    assert.equal(cases.submission(id).held, false);
  });

  it('still shows what is known when the repository is gone', async () => {
    const id = await open();
    rmSync(world.repository, { recursive: true });
    const page = await browser.get(address(id, 'publication'));
    assert.equal(page.status, 200);
    assert.match(page.html, /The content repository cannot be reached/);
    assert.match(page.html, /practice\/P-/);
  });
});
