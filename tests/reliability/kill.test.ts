import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seedOf, times } from '../support/long-run.ts';
import { figuresLine } from './crash/figures-line.ts';
import { killRun } from './crash/kill-run.ts';

const seed = seedOf(20261125);
const KILLS = times(12, 200);
const CONTROL_KILLS = times(5, 20);

const nothingWrong = {
  lost: 0,
  lostAt: [],
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
  stuck: [],
  complaints: [],
};

describe('a service that is killed at any moment under eight clients', () => {
  it(`loses and doubles nothing in ${KILLS} kills`, { timeout: 7_200_000 }, async (t) => {
    const figures = await killRun({ kills: KILLS, seed, finish: times(0, 1) === 1 });
    t.diagnostic(figuresLine(`kill kills=${KILLS}`, seed, figures));
    const { told, cases: _cases, whole, ...wrong } = figures;
    assert.deepEqual(wrong, nothingWrong);
    assert.ok(whole > 0, 'no case came to its end');
    assert.ok(told > KILLS, 'too little was promised to prove anything');
  });

  it('would be seen to lose, if it answered before the commit', { timeout: 300_000 }, async (t) => {
    const preload = 'tests/reliability/crash/early-answers.ts';
    const figures = await killRun({ kills: CONTROL_KILLS, seed, preload, until: 'send', finish: true });
    t.diagnostic(figuresLine(`kill control answers-early kills=${CONTROL_KILLS}`, seed, figures));
    assert.ok(figures.lost > 0);
  });
});
