import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readPage } from '../../src/rehearsal/page-forms.ts';
import { ask, type Asked } from '../support/ask.ts';
import { serve, type Served } from '../support/browser.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { rolledBackApp } from '../support/rolled-back.ts';
import { addressOf, everyRoute, valuesFor, type Values } from '../support/route-addresses.ts';
import { holdersFor, strangers, type Holder, type Stranger } from '../support/strangers.ts';
import { anotherStory, matrix, stories, type Row, type Story } from './permission-matrix.ts';

/** One case, everybody's browsers, and what stands in the addresses. */
interface Setting {
  readonly holders: Record<Stranger, Holder>;
  readonly values: Values;
  readonly title: string;
}

describe('who is answered what', () => {
  let demonstration: Demonstration;
  let served: Served;
  const settings = new Map<Story, Setting>();

  before(async () => {
    demonstration = await startDemonstration();
    served = await serve(rolledBackApp(demonstration.service).app);
    const another = demonstration.caseOf(anotherStory);
    for (const story of new Set(matrix.map(({ of }) => of))) {
      const the = demonstration.caseOf(stories[story]);
      settings.set(story, {
        holders: await holdersFor(demonstration, the, another),
        values: await valuesFor(demonstration, the),
        title: the.submission.title,
      });
    }
  });
  after(async () => {
    await served.close();
    await demonstration.close();
  });

  const settingOf = (story: Story): Setting => settings.get(story) ?? assert.fail(`There is no case ${story}`);

  const asked = (row: Row, stranger: Stranger, changed: Values = {}): Promise<Asked> => {
    const { holders, values } = settingOf(row.of);
    const { cookie, csrf } = holders[stranger];
    const [method = '', pattern = ''] = row.route.split(' ');
    const fields = method === 'POST' ? { fields: { csrf, decision: values['decision'] ?? '' } } : {};
    return ask(served.url, method, addressOf(pattern, { ...values, ...changed }), { cookie, ...fields });
  };

  it('has a row for every route, and a route for every row', () => {
    const routes = everyRoute().flatMap(({ path, get, post }) => [
      ...(get === undefined ? [] : [`GET ${path}`]),
      ...(post === undefined ? [] : [`POST ${path}`]),
    ]);
    assert.deepEqual(matrix.map(({ route }) => route).sort(), routes.sort());
  });

  for (const row of matrix) {
    it(row.route, async () => {
      const answers = await Promise.all(strangers.map((stranger) => asked(row, stranger)));
      const said = answers.map(kindOf).join(' ');
      assert.equal(said, row.answers, `${strangers.join(', ')}: ${answers.map(({ status }) => status).join(' ')}`);
    });
  }

  it('opens nothing by the link of an invitation that was accepted in another browser', async () => {
    const { values, holders, title } = settingOf('review');
    const link = `/en/invitation/${demonstration.service.web.keys.linkFor(values['assignment'] ?? '')}`;
    for (const stranger of strangers.filter((one) => one !== 'reviewer of the case')) {
      const answer = await ask(served.url, 'GET', link, { cookie: holders[stranger].cookie });
      assert.ok(!answer.text.includes(title), `${stranger} reads the title`);
      assert.match(answer.location ?? answer.text, /\/code/u, stranger);
    }
  });

  it('tells nothing of a case to whoever is told that nothing is there', async () => {
    for (const row of matrix.filter(({ route }) => route.includes('/desk/cases/:publicId'))) {
      const { values, title } = settingOf(row.of);
      const publicId = values['publicId'] ?? '';
      for (const stranger of ['curator of another module', 'curator with a part in the case', 'admin only'] as const) {
        const real = await asked(row, stranger);
        const nothing = await asked(row, stranger, { publicId: 'P-00000' });
        assert.equal(real.status, nothing.status, `${row.route}, ${stranger}`);
        const seen = withoutTokens(real.text).replaceAll(publicId, 'P-00000');
        assert.equal(seen, withoutTokens(nothing.text), `${row.route}, ${stranger}`);
        assert.ok(!real.text.includes(title), `${row.route} tells ${stranger} the title`);
      }
    }
  });
});

/** The token of a form is another one each time. */
const withoutTokens = (html: string): string => html.replace(/name="csrf" value="[^"]*"/gu, '');

/** In words of the table; a status that is none of them is shown as it is, and no row has it. */
function kindOf({ status, location, text }: Asked): string {
  if (status === 303) return movedTo(location ?? '');
  if (status === 200 || status === 409 || status === 422) return '+';
  if (status === 404) return '.';
  if (status === 403 && readPage(text).forms.some(({ action }) => action.endsWith('/receipt'))) return 'T';
  return status === 403 ? 'F' : String(status);
}

function movedTo(location: string): string {
  if (!location.startsWith('/')) return 'O';
  if (location === '/en/sign-in') return 'S';
  return location.endsWith('/receipt') ? 'R' : '+';
}
