import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answers } from '../../src/domain/module/form.ts';
import { writePage } from '../../src/domain/publication/page.ts';
import { findIdentifiers } from '../../src/domain/safety/identifiers.ts';
import { identifierTypes, type IdentifierType } from '../../src/domain/safety/identifiers/finding.ts';
import { hardTypes, leaksIn } from '../../src/domain/safety/leak-gate.ts';
import { typePractice } from '../../src/rehearsal/type-practice.ts';
import { pageInput } from '../domain/publication/page-definition.ts';
import { serve, type Served } from '../support/browser.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { examplePractices } from '../support/example-module.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

/** One thing of each type, and the sentence it stands in. */
const planted: Readonly<Record<IdentifierType, readonly [excerpt: string, sentence: string]>> = {
  email: ['amara.k@mail.example', 'Write to amara.k@mail.example.'],
  phone: ['+44 7700 900123', 'Or ring +44 7700 900123.'],
  url_contact: ['https://t.me/amara_k00', 'Or use https://t.me/amara_k00 instead.'],
  geo: ['-1.234567, 3.456789', 'The house is at -1.234567, 3.456789.'],
  id_number: ['A1234567', 'Her passport is A1234567.'],
  case_number: ['OB 114/03/2023', 'The case is OB 114/03/2023.'],
  person_name: ['Amara Kellandine', 'Ask for the survivor, Amara Kellandine.'],
  date_place: ['14 March 2023', 'She was attacked on 14 March 2023 outside 27 Harrow Mill Lane.'],
  minor: ['14-year-old girl', 'A 14-year-old girl from Tamiro village saw it.'],
};
const text = identifierTypes.map((type) => planted[type][1]).join(' ');
const practice = 'rw-isange-one-stop-centres';
const answers: Answers = { ...examplePractices().find(({ id }) => id === practice)?.answers, sustainability: text };
const excerpts = findIdentifiers(text).map(({ excerpt }) => excerpt);

/** What a page marks as found; the words of people stand in an element of their own. */
const marksOn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gsu), ([, inner = '']) => inner.replace(/<[^>]*>/gu, ''));

describe('the identifier check is one and the same', () => {
  let world: World;
  let served: Served;
  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
  });
  after(async () => {
    await served.close();
    assert.deepEqual(world.faults, []);
    world.close();
  });

  it('as a function: every type is told', () => {
    const told = findIdentifiers(text);
    assert.deepEqual(new Set(told.map(({ type }) => type)), new Set(identifierTypes));
    for (const { excerpt, start, end } of told) assert.equal(text.slice(start, end), excerpt);
  });

  it('where a submitter checks the answers', async () => {
    const browser = served.browser();
    await browser.get(`/en/${MODULE}/practice/start`);
    const page = await typePractice(browser, answers);
    assert.equal(page.path, `/en/${MODULE}/check`);
    assert.deepEqual(marksOn(page.html), excerpts);
  });

  it('where a curator screens', async () => {
    const { publicId } = await sentCase(world, { practice, answers: { sustainability: text } });
    const clean = await sentCase(world, { practice });
    const desk = served.browser();
    await signIn(world, desk, await person(world, 'Amira Haddad', ['curator']));
    const panel = async (id: string) => (await desk.get(`/en/${MODULE}/desk/cases/${id}/screening`)).html;
    assert.deepEqual(marksOn(await panel(publicId)), excerpts);
    assert.deepEqual(marksOn(await panel(clean.publicId)), []);
  });

  it('where a page would leave for git', () => {
    const files = writePage(pageInput({ answers: { summary: text } }));
    const leaked = leaksIn(files, { contacts: [], allowed: [] });
    const types = leaked.map((leak) => (leak.kind === 'identifier' ? leak.type : leak.kind));
    assert.deepEqual(new Set(types), new Set(hardTypes));
    for (const type of hardTypes) {
      assert.ok(
        leaked.some((leak) => leak.kind === 'identifier' && leak.excerpt.includes(planted[type][0])),
        type,
      );
    }
  });
});
