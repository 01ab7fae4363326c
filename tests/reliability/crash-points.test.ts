import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../support/seeded-random.ts';
import { seedOf, times } from '../support/long-run.ts';
import { crashRun, flows } from './crash/crash-run.ts';
import { figuresLine } from './crash/figures-line.ts';

const seed = seedOf(20261125);
/** How often a case dies on its way where not every moment is tried. */
const LIVES = 5;
const isLong = times(0, 1) === 1;

const nothingWrong = {
  lost: 0,
  duplicates: 0,
  missing: 0,
  changesDouble: 0,
  changesMissing: 0,
  branchesLeft: 0,
  jobsWrong: [],
  actsWrong: [],
  lettersMissing: 0,
  unfinished: 0,
  isSound: true,
  complaints: [],
};

/** Each by itself, up to one that never comes; or, when time is short, several lives in a row on the way of one case. */
function chosen(points: readonly string[]): number[][] {
  if (isLong) return Array.from({ length: points.length + 1 }, (_, place) => [place + 1]);
  const random = seededRandom(seed);
  return [Array.from({ length: LIVES }, () => 1 + Math.floor((random() * 2 * points.length) / (LIVES + 1)))];
}

/** The first moments with this name, each by itself. */
const named = (name: string, most: number) => (points: readonly string[]) =>
  points.flatMap((point, place) => (point === name ? [[place + 1]] : [])).slice(0, most);

describe('a service that dies at a given moment', () => {
  for (const [name, flow] of Object.entries(flows)) {
    it(`loses and doubles nothing of ${name}, at any of its moments`, { timeout: 7_200_000 }, async (t) => {
      const figures = await crashRun({ flow, choose: chosen });
      t.diagnostic(figuresLine(`crash ${name}`, seed, figures));
      const { points, deaths, told: _told, lettersDouble, ...wrong } = figures;
      assert.deepEqual(wrong, nothingWrong);
      assert.ok(lettersDouble <= deaths, 'a letter left again although nothing had happened');
      assert.ok(deaths >= (isLong ? points.length * 0.9 : LIVES / 2), `it died ${deaths} times`);
    });
  }

  it('would be seen to double a case, if a form had no id of its own', { timeout: 300_000 }, async (t) => {
    let fresh = 0;
    const again = (body: string): string =>
      body.replace(/\bform_id=[^&]*/u, () => `form_id=without-an-id-${String((fresh += 1))}`);
    const figures = await crashRun({ flow: flows.submit, choose: named('after commit', 1), again });
    t.diagnostic(figuresLine('crash control no-form-id', seed, figures));
    assert.ok(figures.duplicates > 0);
  });

  it('would be seen to double a change, if it did not look for its own', { timeout: 300_000 }, async (t) => {
    const flow = { from: 'offer', until: 'open', byMail: false } as const;
    const preload = 'tests/reliability/crash/blind-forge.ts';
    const figures = await crashRun({ flow, choose: named('after git update-ref', 2), preload });
    t.diagnostic(figuresLine('crash control blind-forge', seed, figures));
    assert.ok(figures.changesDouble > 0);
  });
});
