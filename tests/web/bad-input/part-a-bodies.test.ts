import assert from 'node:assert/strict';
import { badInput, CASE, STORY, TEXT, type, type Row } from '../../support/bad-input.ts';
import { type BadLine, chosen, DOOR, FIRST } from '../../support/bad-line.ts';

const raised = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${String(index)}=x`).join('&');

const hiddenOf = async (line: BadLine): Promise<string> =>
  new URLSearchParams({ ...(await line.hidden(STORY)) }).toString();

const rows: Row[] = [
  {
    number: 'A11',
    what: 'two answers where one is asked',
    ask: async (line) =>
      line.body(FIRST, `${new URLSearchParams({ ...(await line.hidden(FIRST)), ...chosen }).toString()}&kind=tool`),
    status: 422,
    says: /one answer/i,
    kept: { problem: '' },
  },
  {
    number: 'A12',
    what: 'names that no form has',
    ask: (line) =>
      line.type(STORY, {
        state: 'accepted',
        __proto__: 'x',
        constructor: 'x',
        'problem.__proto__.x': 'y',
        publicId: 'P-00000',
        problem: TEXT,
      }),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A12',
    what: '__proto__ as a name and as an entry to add',
    ask: async (line) =>
      line.body(
        STORY,
        `${new URLSearchParams({ ...(await line.hidden(STORY)), problem: TEXT }).toString()}&__proto__=x&__proto__=y&add=__proto__`,
      ),
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'A12',
    what: 'facts of somebody else in a form of the staff',
    ask: async (_line, { curator, desk }) => {
      const browser = await curator();
      const { controls } = (await browser.get(`${CASE}/notes`)).forms.find(({ action }) =>
        action.endsWith('/notes'),
      ) ?? {
        controls: [],
      };
      const csrf = controls.find(({ name }) => name === 'csrf')?.value ?? '';
      return browser.post(`${CASE}/notes`, [
        ['csrf', csrf],
        ['text', TEXT],
        ['by', desk.people.safety.personId],
        ['submission_id', 'another'],
        ['state', 'accepted'],
        ['roles', 'admin'],
      ]);
    },
    status: 200,
    kept: ({ desk }) => {
      const { $client } = desk.world.service.db;
      const last = $client.prepare('select submission_id, by, text from notes order by rowid desc').get();
      assert.deepEqual(last, { submission_id: desk.submissionId, by: desk.people.curator.personId, text: TEXT });
      assert.equal(desk.submission().state, 'in_review');
    },
  },
  {
    number: 'A13',
    what: 'a form as JSON',
    ask: (line) => line.body(STORY, JSON.stringify({ problem: TEXT }), 'application/json'),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A13',
    what: 'a form of no type',
    ask: (line) => line.body(STORY, new Uint8Array([1, 2, 3]), ''),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A13',
    what: 'a form in another encoding',
    ask: (line) => line.body(STORY, 'problem=x', 'application/x-www-form-urlencoded; charset=utf-16le'),
    status: 415,
    kept: 'nothing',
  },
  {
    number: 'A14',
    what: 'a page of 300 KB',
    ask: type('x'.repeat(300_000)),
    status: 413,
    says: /too much for one page/,
    kept: 'nothing',
  },
  {
    number: 'A15',
    what: 'more than a thousand fields',
    ask: (line) => line.body(STORY, raised('a', 1200)),
    status: 413,
    kept: 'nothing',
  },
  {
    number: 'A16',
    what: 'an address with half a percent sign',
    ask: (line) => line.ask('GET', `${DOOR}/practice/%E0%A4%A`),
    status: 400,
    kept: 'nothing',
  },
  {
    number: 'A16',
    what: 'a field with NUL, control characters and a lone surrogate',
    ask: async (line) =>
      line.body(STORY, `${await hiddenOf(line)}&go=check&problem=a%00b%01c%1Bd+${'e'.repeat(1000)}%ED%A0%80`),
    status: 303,
    kept: { problem: `abcd ${'e'.repeat(1000)}\uFFFD\uFFFD\uFFFD` },
  },
  ...(['check', 'next', 'later'] as const).map((go): Row => ({
    number: 'A16',
    what: `a field of which a tenth cannot be read, on the way to ${go}`,
    ask: async (line) => line.body(STORY, `${await hiddenOf(line)}&go=${go}&problem=Nine+sign%FF`),
    status: 422,
    says: /Some characters could not be read\./,
    kept: { problem: 'Nine sign\uFFFD' },
  })),
  {
    number: 'A16',
    what: 'the same field as it was given back, once more',
    ask: async (line) => {
      await line.body(STORY, `${await hiddenOf(line)}&go=check&problem=Nine+sign%FF`);
      return line.type(STORY, { problem: 'Nine sign\uFFFD' });
    },
    status: 303,
    kept: { problem: 'Nine sign\uFFFD' },
  },
  {
    number: 'A16',
    what: 'a form of the staff of which a tenth cannot be read',
    ask: async (_line, { curator }) => {
      const browser = await curator();
      await browser.get(`${CASE}/notes`);
      return browser.submit('/notes', { text: `${TEXT}${'\u0001'.repeat(4)}` });
    },
    status: 422,
    says: /Some characters could not be read/,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'A16',
    what: 'the same form as it was given back, sent like this',
    ask: async (_line, { curator }) => {
      const browser = await curator();
      await browser.get(`${CASE}/notes`);
      const given = await browser.submit('/notes', { text: `${TEXT}${'\u0001'.repeat(4)}` });
      return browser.submit(given.forms.find(({ action }) => action.endsWith('/notes')) ?? '');
    },
    status: 200,
    kept: ({ desk }) => {
      const { $client } = desk.world.service.db;
      assert.equal($client.prepare('select text from notes order by rowid desc').pluck().get(), TEXT);
    },
  },
  {
    number: 'A16',
    what: 'a field of broken percent signs',
    ask: async (line) => line.body(STORY, `${await hiddenOf(line)}&go=check&problem=100%+sure+%zz+%`),
    status: 303,
    kept: { problem: '100% sure %zz %' },
  },
  {
    number: 'A16',
    what: 'letters and marks apart',
    ask: type('cafe\u0301 '.repeat(3).trim()),
    status: 303,
    kept: { problem: 'café café café' },
  },
];

badInput('A, bodies', rows);
