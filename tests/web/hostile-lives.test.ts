import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { assignmentsOfSubmission } from '../../src/db/assignment-store.ts';
import { databaseFaults } from '../../src/db/check-database.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { cleanLine } from '../../src/domain/publication/clean-text.ts';
import { paths } from '../../src/paths.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { splitPage } from '../../src/web/markdown.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { hostileAnswers, hostileTexts } from '../support/fuzz/hostile-answers.ts';
import { seedOf, times } from '../support/long-run.ts';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const practices = [
  'in-mp-womens-help-desks',
  'jo-family-protection-department',
  'rw-isange-one-stop-centres',
  'tz-police-gender-children-desks',
];
const seed = seedOf(20261125);

describe('cases whose every text is hostile', () => {
  let world: World;
  let served: Served;
  const counts = { lives: 0, published: 0, stopped: 0, pages: 0 };

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
  });
  after(async () => {
    await served.close();
    world.close();
  });

  const draw = hostileTexts(seed);

  /** Everybody's words are hostile, those of the script too. */
  async function live(first: PlayedCase, index: number): Promise<PlayedCase> {
    const { embargo: _later, ...answers } = practiceAnswers(practices[index % practices.length] ?? '');
    const { script } = first.stage;
    const long = (): string => `${draw()} and as many more words as anybody could want to read here at one time`;
    const letters = { accept: { en: long() }, revise: { en: long() }, reject: { en: long() } };
    Object.assign(script, { comment: long(), strengths: long(), departure: long(), holdLifted: long(), letters });
    const life = await first.another(`hostile-${String(index)}`, hostileAnswers(world.module, answers, draw));
    return life.accepted();
  }

  async function readEverywhere(life: PlayedCase, curator: Browser): Promise<void> {
    const { publicId } = life.submission();
    const starts = [paths.case('en', MODULE, publicId)];
    await readFrom(curator, starts, (path) => path.includes(publicId));
    const submitter = served.browser();
    await submitter.get(paths.receipt('en', MODULE));
    const { path } = await submitter.submit('/receipt', { code: life.played.receipt });
    await readFrom(submitter, [path], (one) => one.includes('/my') || one.includes('/practice/'));
    for (const { id, personId } of assignmentsOfSubmission(world.service.db, life.played.id)) {
      const key = life.reviewers.find((one) => life.stage.person(one) === personId) ?? '';
      const reviewer = served.browser({ cookie: `fieldstone-browser=demonstration-${key}` });
      await readFrom(reviewer, [paths.review('en', id)], (one) => one.includes(id));
    }
  }

  async function readFrom(browser: Browser, starts: readonly string[], within: (path: string) => boolean) {
    const queue = [...starts];
    const seen = new Set(queue);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const page = await browser.get(path);
      counts.pages += 1;
      assert.ok(page.status < 500, `${path} answers ${String(page.status)}`);
      for (const { href } of page.links) {
        const next = href.replace(/#.*$/u, '');
        if (!next.startsWith('/en/') || !within(next) || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }

  const git = (...args: string[]): string =>
    execFileSync('git', [`--git-dir=${world.repository}`, ...args]).toString('utf8');

  function readBack(life: PlayedCase): void {
    const { publicId } = life.submission();
    const folder = `modules/${MODULE}/practices/${publicId}`;
    const files = git('ls-tree', '-r', '--name-only', 'HEAD', folder).trim().split('\n');
    const page = files.find((file) => /index\.[a-z]{2}\.md$/u.test(file));
    assert.ok(page !== undefined, `${publicId} has no page`);
    for (const version of ['1.1', '1.2'] as const) {
      const front = parse(splitPage(git('show', `HEAD:${page}`)).frontMatter, { version }) as { title: string };
      assert.equal(front.title, cleanLine(life.typed('title')));
      assert.equal((parse(git('show', `HEAD:${folder}/meta.yml`), { version }) as { id: string }).id, publicId);
    }
  }

  it(
    'come to their end, are read by everybody, and stand in the repository as written',
    { timeout: 3_600_000 },
    async (t) => {
      const first = await PlayedCase.sent(world);
      const curator = served.browser();
      const personId = first.curators.first.personId;
      const link = paths.signInLink(
        'en',
        await world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 })),
      );
      await curator.get(link);
      await curator.submit(link);
      for (let index = 0; index < times(8, 200); index += 1) {
        const life = await live(first, index);
        counts.lives += 1;
        try {
          await life.agreed();
          await world.service.worker.lookNow();
          await act.merge(life.stage, life.played, life.curators.first, 0);
          assert.equal(life.submission().state, 'published');
          readBack(life);
          counts.published += 1;
        } catch (error) {
          // What looks like a way to reach somebody goes nowhere; the curator is told, and the page can be mended.
          if (!(error instanceof Error) || !error.message.includes('page_leaks')) throw error;
          counts.stopped += 1;
        }
        await readEverywhere(life, curator);
      }
      const chain = verifyHistory(world.service.db);
      t.diagnostic(
        `hostile lives: seed=${String(seed)} lives=${String(counts.lives)} published=${String(counts.published)} ` +
          `stopped=${String(counts.stopped)} pages=${String(counts.pages)} faults=${String(world.faults.length)}`,
      );
      assert.deepEqual(world.faults, []);
      assert.deepEqual([chain.brokenAt, databaseFaults(world.service.db)], [undefined, []]);
      assert.ok(counts.published > 0);
    },
  );
});
