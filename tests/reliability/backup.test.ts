import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareWithBackup } from '../../src/backup/compare-with-backup.ts';
import { makeBackup } from '../../src/backup/make-backup.ts';
import { readManifest, writeManifest } from '../../src/backup/manifest.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { checkCopy, copyDatabase } from '../../src/db/backup-database.ts';
import { appendHistory, verifyHistory } from '../../src/db/history-store.ts';
import { inTransaction } from '../../src/db/in-transaction.ts';
import { openDatabase, type Db } from '../../src/db/open-database.ts';
import { seedOf, times } from '../support/long-run.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { SmallDisk } from '../support/small-disk.ts';
import { makeWorld, type World } from '../support/world.ts';

describe('a backup', () => {
  let world: World;
  let place: string;

  before(async () => {
    world = await makeWorld();
    place = mkdtempSync(path.join(tmpdir(), 'fieldstone-backup-'));
    await write(300);
  });
  after(() => {
    world.close();
    rmSync(place, { recursive: true, force: true });
  });

  async function write(rows: number): Promise<void> {
    for (let row = 0; row < rows; row += 1) {
      await world.service.write(({ tx }) => {
        appendHistory(tx, { at: '2026-01-01T00:00:00.000Z', actor: 'service', act: 'send', object: 'x', body: {} });
      });
    }
  }
  const folder = (name: string): string => path.join(place, name);
  const backUp = async (): Promise<string> => {
    const db = openDatabase(path.join(world.folder, 'fieldstone.db'));
    const secretFile = folder('secret');
    writeFileSync(secretFile, 'k'.repeat(64));
    try {
      return await makeBackup({
        db,
        now: new Date(Date.now()),
        repositories: [world.repository],
        secretFile,
        target: folder('backups'),
        keysTarget: folder('keys'),
      });
    } finally {
      db.$client.close();
    }
  };

  it('made while others write holds at least what was there when it began', async () => {
    const floor = verifyHistory(world.service.db).rows;
    const writing = write(50);
    const made = await backUp();
    await writing;
    assert.ok(checkCopy(path.join(made, 'fieldstone.db')).chain.rows >= floor);
    assert.equal(readdirSync(folder('keys')).length, 1);
    assert.ok(!readdirSync(made).some((name) => name.includes('key')));
  });

  it('comes back whole, and never over something else', async () => {
    const made = await backUp();
    const { rows, head } = verifyHistory(world.service.db);
    assert.deepEqual(restoreBackup(made, undefined, folder('restored')), { kind: 'restored', rows });
    const again = openDatabase(path.join(folder('restored'), 'fieldstone.db'));
    assert.equal(verifyHistory(again).head, head);
    again.$client.close();
    assert.ok(existsSync(path.join(folder('restored'), 'content.git', 'HEAD')));
    assert.deepEqual(restoreBackup(made, undefined, folder('restored')), { kind: 'occupied' });
  });

  it('that lost rows or was cut off is refused', async () => {
    const made = await backUp();
    const manifest = path.join(made, 'backup.json');
    const said = readManifest(made);
    assert.ok(said);
    writeManifest(made, { ...said, historyRows: said.historyRows + 1, historyHead: 'another' });
    assert.equal(restoreBackup(made, undefined, folder('short')).kind, 'unsound');
    rmSync(manifest);
    assert.deepEqual(restoreBackup(made, undefined, folder('short')), { kind: 'not_a_backup' });
    assert.ok(!existsSync(path.join(folder('short'), 'fieldstone.db')));
  });

  it('is needed: a copy of the live file alone passes every check and lacks rows', async () => {
    await write(100);
    const floor = verifyHistory(world.service.db).rows;
    copyFileSync(path.join(world.folder, 'fieldstone.db'), folder('copied.db'));
    const { faults, chain } = checkCopy(folder('copied.db'));
    assert.deepEqual(faults, []);
    assert.ok(chain.rows < floor, `${String(chain.rows)} of ${String(floor)}`);
  });

  it('is for this user alone, and holds no key', async () => {
    const made = await backUp();
    const mode = (name: string): number => statSync(name).mode & 0o777;
    assert.equal(mode(made), 0o700);
    for (const name of ['fieldstone.db', 'backup.json']) assert.equal(mode(path.join(made, name)), 0o600, name);
    assert.equal(mode(folder('keys')), 0o700);
    for (const name of readdirSync(folder('keys'))) assert.equal(mode(path.join(folder('keys'), name)), 0o600);
    const secret = readFileSync(folder('secret'));
    const held = readdirSync(made, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .filter((one) => readFileSync(path.join(one.parentPath, one.name)).includes(secret));
    assert.deepEqual(held, []);
    assert.equal(restoreBackup(made, folder('secret'), folder('with-key')).kind, 'restored');
    assert.equal(mode(path.join(folder('with-key'), 'secret.key')), 0o600);
    assert.equal(mode(path.join(folder('with-key'), 'fieldstone.db')), 0o600);
  });

  it('whose bytes were changed or cut off is refused, whichever they are', async (t) => {
    const made = await backUp();
    const random = seededRandom(seedOf(20261125));
    const below = (top: number): number => Math.floor(random() * top);
    const files = readdirSync(made, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => path.relative(made, path.join(one.parentPath, one.name)));
    const tries = times(40, 600);
    const accepted: string[] = [];
    for (let turn = 0; turn < tries; turn += 1) {
      const spoilt = folder('spoilt');
      cpSync(made, spoilt, { recursive: true });
      // Half of the time the database, since it is the one that matters most.
      const name = turn % 2 === 0 ? 'fieldstone.db' : (files[below(files.length)] ?? '');
      const file = path.join(spoilt, name);
      const bytes = readFileSync(file);
      if (bytes.length === 0) continue;
      if (turn % 5 === 4) truncateSync(file, below(bytes.length));
      else {
        for (let flips = 1 + below(64); flips > 0; flips -= 1) {
          const at = below(bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
        }
        writeFileSync(file, bytes);
      }
      const restored = restoreBackup(spoilt, undefined, folder('from-spoilt'));
      if (restored.kind === 'restored') accepted.push(name);
      assert.ok(!existsSync(path.join(folder('from-spoilt'), 'fieldstone.db')), name);
      rmSync(spoilt, { recursive: true });
    }
    t.diagnostic(JSON.stringify({ tries, accepted: accepted.length }));
    assert.deepEqual(accepted, []);
  });

  it('with one other letter in a text is refused, though SQLite finds nothing', async () => {
    const made = await backUp();
    const file = path.join(made, 'fieldstone.db');
    const bytes = readFileSync(file);
    bytes.write('X', bytes.indexOf('"security-sector"') + 3);
    writeFileSync(file, bytes);
    const { faults, chain } = checkCopy(file);
    assert.deepEqual([faults, chain.brokenAt], [[], undefined]);
    assert.equal(restoreBackup(made, undefined, folder('one-letter')).kind, 'unsound');
  });

  /** The command, in a process of its own. */
  function command(...words: string[]) {
    const env = { ...process.env, DATA_DIR: world.folder, CONTENT_REPOSITORIES: `local:${world.repository}` };
    return spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  it('made by the command while the service is written to holds what was there when it began', async (t) => {
    const floor = verifyHistory(world.service.db).rows;
    const running = command('backup', folder('by-command'), '--keys', folder('keys-by-command'));
    let written = 0;
    const ended = once(running, 'exit').then(([code]) => code as number);
    let code: number | undefined;
    void ended.then((found) => (code = found));
    while (code === undefined) {
      await write(5);
      written += 5;
      await new Promise(setImmediate);
    }
    assert.equal(code, 0);
    const [name = ''] = readdirSync(folder('by-command'));
    const began = performance.now();
    const restored = restoreBackup(path.join(folder('by-command'), name), undefined, folder('from-command'));
    const ms = Math.round(performance.now() - began);
    assert.ok(restored.kind === 'restored' && restored.rows >= floor);
    t.diagnostic(JSON.stringify({ floor, rows: restored.rows, writtenMeanwhile: written, restoredInMs: ms }));
  });

  it('that is killed leaves nothing that looks whole', { timeout: 240_000 }, async (t) => {
    const target = folder('killed');
    const seen = { kills: 0, whole: 0, unfinished: 0 };
    for (let turn = 0; turn < times(4, 20); turn += 1) {
      const running = command('backup', target, '--keys', folder('keys-killed'));
      await until(() => running.exitCode !== null || (existsSync(target) && readdirSync(target).length > seen.kills));
      await new Promise((resolve) => setTimeout(resolve, turn * 15));
      running.kill('SIGKILL');
      if (running.exitCode === null) await once(running, 'exit');
      seen.kills += 1;
    }
    for (const name of readdirSync(target)) {
      const restored = restoreBackup(path.join(target, name), undefined, folder(`from-${name}`));
      assert.equal(restored.kind, name.endsWith('.unfinished') ? 'not_a_backup' : 'restored', name);
      seen[name.endsWith('.unfinished') ? 'unfinished' : 'whole'] += 1;
    }
    t.diagnostic(JSON.stringify(seen));
    assert.ok(seen.unfinished > 0, 'none was killed in time to prove anything');
  });

  it('on a disk without room keeps nothing, and says so in a sentence', { skip: SmallDisk.skip }, async () => {
    const disk = SmallDisk.mount(1);
    try {
      disk.fill();
      const running = command('backup', path.join(disk.folder, 'backups'), '--keys', folder('keys-full'));
      let said = '';
      running.stderr.on('data', (words: Buffer) => (said += words.toString()));
      const [code] = (await once(running, 'close')) as [number];
      assert.equal(code, 1);
      assert.match(said, /^There is no room for the backup in [^\n]+\n$/u);
      assert.ok(
        !existsSync(path.join(disk.folder, 'backups')) || readdirSync(path.join(disk.folder, 'backups')).length === 0,
      );
      assert.ok(!existsSync(folder('keys-full')) || readdirSync(folder('keys-full')).length === 0);
    } finally {
      disk.unmount();
    }
  });

  it('is the mark that shows what was cut off, and what was written anew', async () => {
    const made = await backUp();
    const { db } = world.service;
    assert.equal(compareWithBackup(db, made).kind, 'holds');
    assert.equal(compareWithBackup(db, folder('backups')).kind, 'holds', 'the newest of many');
    assert.equal(compareWithBackup(db, folder('keys')).kind, 'no_backup');
    const { rows } = verifyHistory(db);
    const shorter = (cut: string): Db => {
      copyDatabase(db, folder('shorter.db'));
      const copy = openDatabase(folder('shorter.db'));
      copy.$client.exec(`drop trigger history_is_not_deleted; delete from history where ${cut}`);
      rmSync(folder('shorter.db'));
      return copy;
    };
    const cut = shorter(`n = ${String(rows)}`);
    assert.equal(verifyHistory(cut).brokenAt, undefined, 'in itself it is sound');
    assert.equal(compareWithBackup(cut, made).kind, 'cut');
    cut.$client.close();
    const anew = shorter('true');
    inTransaction(anew, (tx) => {
      for (let row = 0; row < rows; row += 1) {
        appendHistory(tx, { at: '2026-01-02T00:00:00.000Z', actor: 'service', act: 'send', object: 'y', body: {} });
      }
    });
    assert.equal(verifyHistory(anew).brokenAt, undefined, 'in itself it is sound');
    assert.equal(compareWithBackup(anew, made).kind, 'other');
    anew.$client.close();
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}
