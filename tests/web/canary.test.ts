import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { assignmentsOfSubmission } from '../../src/db/assignment-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { keepDefinition } from '../../src/db/definition-store.ts';
import { theVersion } from '../../src/db/version-store.ts';
import { pageBody } from '../../src/domain/publication/page-body.ts';
import { makePage } from '../../src/usecases/publication/make-page.ts';
import { pageInput } from '../domain/publication/page-definition.ts';
import { serve, type Served } from '../support/browser.ts';
import { canary, heard } from '../support/canaries.ts';
import { crawl, pressed } from '../support/crawl.ts';
import { PlayedCase } from '../support/played-case.ts';
import { rolledBackApp } from '../support/rolled-back.ts';
import { KeptMail, makeWorld, MODULE, type World } from '../support/world.ts';

/** Contact data: for nobody but the submitter, and a curator who says why. */
const sealed = [canary('mailbox'), canary('contactname')];
/** For the staff of the module alone. */
const forCurators = ['organisation', 'publicname', 'interest', 'suggested', 'excluded', 'mitigation', 'agreement'].map(
  canary,
);
/** Reviewers read it too; it is never published. */
const forReviewers = ['unwanted', 'complaints', 'ethics'].map(canary);
/** The negative control: it is published, so it must be found everywhere. */
const published = canary('summary');

const risk = (mitigation: string) => ({ level: 'low', mitigation });

/** The submitter's own address: the one place where a sealed word may stand is the envelope of their own letters. */
const own = `${canary('mailbox')}@example.org`;

const answers: Answers = {
  contact_channel: 'email',
  contact_email: own,
  contact_name: canary('contactname'),
  attribution: 'anonymous',
  attribution_reviewers: 'nothing',
  organisation: canary('organisation'),
  public_name: canary('publicname'),
  coi: canary('interest'),
  suggested_reviewers: [{ name: canary('suggested'), organisation: canary('suggested'), reason: canary('suggested') }],
  excluded_reviewers: [{ name: canary('excluded'), organisation: canary('excluded'), reason: canary('excluded') }],
  risk_people: Object.fromEntries(
    ['survivors', 'staff', 'contributor', 'partners', 'community'].map((row) => [row, risk(canary('mitigation'))]),
  ),
  data_source: 'aggregate',
  isp_agreed: { choice: 'public_source', text: canary('agreement') },
  unintended: `${canary('unwanted')} and nine more words that the form would like to have here.`,
  unintended_public: false,
  complaints_route: canary('complaints'),
  ethics_review: { choice: 'yes', text: canary('ethics') },
};

/** Their own pages; others may need what was undone after pressing. */
const isReviewers = (at: string): boolean => /^\/\w+\/(?:review|invitation)\//u.test(at);

