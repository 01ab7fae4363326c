import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-bench-test-'));

interface Operation {
  readonly id: string;
  readonly levels: readonly { readonly wrong: number; readonly answered: number }[];
}

interface Line {
  readonly matched: readonly { readonly cases: number; readonly wrong: number; readonly ofWhole: number }[];
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
    assert.deepEqual(
      line.matched.map(({ cases, wrong, ofWhole }) => [cases, wrong, ofWhole >= 0.999]),
      [[200, 0, true]],
    );
    assert.match(done.stdout, /^c_submit_post .* 0$/mu);
    const left = readdirSync(folder).filter((name) => name.startsWith('fieldstone-'));
    assert.deepEqual(left, []);
  });

  for (const [signal, seconds, when] of [
    ['SIGINT', 20, 'limits of this machine'],
    ['SIGTERM', 0.1, '  a_home_anon'],
  ] as const)
    it(`leaves nothing behind when ${signal} ends it after “${when.trim()}”`, async () => {
      const words = ['--sizes=200', `--seconds=${String(seconds)}`, '--connections=1'];
      const bench = spawn(process.execPath, ['--import', 'tsx', 'bench/bench.ts', ...words], {
        env: { PATH: process.env['PATH'], TMPDIR: folder },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(bench, 'exit');
      let said = '';
      bench.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
      // The run, what sends the load, and what is measured.
      await until(() => said.includes(when) && running().length >= 3, 60_000);
      bench.kill(signal);
      await ended;
      await until(() => running().length === 0, 3000).catch(() => undefined);
      const left = running();
      for (const pid of left) process.kill(pid, 'SIGKILL');
      const folders = readdirSync(folder).filter((name) => name.startsWith('fieldstone-'));
      assert.deepEqual([left.length, folders], [0, []]);
    });
});

/** Processes that were told of the folder of this test. */
const running = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && environmentOf(pid).includes(folder));

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/environ`, 'utf8');
  } catch {
    return '';
  }
}

async function until(is: () => boolean, mostMs: number): Promise<void> {
  const started = performance.now();
  while (!is()) {
    if (performance.now() - started > mostMs) throw new Error('It did not come about');
    await pause(50);
  }
}
