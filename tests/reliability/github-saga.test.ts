import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Forge } from '../../src/ports/forge.ts';
import { seedOf, times } from '../support/long-run.ts';
import { PublishingSaga, type SagaReport } from '../support/publishing-saga.ts';

const seed = seedOf(20261125);

/** What those do who make a branch for each attempt and never look whether an earlier one came through. */
function withoutAdoption(forge: Forge, attempt: () => number): void {
  const original = forge.ensureChange.bind(forge);
  mock.method(forge, 'ensureChange', (request: Parameters<Forge['ensureChange']>[0], signal: AbortSignal) => {
    const branch = request.branch.replace(/p\d+$/u, `p${String(1000 + attempt())}`);
    return original({ ...request, branch }, signal);
  });
}

async function saga(items: number, spoilt?: (forge: Forge, attempt: () => number) => void): Promise<SagaReport> {
  const running = await PublishingSaga.begin(seed, items);
  try {
    return await running.run(spoilt);
  } finally {
    assert.deepEqual(await running.dispose(), []);
  }
}

const told = ({ wrong, ...rest }: SagaReport): string => JSON.stringify({ seed, ...rest, ...wrong });

describe('publishing to GitHub over a line that breaks, by a process that dies', () => {
  const items = times(60, 300);

  it(`makes ${String(items)} changes of ${String(items)} items`, { timeout: 7_200_000 }, async (t) => {
    const report = await saga(items);
    t.diagnostic(told(report));
    const { duplicates, missing, orphans, wrongNumbers, stuck, forced } = report.wrong;
    assert.deepEqual([duplicates, missing, orphans, wrongNumbers, stuck, forced], [0, 0, 0, 0, 0, 0]);
    assert.ok(report.faults > items * 2 && report.kills > items / 4, 'it was not bad enough to prove anything');
  });

  it('would make doubles and orphans with a new branch at each attempt', { timeout: 300_000 }, async (t) => {
    const report = await saga(8, withoutAdoption);
    t.diagnostic(told(report));
    assert.ok(report.wrong.duplicates > 0);
    assert.ok(report.wrong.orphans > 0);
  });
});
