import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { withDatabase } from '../support/database.ts';

const BEFORE_COMMIT = 1;
const AFTER_COMMIT = 2;
const NEVER = 0;

interface Left {
  readonly signal: NodeJS.Signals | null;
  readonly answered: readonly string[];
  readonly rows: readonly string[];
}

/** Six writers in one turn, the third of which throws; the process dies at a moment of their commit. */
async function writeTogether(dieAt: number, manner = 'honest'): Promise<Left> {
  const left = Promise.withResolvers<Left>();
  await withDatabase(async (_db, file) => {
    left.resolve(await writeIn(file, dieAt, manner));
  });
  return left.promise;
}

async function writeIn(file: string, dieAt: number, manner: string): Promise<Left> {
  const preload = pathToFileURL(path.resolve('tests/reliability/crash/crash-points.ts')).href;
  const child = fork('tests/reliability/crash/group-writer.ts', [file, manner], {
    execArgv: ['--import', 'tsx', '--import', preload],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  child.send({ arm: dieAt });
  await once(child, 'message');
  child.send({ go: true });
  const [, signal] = await ended;
  const after = new Database(file, { readonly: true });
  const rows = after.prepare('select id from people order by id').pluck().all() as string[];
  after.close();
  return { signal, answered: said.split('\n').filter((line) => line !== ''), rows };
}

const all = { answered: ['0', '1', '3', '4', '5'], rows: ['p0', 'p1', 'p3', 'p4', 'p5'] };

describe('writers who share one commit', { timeout: 300_000 }, () => {
  it('are all there when they were answered, and one that throws is taken back alone', async () => {
    assert.deepEqual(await writeTogether(NEVER), { signal: null, ...all });
  });

  it('were none of them answered, and none is there, after a death before the commit', async () => {
    assert.deepEqual(await writeTogether(BEFORE_COMMIT), { signal: 'SIGKILL', answered: [], rows: [] });
  });

  it('are all there after a death behind the commit, though nobody was answered', async () => {
    assert.deepEqual(await writeTogether(AFTER_COMMIT), { signal: 'SIGKILL', answered: [], rows: all.rows });
  });

  it('have one commit: there is no third moment to die at', async () => {
    assert.equal((await writeTogether(AFTER_COMMIT + 1)).signal, null);
  });

  it('would be seen to lose, if each was answered before the commit', async () => {
    const { answered, rows } = await writeTogether(BEFORE_COMMIT, 'early');
    assert.equal(answered.length - rows.length, 5);
  });
});
