import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';

const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-bench-test-'));

interface Operation {
  readonly id: string;
  readonly levels: readonly { readonly wrong: number; readonly answered: number }[];
}

interface Line {
  readonly floors: Readonly<Record<string, unknown>>;
  readonly sizes: readonly { readonly cases: number; readonly operations: readonly Operation[] }[];
}

/** Nothing here says how fast anything is: only that everything is still measured, and answered as it should be. */
describe('the benchmark', () => {
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks for every page and posts every form, and gets the answers that count', () => {
    const json = path.join(folder, 'figures.jsonl');
    const words = ['--sizes=200', '--seconds=0.1', '--connections=2', `--json=${json}`];
    const done = spawnSync(process.execPath, ['--import', 'tsx', 'bench/bench.ts', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TMPDIR: folder },
    });
    assert.equal(done.status, 0, done.stderr + done.stdout);
    const line = JSON.parse(readFileSync(json, 'utf8')) as Line;
    assert.deepEqual(Object.keys(line.floors), ['http', 'express', 'expressCommit', 'commits', 'reads']);
    const [size] = line.sizes;
    const wrong = size?.operations.filter(({ levels }) => levels.length !== 1 || levels[0]?.wrong !== 0);
    assert.deepEqual([size?.cases, wrong], [200, []]);
    assert.match(done.stdout, /^c_submit_post .* 0$/mu);
    const left = readdirSync(folder).filter((name) => name.startsWith('fieldstone-'));
    assert.deepEqual(left, []);
  });
});
