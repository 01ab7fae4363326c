import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChangeRequest } from '../../src/ports/forge.ts';
import { faultKinds, type Fault } from '../support/github-stand-in/faults.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { requestFor, soon } from '../adapters/forge-contract.ts';
import { makeStandInBench, type StandInBench } from '../adapters/github-bench.ts';

const ITEMS = 60;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The publication of an item; `attempt` goes into the branch only for who does it wrong. */
function requestOf(item: number, attempt = 1): ChangeRequest {
  const id = `P-000${LETTERS[Math.floor(item / 32)] ?? ''}${LETTERS[item % 32] ?? ''}`;
  const key = `${id}/p${String(attempt)}/k`;
  return requestFor({
    branch: `practice/${id}/p${String(attempt)}`,
    files: [{ path: `modules/security-sector/practices/${id}/index.en.md`, text: `${id}\n` }],
    title: `Practice ${id}`,
    message: `Add practice ${id}\n\nPractice-Key: ${key}\n`,
    key,
  });
}

/** One call in six goes wrong; two in five of those when it had happened already. */
function unluckyLine(bench: StandInBench, random: () => number): void {
  bench.standIn.faults = (): Fault | undefined => {
    if (random() > 1 / 6) return undefined;
    // A hang costs its whole time-out; it is rarer than the others.
    const kinds = random() < 0.95 ? faultKinds.filter((kind) => kind !== 'hang') : faultKinds;
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'drop';
    return { kind, when: random() < 0.4 ? 'after' : 'before' };
  };
}

/** Tries until it is told that the change stands, each time as a process that has just started. */
async function publish(bench: StandInBench, requestAt: (attempt: number) => ChangeRequest): Promise<number> {
  for (let attempt = 1; attempt <= 400; attempt += 1) {
    try {
      await bench.forgeWith({ timeoutMs: 1500 }).ensureChange(requestAt(attempt), soon());
      return attempt;
    } catch {
      // The job table tries again.
    }
  }
  throw new Error('Never told that it stands');
}

interface Tally {
  readonly attempts: number;
  readonly duplicates: number;
  readonly missing: number;
  readonly orphans: number;
  readonly forced: number;
}

async function tally(items: number, requestAt: (item: number, attempt: number) => ChangeRequest): Promise<Tally> {
  const bench = await makeStandInBench();
  try {
    unluckyLine(bench, seededRandom(20261125));
    let attempts = 0;
    for (let item = 0; item < items; item += 1) {
      attempts += await publish(bench, (attempt) => requestAt(item, attempt));
    }
    bench.standIn.faults = () => undefined;
    const { pulls, forced } = bench.standIn.world;
    const told = new Set(pulls.map(({ branch }) => branch.split('/')[1]));
    const withPull = new Set(pulls.map(({ branch }) => branch));
    const branches = (await bench.branches()).filter((branch) => branch !== 'main');
    return {
      attempts,
      duplicates: pulls.length - told.size,
      missing: items - told.size,
      orphans: branches.filter((branch) => !withPull.has(branch)).length,
      forced,
    };
  } finally {
    await bench.dispose();
  }
}

describe('publishing to GitHub over a line that breaks', () => {
  it(`makes ${String(ITEMS)} changes of ${String(ITEMS)} items`, { timeout: 300_000 }, async (t) => {
    const { attempts, ...wrong } = await tally(ITEMS, (item) => requestOf(item));
    t.diagnostic(`${String(attempts)} attempts`);
    assert.deepEqual(wrong, { duplicates: 0, missing: 0, orphans: 0, forced: 0 });
    assert.ok(attempts > ITEMS * 2, 'the line was not bad enough to prove anything');
  });

  it('would make doubles and orphans with a new branch at each attempt', { timeout: 300_000 }, async (t) => {
    const wrong = await tally(12, requestOf);
    t.diagnostic(JSON.stringify(wrong));
    assert.ok(wrong.duplicates > 0);
    assert.ok(wrong.orphans > 0);
  });
});
