import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeBackup } from '../../src/backup/make-backup.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { checkCopy } from '../../src/db/backup-database.ts';
import { appendHistory, verifyHistory } from '../../src/db/history-store.ts';
import { openDatabase } from '../../src/db/open-database.ts';
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
    const said = JSON.parse(readFileSync(manifest, 'utf8')) as { historyRows: number };
    writeFileSync(manifest, JSON.stringify({ ...said, historyRows: said.historyRows + 1 }));
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
});
