import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, type Asked } from '../support/ask.ts';
import { serve, type Served } from '../support/browser.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { rolledBackApp } from '../support/rolled-back.ts';
import { addressOf, everyRoute, valuesFor, type Values } from '../support/route-addresses.ts';
import { holdersFor, strangers, type Holder } from '../support/strangers.ts';
import { anotherStory, matrix, stories, type Row, type Story } from './permission-matrix.ts';

type Headers = Readonly<Record<string, string>>;

/** What the browser says of where a request comes from. An empty header is not sent. */
const said: Readonly<Record<string, Headers>> = {
  'our own page': { 'sec-fetch-site': 'same-origin' },
  'typed by hand': { 'sec-fetch-site': 'none' },
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a sister site': { 'sec-fetch-site': 'same-site' },
  'nothing, as an old browser': { 'sec-fetch-site': '' },
  'origin null': { 'sec-fetch-site': '', origin: 'null' },
  'another origin': { 'sec-fetch-site': '', origin: 'https://evil.example' },
  'another referrer': { 'sec-fetch-site': '', referer: 'https://evil.example/form' },
};
/** A page elsewhere: no token makes that good. */
const foreign = new Set(['another site', 'a sister site', 'another origin', 'another referrer']);

const tokens = ['none', 'of another browser', 'made up', 'its own'] as const;
type Token = (typeof tokens)[number];

/** Who sends it: whoever the route lets in, nobody in particular, and a browser without any cookie. */
const senders = ['signed in', 'a visitor', 'no cookie'] as const;
type Sender = (typeof senders)[number];

const mustBeRefused = (sender: Sender, from: string, token: Token): boolean =>
  foreign.has(from) || token !== 'its own' || sender === 'no cookie';

describe('a form that was not sent from our pages', () => {
  let demonstration: Demonstration;
  let served: Served;
  let writes: () => number;
  const settings = new Map<Story, { holders: Record<string, Holder>; values: Values }>();
  const posts = matrix.filter(({ route }) => route.startsWith('POST '));

  before(async () => {
    demonstration = await startDemonstration();
    const rolledBack = rolledBackApp(demonstration.service);
    served = await serve(rolledBack.app);
    ({ writes } = rolledBack);
    for (const story of new Set(posts.map(({ of }) => of))) {
      const the = demonstration.caseOf(stories[story]);
      const holders = await holdersFor(demonstration, the, demonstration.caseOf(anotherStory));
      settings.set(story, { holders, values: await valuesFor(demonstration, the) });
    }
  });
  after(async () => {
    await served.close();
    await demonstration.close();
  });

  const holderOf = ({ of, answers }: Row, name?: string): Holder => {
    const letIn = strangers.find((stranger, column) => stranger !== 'anonymous' && answers.split(' ')[column] === '+');
    return settings.get(of)?.holders[name ?? letIn ?? ''] ?? assert.fail(`Nobody is let in to a row of ${of}`);
  };

  function send(row: Row, sender: Sender, from: string, token: Token): Promise<Asked> {
    const holder = holderOf(row, sender === 'a visitor' ? 'anonymous' : undefined);
    const csrf = {
      none: undefined,
      'of another browser': holderOf(row, 'admin only').csrf,
      'made up': `${'A'.repeat(20)}.${'B'.repeat(43)}`,
      'its own': holder.csrf,
    }[token];
    const pattern = row.route.replace('POST ', '');
    return ask(served.url, 'POST', addressOf(pattern, settings.get(row.of)?.values ?? {}), {
      ...(sender === 'no cookie' ? {} : { cookie: holder.cookie }),
      fields: { reason: 'What a forged page would like to say', ...(csrf === undefined ? {} : { csrf }) },
      headers: said[from] ?? {},
    });
  }

  it('is taken by no route, whoever sends it and whatever it brings', async (t) => {
    const routes = everyRoute().flatMap(({ path, post }) => (post === undefined ? [] : [`POST ${path}`]));
    assert.deepEqual(posts.map(({ route }) => route).sort(), routes.sort());
    const accepted: string[] = [];
    const cells = { refused: 0, own: 0, ownTaken: 0 };
    for (const row of posts) {
      for (const sender of senders) {
        for (const from of Object.keys(said)) {
          for (const token of tokens) {
            const before = writes();
            const { status } = await send(row, sender, from, token);
            const taken = status !== 403 || writes() !== before;
            if (!mustBeRefused(sender, from, token)) {
              if (sender === 'a visitor') continue;
              cells.own += 1;
              if (taken) cells.ownTaken += 1;
            } else {
              cells.refused += 1;
              if (taken) accepted.push(`${row.route}, ${sender}, ${from}, token ${token}: ${String(status)}`);
            }
          }
        }
      }
    }
    t.diagnostic(
      `forgery: routes=${String(posts.length)} requests=${String(cells.refused)} accepted=${String(accepted.length)} ` +
        `(control: ${String(cells.ownTaken)} of ${String(cells.own)} of our own were taken)`,
    );
    assert.deepEqual(accepted, []);
    assert.equal(cells.ownTaken, cells.own);
  });
});
