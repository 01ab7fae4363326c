import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Answers } from '../../../src/domain/module/form.ts';
import { cleanLine } from '../../../src/domain/publication/clean-text.ts';
import { practiceFolder, writePage } from '../../../src/domain/publication/page.ts';
import { yamlText } from '../../../src/domain/publication/yaml-text.ts';
import { splitPage } from '../../../src/web/markdown.ts';
import { hostileText } from './hostile-text.ts';
import { definition, pageInput } from './page-definition.ts';

type Meta = Readonly<Record<string, unknown>>;
const filesOf = (input: Parameters<typeof writePage>[0]) => {
  const [meta, page] = writePage(input);
  assert.ok(meta && page);
  return { meta: parse(meta.text, { version: '1.1' }) as Meta, page: page.text, paths: [meta.path, page.path] };
};

describe('the page of a practice', () => {
  it('stands in the folder of the practice, in its language', () => {
    const { paths } = filesOf(pageInput({ language: 'ar' }));
    const folder = practiceFolder('example', 'P-K7Q2M');
    assert.deepEqual(paths, [`${folder}/meta.yml`, `${folder}/index.ar.md`]);
  });

  it('lays out every kind of answer under its heading', () => {
    const answers = {
      title: 'Desks',
      summary: 'One.\n\nTwo.',
      countries: ['NO', 'm49_202'],
      language: 'fr',
      status_now: 'running',
      period: { from: '1998-05', to: null },
      tested: true,
      risk: { staff: { level: 'high' } },
      unknown: 'not a field',
      actions: '1. First\n2. Second',
      mechanism: 'Trust.',
      outcomes: [{ outcome: 'a | b', number: '12345' }],
      evidence_links: [
        { title: 'Report', author: 'Somebody', year: 2012, url: 'https://a.example/r', annotation: 'Long.' },
        { title: 'Only a title', year: null, url: null },
      ],
    };
    assert.equal(
      splitPage(filesOf(pageInput({ answers })).page).body,
      [
        '## At a glance',
        'One.\n\nTwo.',
        '- **Countries:** Norway, Sub-Saharan Africa\n- **Language:** French\n- **Still running:** Running\n- **Time:** from: 1998-05\n- **Tested?** Yes',
        '## What was done',
        '1. First\n2. Second',
        '### Why did it work?',
        'Trust.',
        '## What changed',
        '### Outcomes',
        '| Outcome | Number |\n| --- | --- |\n| a \\| b | 12,345 |',
        '### Sources',
        '- **Report** (Somebody, 2012). <https://a.example/r>\n\n  Long.\n- **Only a title**\n',
      ].join('\n\n'),
    );
  });

  it('shows nothing for an answer of another shape than its field has', () => {
    const wrong = { deep: { deeper: 1 } };
    const ids = definition.form.fields.map(({ id }) => id);
    for (const value of [wrong, [wrong], ['x', 3], 7, null]) {
      const answers = Object.fromEntries(ids.map((id) => [id, value])) as unknown as Answers;
      assert.doesNotMatch(filesOf(pageInput({ answers })).page, /object Object|deeper|undefined/u);
    }
    const answers = {
      outcomes: [{ outcome: 'Few', number: '<5' }],
      tested: false,
      countries: ['m49_999', 'not a code'],
    };
    assert.match(filesOf(pageInput({ answers })).page, /\| Few \| &lt;5 \|/u);
  });

  it('leaves out headings without answers', () => {
    assert.equal(splitPage(filesOf(pageInput({ answers: { summary: 'One.' } })).page).body, '## At a glance\n\nOne.\n');
    assert.equal(splitPage(filesOf(pageInput({ kind: 'other' })).page).body, '');
  });

  it('tells the facts that need no language', () => {
    const answers = {
      countries: ['NO'],
      institutions: ['police'],
      approach: 'training',
      period: { from: '1998', to: null },
      outcomes: [{ outcome: 'Trust', direction: 'up', before: '1' }],
    };
    const { meta } = filesOf(pageInput({ answers }));
    assert.deepEqual(meta, {
      id: 'P-K7Q2M',
      kind: 'practice',
      status: 'current',
      sections: ['strategies/training'],
      countries: ['NO'],
      institutions: ['police'],
      approaches: ['training'],
      period: { from: '1998', to: null },
      evidence: { level: 'E2', outcomes: [{ outcome: 'Trust', direction: 'up' }] },
      review: { rubric: 'gbv', version: 1, reviews: 2, decided_on: '2026-03-04' },
      attribution: { mode: 'anonymous', text: 'A contributor who stays unnamed' },
      licence: 'cc_by_4_0',
      consent: { publication: true, images: 'none', version: '1' },
      languages: { en: { state: 'original' } },
      added_on: '2026-03-10',
      reviewed_on: '2026-03-04',
      next_check_on: '2027-09-01',
      supersedes: null,
    });
  });

  it('tells medians from three reviews on, for with fewer they are raw scores', () => {
    const reviewed = (reviews: number) => {
      const { review } = pageInput();
      return (filesOf(pageInput({ review: { ...review, reviews } })).meta['review'] as Meta)['medians'];
    };
    assert.deepEqual([reviewed(1), reviewed(2), reviewed(3)], [undefined, undefined, { relevance: 3 }]);
  });

  it('gives back every title as it was, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('1.1', '1.2'), (title, version) => {
        const { page } = filesOf(pageInput({ answers: { title }, language: 'ar' }));
        const read = parse(splitPage(page).frontMatter, { version: version as '1.1' }) as unknown;
        assert.deepEqual(read, { title: cleanLine(title), id: 'P-K7Q2M', language: 'ar', direction: 'rtl' });
        assert.doesNotMatch(page, /[{}<>]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('has two lines of three dashes, whatever people write', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (summary, outcome) => {
        const answers = {
          title: summary,
          summary,
          actions: summary,
          outcomes: [{ outcome }],
          evidence_links: [{ title: outcome }],
        };
        const { page } = filesOf(pageInput({ answers }));
        assert.equal(page.match(/^---/gmu)?.length, 2);
        assert.equal(page.match(/^#{1,6} /gmu)?.filter((start) => !/^#{2,3} $/u.test(start)).length ?? 0, 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes unseen characters out of titles and names, and leaves letters alone', () => {
    const { meta, page } = filesOf(
      pageInput({
        answers: { title: 'a\u202Eb\u200B\u{E0041}c می\u200Cروم' },
        attribution: { mode: 'organisation', text: 'Or\u2066g' },
      }),
    );
    assert.equal((parse(splitPage(page).frontMatter) as Meta)['title'], 'abc می\u200Cروم');
    assert.deepEqual(meta['attribution'], { mode: 'organisation', text: 'Org' });
  });

  it('writes the same bytes for the same input', () => {
    assert.deepEqual(writePage(pageInput()), writePage(pageInput()));
  });
});

describe('facts as YAML', () => {
  it('gives back what was put in, in both versions', () => {
    const value = fc.oneof(
      hostileText,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(hostileText, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.record({ a: value, b: value, c: fc.record({ d: value }) }), (facts) => {
        const wellFormed = JSON.parse(JSON.stringify(facts).toWellFormed()) as typeof facts;
        assert.deepEqual(parse(yamlText(wellFormed), { version: '1.1' }), wellFormed);
        assert.deepEqual(parse(yamlText(wellFormed), { version: '1.2' }), wellFormed);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves out maps without entries, at any depth', () => {
    assert.equal(yamlText({ a: {}, b: { c: {}, d: 1 }, e: [{ f: {} }, 'x'] }), 'b:\n  d: 1\ne:\n  - "x"\n');
  });
});

describe('the example module of these tests', () => {
  it('knows every field of its layout but the one that is unknown on purpose', () => {
    const known = new Set(definition.form.fields.map(({ id }) => id));
    const asked = definition.pages['practice']?.sections.flatMap(({ fields }) => fields) ?? [];
    assert.deepEqual(
      asked.filter((id) => !known.has(id)),
      ['unknown'],
    );
  });
});
