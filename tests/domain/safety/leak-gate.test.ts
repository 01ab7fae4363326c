import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { PublicId } from '../../../src/domain/ids.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import { writePage } from '../../../src/domain/publication/page.ts';
import { leaksIn } from '../../../src/domain/safety/leak-gate.ts';
import type { Leak, LeakRules } from '../../../src/domain/safety/leak-gate.ts';
import { pageInput } from '../publication/page-definition.ts';

const contacts = [
  'Zoë Quartermaine-Abel',
  'zoe@quartermaine.example',
  'K7Q2-M4XD-9TRW-0ABC-DEFG-HJKM',
  'Haus der Frauen (e. V.)',
  'Li',
];
const rules: LeakRules = { contacts, allowed: [] };
const page = (answers: Answers) => writePage(pageInput({ answers }));
const kinds = (found: readonly Leak[]): readonly string[] =>
  found.map((leak) => (leak.kind === 'identifier' ? leak.type : leak.kind));

describe('the leak gate', () => {
  it('lets a page through that has nothing of the case', () => {
    const answers = {
      title: 'Desks for women',
      summary: 'Police and women meet. {{ x }} <b> Like and Lima are no Li.',
      actions: '1. Begin',
    };
    assert.deepEqual(leaksIn(page(answers), rules), []);
  });

  it('takes the number of the practice for no case number, beside whatever words', () => {
    const answers = {
      title: 'Police desks beside the court',
      summary: 'The police and the court keep a register of every case.',
    };
    const publicId = 'P-06K15' as PublicId;
    assert.deepEqual(leaksIn(writePage(pageInput({ publicId, answers })), rules), []);
    const other = { ...answers, summary: `${answers.summary} The police file is P-06K16.` };
    assert.deepEqual(kinds(leaksIn(writePage(pageInput({ publicId, answers: other })), rules)), ['case_number']);
  });

  const written: readonly (readonly [string, string])[] = [
    ['as it is', 'Zoë Quartermaine-Abel'],
    ['without accents, in capitals', 'ZOE QUARTERMAINE ABEL'],
    ['with other spaces', 'Zoë  Quartermaine\nAbel'],
    ['without spaces', 'zoequartermaineabel'],
    ['with Markdown inside', 'Zoë_Quartermaine*Abel'],
    ['in full-width letters', 'Ｚｏë Ｑｕａｒｔｅｒｍａｉｎｅ Ａｂｅｌ'],
    ['the receipt without dashes', 'k7q2m4xd9trw0abcdefghjkm'],
    ['the organisation without its brackets', 'haus der frauen'],
  ];
  for (const [how, text] of written) {
    it(`stops a contact written ${how}, in the page and in the facts`, () => {
      for (const answers of [
        { summary: `We are ${text}.` },
        { title: `By ${text}` },
        { outcomes: [{ outcome: `${text} ` }] },
      ]) {
        assert.ok(
          leaksIn(page(answers), rules).some((leak) => leak.kind === 'contact'),
          JSON.stringify(answers),
        );
      }
      assert.deepEqual(leaksIn(page({ summary: `We are ${text}.` }), { ...rules, contacts: [] }), []);
    });
  }

  it('does not take a short or an inner word for a contact', () => {
    assert.deepEqual(leaksIn(page({ summary: 'Li and prose' }), { ...rules, contacts: ['Li', 'Rose'] }), []);
  });

  it('stops what reaches or finds a person', () => {
    const summary = [
      'Write to mona_k@desk.example.',
      'Call +254 700 000 000.',
      'See wa.me/254700000000.',
      'It is at -1.234567, 3.456789.',
      'Her national ID number is 12345678.',
      'Case number 4711/2020.',
    ];
    const found = kinds(leaksIn(page({ summary: summary.join('\n\n') }), rules));
    assert.deepEqual(new Set(found), new Set(['email', 'phone', 'url_contact', 'geo', 'id_number', 'case_number']));
  });

  it('sees what a reader sees, whatever the bytes hide behind escapes', () => {
    assert.deepEqual(kinds(leaksIn(page({ summary: 'Call 0772--000--111.' }), rules)), ['phone']);
    const [, file] = page({ summary: 'Write to mona&#64;desk.example &amp; &unknown; more.' });
    assert.ok(file);
    const raw = { ...file, text: file.text.replaceAll('&amp;#64;', '&#64;') };
    assert.deepEqual(kinds(leaksIn([raw], rules)), ['email']);
  });

  it('lets the addresses of sources through, but none that reaches a person', () => {
    const link = (url: string) => ({ evidence_links: [{ title: 'Report', url }] });
    const source = 'https://a.example/doc/-1.234567,3.456789?q=ä';
    assert.deepEqual(leaksIn(page(link(source)), { ...rules, allowed: [source] }), []);
    const contact = 'https://wa.me/254700000000';
    assert.deepEqual(kinds(leaksIn(page(link(contact)), { ...rules, allowed: [contact] })), ['url_contact']);
  });

  it('lets the printed attribution through and no more', () => {
    const files = writePage(pageInput({ attribution: { mode: 'organisation', text: 'Haus der Frauen' } }));
    assert.deepEqual(leaksIn(files, { contacts: ['Haus der Frauen'], allowed: ['Haus der Frauen'] }), []);
    assert.deepEqual(kinds(leaksIn(files, rules)), ['contact']);
  });

  it('takes the number of the practice itself for nobody’s', () => {
    // The first looks like the number of an identity card, the second like that of a case.
    for (const publicId of ['P-77321', 'P-C155V', 'P-12345'])
      assert.deepEqual(leaksIn(writePage(pageInput({ publicId: publicId as PublicId })), rules), [], publicId);
    const text = `id: P-77321\n\nThe woman has the identity card P-77322.\n`;
    const path = 'modules/security-sector/practices/P-77321/index.en.md';
    assert.deepEqual(kinds(leaksIn([{ path, text }], rules)), ['id_number']);
  });

  it('stops raw markup and paths that are not ours', () => {
    const path = 'modules/m/practices/P-K7Q2M/index.en.md';
    const raw = ['{{ x }}', '{% x %}', '<% x', '<script>', '<!-- x', '${x}', '</p>'];
    for (const text of raw) assert.ok(kinds(leaksIn([{ path, text }], rules)).includes('markup'), text);
    assert.deepEqual(leaksIn([{ path, text: '<https://a.example/>' }], rules), []);
    for (const other of ['.github/workflows/x.yml', `${path}/../../x`, path.replace('K7Q2M', 'k7q2m')]) {
      assert.deepEqual(kinds(leaksIn([{ path: other, text: '' }], rules)), ['path']);
    }
  });

  it('reads long pages to their end', () => {
    const summary = `${'word '.repeat(40_000)} +254 700 000 000`;
    assert.deepEqual(kinds(leaksIn(page({ summary }), rules)), ['phone']);
  });

  it('lets every real practice through', () => {
    const folder = join(import.meta.dirname, '../../../examples/practices');
    for (const name of readdirSync(folder)) {
      const { answers } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { answers: Record<string, string> };
      const { contact_email, contact_name, ...open } = answers;
      const files = writePage(pageInput({ answers: open }));
      const own = [contact_email, contact_name, answers['organisation']].filter((text) => text !== undefined);
      assert.deepEqual(leaksIn(files, { contacts: own, allowed: [] }), [], name);
    }
  });
});
