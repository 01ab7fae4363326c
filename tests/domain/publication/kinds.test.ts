import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PublicId } from '../../../src/domain/ids.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import { validateAnswers } from '../../../src/domain/module/validate-answers.ts';
import { answersFor } from '../../../src/domain/module/visible-answers.ts';
import { factsOfPage, layeredAnswers, licenceOfBoth } from '../../../src/domain/publication/changed-page.ts';
import { namedPractice } from '../../../src/domain/publication/named-practice.ts';
import { pageDifference } from '../../../src/domain/publication/page-difference.ts';
import type { PageInput } from '../../../src/domain/publication/page-input.ts';
import { writePage } from '../../../src/domain/publication/page.ts';
import { exampleModule, examplePractices } from '../../support/example-module.ts';
import { pageInput } from './page-definition.ts';

const definition = exampleModule();
const practices = new Map(examplePractices().map(({ id, answers }) => [id, answers]));
const answersOf = (id: string): Answers => practices.get(id) ?? {};
const rwanda = answersOf('rw-isange-one-stop-centres');

const textIn = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

const inputOf = (answers: Answers, more: Partial<PageInput> = {}): PageInput => ({
  ...pageInput(),
  definition,
  publicId: 'P-K7Q2M' as PublicId,
  kind: textIn(answers, 'kind'),
  language: textIn(answers, 'language'),
  answers: answersFor(definition, answers, 'public'),
  sections: [],
  ...more,
});

const source = [{ title: 'Yearly report', author: 'Police of the example', year: 2020, url: 'https://a.example/r' }];
const news = {
  what_changed: 'The centre that the page tells of was moved to the hospital of the district in 2025.',
  how_known: 'The ministry announced it, and two partners saw it.',
};
const named = { updates: 'P-K7Q2M', title: textIn(rwanda, 'title'), language: 'en' };
const example: Answers = { ...rwanda, kind: 'illustrative_example', evidence_links: source };
const study: Answers = { ...answersOf('lr-women-children-protection-section'), background: 'After the war.' };
const update: Answers = { ...named, ...news, kind: 'update', status_now: 'ended' };
const correction: Answers = { ...named, ...news, kind: 'correction', conditions: 'A magistrate on duty at night.' };

/** The page of the Rwandan practice after somebody's update or correction. */
const changed = (answers: Answers): PageInput => {
  const own = inputOf(answers);
  const before = [{ language: 'en', answers: answersFor(definition, rwanda, 'public') }];
  return {
    ...own,
    kind: 'promising_practice',
    answers: layeredAnswers(definition, before, own),
    change: { by: own.kind, behind: ['fr'] },
  };
};

const pages: Readonly<Record<string, PageInput>> = {
  'kind-illustrative-example': inputOf(example),
  'kind-case-study': inputOf(study),
  'kind-update-alone': inputOf(answersOf('ni-comisarias-actualizacion')),
  'kind-update': changed(update),
  'kind-correction': changed(correction),
};

describe('the page of each kind', () => {
  for (const [name, input] of Object.entries(pages)) {
    // Run with UPDATE_GOLDEN=1 to write them anew, and read what changed.
    it(`${name} is, to the byte, what was once read and found good`, () => {
      for (const { path, text } of writePage(input)) {
        const golden = join(import.meta.dirname, '../golden', name, basename(path));
        if (process.env['UPDATE_GOLDEN'] === '1') {
          mkdirSync(join(golden, '..'), { recursive: true });
          writeFileSync(golden, text);
        }
        assert.equal(text, readFileSync(golden, 'utf8'));
      }
    });
  }

  it('is made of answers that could be sent', () => {
    const rest = { ...rwanda, actions: null, problem: null, results: null, summary: null, countries: null };
    for (const answers of [example, study, { ...rest, ...update }, { ...rest, ...correction }]) {
      assert.deepEqual(validateAnswers(definition, answers, 'send', '2026-11-25T12:00:00.000Z'), []);
    }
  });
});

describe('a page that is changed', () => {
  it('shows what is new first, then all that stays', () => {
    const text = writePage(pages['kind-update'] ?? pageInput())[1]?.text ?? '';
    assert.ok(text.indexOf('## What is new') < text.indexOf('## At a glance'));
    assert.ok(text.includes(textIn(rwanda, 'problem').slice(0, 25)));
  });

  it('keeps the facts of the page it changes', () => {
    const facts = factsOfPage(writePage(pages['kind-update'] ?? pageInput()));
    assert.deepEqual([facts.kind, facts.addedOn, facts.status], ['promising_practice', '2026-03-10', 'current']);
    assert.throws(() => factsOfPage([]), /has no kind/u);
  });

  it('stands under the stricter of two licences', () => {
    assert.equal(licenceOfBoth('cc_by_4_0', 'cc0_1_0'), 'cc_by_4_0');
    assert.equal(licenceOfBoth('cc_by_4_0', 'cc_by_nc_sa_3_0_igo'), 'cc_by_nc_sa_3_0_igo');
    assert.equal(licenceOfBoth('of their own', 'cc0_1_0'), 'of their own');
  });

  it('takes words of another language from nobody, and codes and sources from everybody', () => {
    const shown = answersFor(definition, rwanda, 'public');
    const before = [{ language: 'en', answers: shown }];
    const kept = layeredAnswers(definition, before, { language: 'ar', answers: {} });
    assert.deepEqual([kept['countries'], kept['evidence_links']], [shown['countries'], shown['evidence_links']]);
    for (const id of ['problem', 'actions', 'results', 'title', 'outcomes']) assert.equal(id in kept, false, id);
  });

  it('never leaves the folder of the practice that it names', () => {
    const id = fc.stringMatching(/^P-[0-9A-HJKMNP-TV-Z]{5}$/u);
    fc.assert(
      fc.property(
        fc.oneof(
          id,
          id.map((text) => ` ${text.toLowerCase()} `),
          fc.string(),
        ),
        (typed) => {
          const practice = namedPractice({ kind: 'update', updates: typed });
          if (practice === undefined) return;
          assert.equal(practice, typed.trim().toUpperCase());
          for (const { path } of writePage({ ...changed(update), publicId: practice })) {
            assert.equal(path.startsWith(`modules/security-sector/practices/${practice}/`), true, path);
          }
        },
      ),
      { numRuns: 200 },
    );
    assert.equal(namedPractice({ kind: 'promising_practice', updates: 'P-K7Q2M' }), undefined);
    assert.equal(namedPractice({ kind: 'update', updates: '../P-K7Q2M' }), undefined);
  });

  it('is told line by line', () => {
    const before = [{ path: 'f/index.en.md', text: 'a\nb\nc\nd\ne\nf\n' }];
    const after = [{ path: 'f/index.en.md', text: 'a\nB\nc\nd\ne\nf\ng\n' }];
    assert.deepEqual(
      pageDifference(before, after).map(({ kind, text }) => `${kind} ${text}`),
      ['file index.en.md', 'same a', 'removed b', 'added B', 'same c', 'place …', 'same f', 'added g'],
    );
    assert.deepEqual(pageDifference(after, after), []);
  });
});
