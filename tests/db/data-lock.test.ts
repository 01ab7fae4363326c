import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lockDataFolder } from '../../src/db/data-lock.ts';
import { isSqliteNewEnough } from '../../src/db/sqlite-version.ts';

const holder = `
  import { lockDataFolder } from ${JSON.stringify(path.resolve('src/db/data-lock.ts'))};
  globalThis.lock = lockDataFolder(process.argv[1]);
  process.stdout.write(globalThis.lock === undefined ? 'refused' : 'held');
  setInterval(() => undefined, 1000);
`;

describe('the lock of a data folder', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-lock-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is given once, and again when it was released', () => {
    const first = lockDataFolder(folder);
    assert.ok(first !== undefined);
    assert.equal(lockDataFolder(folder), undefined);
    first.release();
    const second = lockDataFolder(folder);
    assert.ok(second !== undefined);
    second.release();
  });

  it('is held against another process, and given back by the system when that one is killed', async () => {
    const words = ['--import', 'tsx', '--input-type=module-typescript', '--eval', holder, folder];
    const other = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(other.stdout, 'data')) as [Buffer];
    assert.equal(said.toString(), 'held');
    assert.equal(lockDataFolder(folder), undefined);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const own = lockDataFolder(folder);
    assert.ok(own !== undefined);
    own.release();
  });
});

describe('a second process on a data folder', () => {
  it('ends with a sentence and 75, which says that it may be tried again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-lock-'));
    const own = lockDataFolder(folder);
    const second = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'serve'], {
      env: { ...process.env, DATA_DIR: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (words: Buffer) => (said += words.toString()));
    const [code] = (await once(second, 'close')) as [number];
    own?.release();
    rmSync(folder, { recursive: true, force: true });
    assert.match(said, /^Another Fieldstone is running on the data folder [^\n]+\n$/u);
    assert.equal(code, 75);
  });
});

describe('the version of SQLite', () => {
  it('is compared by its numbers', () => {
    const versions = ['3.9.0', '3.51.2', '3.51.3', '3.51.10', '3.100.0', '4.0.0'];
    assert.deepEqual(versions.map(isSqliteNewEnough), [false, false, true, true, true, true]);
  });
});