describe('what a whole life tells whom', () => {
  const mailer = new KeptMail();
  let world: World;
  let served: Served;
  let pressing: Served;
  let life: PlayedCase;
  let reviewersBytes = '';
  let strangersBytes = '';

  /** Everything that both reviewers can open now, by the link and by the remembered browser, and press there. */
  async function listen(): Promise<void> {
    const { keys } = world.service.web;
    for (const reviewer of life.reviewers) {
      const own = assignmentsOfSubmission(world.service.db, life.played.id).find(
        ({ personId }) => personId === life.stage.person(reviewer),
      );
      if (own === undefined) throw new Error(`${reviewer} was not invited`);
      const link = keys.linkFor(own.id);
      const starts = ['en', 'ar'].flatMap((lang) => [`/${lang}/invitation/${link}`, `/${lang}/review/${own.id}`]);
      const cookie = `fieldstone-browser=demonstration-${reviewer}`;
      const { bytes, paths } = await crawl(served.browser({ cookie }), starts);
      reviewersBytes += bytes + (await pressed(pressing, cookie, paths.filter(isReviewers)));
    }
    strangersBytes += (await crawl(served.browser(), ['/', `/en/${MODULE}`, `/ar/${MODULE}`])).bytes;
  }

  before(async () => {
    world = await makeWorld({ mailer });
    served = await serve(world.app);
    pressing = await serve(rolledBackApp(world.service).app);
    const summary = `${published} ${'A desk in each station listens to women who come to report violence. '.repeat(5)}`;
    life = await PlayedCase.sent(world, 'in-mp-womens-help-desks', { ...answers, summary });
    const { stage, played, reviewers, curators } = life;
    await act.screen(stage, played, curators.first, 0);
    await act.invite(stage, played, curators.first, reviewers, 0);
    await listen();
    for (const reviewer of reviewers) await act.review(stage, played, reviewer, 3, 0);
    await listen();
    await act.decide(stage, played, curators, 'accept', 0);
    await listen();
    await life.agreed();
    await stage.work();
    await act.merge(stage, played, curators.first, 0);
    await listen();
    await stage.work();
  });
  after(async () => {
    await served.close();
    await pressing.close();
    world.close();
  });

  const everyObject = (): string =>
    execFileSync(
      'git',
      [`--git-dir=${world.repository}`, 'cat-file', '--batch-all-objects', '--batch', '--unordered'],
      {
        maxBuffer: 1 << 28,
      },
    ).toString('utf8');
  const mailBytes = ({ subject, text, html, messageId, to }: Mail, withAddress: boolean): string =>
    [subject, text, html, messageId, withAddress ? to : ''].join('\n');

  it('was lived to its end', () => {
    assert.equal(life.submission().state, 'published');
    assert.deepEqual(world.faults, []);
  });

  it('tells git nothing that is not for the public, in any object', () => {
    assert.deepEqual(heard(everyObject(), [...sealed, ...forCurators, ...forReviewers]), []);
  });

  it('writes nothing on a page that is not for the public, though a layout asks for every field', () => {
    const { definition, files } = carelessPage();
    const page = files.map(({ path: at, text }) => `${at}\n${text}`).join('\n');
    assert.deepEqual(heard(page, [...sealed, ...forCurators, ...forReviewers]), []);
    assert.deepEqual(heard(page, [published]), [published]);
    const { answers: all } = theVersion(world.service.db, life.played.id, 1);
    const unguarded = pageBody(pageInput({ definition, kind: 'promising_practice', answers: all }));
    const ofOneField = ['organisation', 'publicname', 'interest'].map(canary);
    assert.deepEqual(heard(unguarded, [...ofOneField, ...forReviewers]), [...ofOneField, ...forReviewers]);
  });

  /** The page as it would be if nothing had ever looked at the module's layouts: what the form says alone holds. */
  function carelessPage() {
    const { db, web } = world.service;
    const fields = world.module.form.fields.map(({ id }) => id);
    const layout = { sections: [{ heading: 'at_a_glance', fields }] };
    const pages = Object.fromEntries(Object.keys(world.module.pages).map((kind) => [kind, layout]));
    const definition = { ...world.module, commit: 'careless', pages };
    db.$client.exec('begin');
    keepDefinition(db as never, definition, web.clock.now().toISOString());
    db.$client.prepare('update versions set definition_commit = ?').run(definition.commit);
    const made = makePage({ tx: db, clock: web.clock }, life.submission());
    db.$client.exec('rollback');
    assert.ok(made);
    return { definition, files: made.files };
  }

  it('tells git nothing in names either', () => {
    const names = execFileSync('git', [`--git-dir=${world.repository}`, 'for-each-ref']).toString('utf8');
    const files = readdirSync(world.repository, { recursive: true }).map(String);
    assert.match(names, /refs\//u);
    assert.deepEqual(heard([names, ...files].join('\n'), [...sealed, ...forCurators, ...forReviewers]), []);
  });

  it('keeps contact data in one table, and no other table holds a word of it', () => {
    const database = new Database(path.join(world.folder, 'fieldstone.db'), { readonly: true });
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const holding = tables.filter((table) => {
      const rows = database.prepare(`select * from "${table}"`).all();
      return heard(JSON.stringify(rows), sealed).length > 0;
    });
    database.close();
    assert.ok(tables.length > 20);
    assert.deepEqual(holding, ['contacts']);
  });

  it('tells reviewers nothing about who wrote it, on any page, in any header', (t) => {
    t.diagnostic(`${String(reviewersBytes.length)} bytes to reviewers, ${String(everyObject().length)} in git`);
    assert.deepEqual(heard(reviewersBytes, [...sealed, ...forCurators]), []);
  });

  it('tells strangers nothing at all', () => {
    assert.deepEqual(heard(strangersBytes, [...sealed, ...forCurators, ...forReviewers, published]), []);
  });

  it('writes nothing of it into a letter', () => {
    const all = [...sealed, ...forCurators, ...forReviewers, published];
    const bytes = mailer.sent.map((mail) => mailBytes(mail, mail.to !== own)).join('\n');
    assert.deepEqual(heard(bytes, all), []);
    assert.ok(
      mailer.sent.some(({ to }) => to === own),
      'the submitter was written to',
    );
  });

  it('would hear it if it were told', () => {
    assert.deepEqual(heard(everyObject(), [published]), [published]);
    assert.deepEqual(heard(reviewersBytes, [published, ...forReviewers]), [published, ...forReviewers]);
    const [first = ''] = sealed;
    const inside = ['', 'a', 'ab'].map((start) => Buffer.from(`${start}${first}, and so on`).toString('base64'));
    for (const told of [first.toUpperCase(), first.normalize('NFD'), ...inside, Buffer.from(first).toString('hex')])
      assert.deepEqual(heard(`<p>${told}</p>`, [first]), [first]);
  });
});
