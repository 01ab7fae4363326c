import { chmodSync, closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mirrorLocal } from '../compose.ts';
import { checkCopy, copyDatabase } from '../db/backup-database.ts';
import { verifyHistory } from '../db/history-store.ts';
import type { Db } from '../db/open-database.ts';
import { writeManifest } from './manifest.ts';
import { isNoRoom } from './no-room.ts';
import { sumsOf } from './sums.ts';

/** No backup was made and nothing of it was kept. */
export class BackupFailed extends Error {
  /** `full`: no room where it should go. `unsound`: it is not what the database was when it began. */
  readonly reason: 'full' | 'unsound';
  constructor(reason: 'full' | 'unsound', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export interface BackupInput {
  readonly db: Db;
  readonly now: Date;
  /** Folders of local content repositories. */
  readonly repositories: readonly string[];
  readonly secretFile: string | undefined;
  readonly target: string;
  /** Keys have a line of their own: with the database in one place, lock and key would lie together. */
  readonly keysTarget: string;
}

/**
 * Copies everything that cannot be made again into a folder of its own below `target`, while the service runs, and
 * checks the copy: integrity, and that its history goes at least as far as it went when the backup began. The folder
 * has its name only when all is well. Throws `BackupFailed`.
 */
export async function makeBackup(input: BackupInput): Promise<string> {
  const name = input.now.toISOString().replaceAll(':', '-');
  const folder = path.join(input.target, name);
  const building = `${folder}.unfinished`;
  const key = path.join(input.keysTarget, `${name}.key`);
  try {
    mkdirSync(building, { recursive: true, mode: 0o700 });
    await fill(building, input);
    copyKey(input, key);
    renameSync(building, folder);
    flushFolder(input.target);
    return folder;
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    rmSync(key, { force: true });
    throw isNoRoom(error) ? new BackupFailed('full', 'No room for the backup', { cause: error }) : error;
  }
}

async function fill(building: string, { db, now, repositories }: BackupInput): Promise<void> {
  const before = verifyHistory(db);
  const copy = path.join(building, 'fieldstone.db');
  copyDatabase(db, copy);
  chmodSync(copy, 0o600);
  const names = await mirrorAll(repositories, building);
  const { faults, chain } = checkCopy(copy);
  if (faults.length > 0 || chain.brokenAt !== undefined || chain.rows < before.rows) {
    const rows = `${String(chain.rows)} of ${String(before.rows)} rows of history`;
    throw new BackupFailed('unsound', faults[0] ?? rows);
  }
  writeManifest(building, {
    madeAt: now.toISOString(),
    historyRows: chain.rows,
    historyHead: chain.head,
    repositories: names,
    files: sumsOf(building),
  });
}

async function mirrorAll(repositories: readonly string[], building: string): Promise<string[]> {
  const names: string[] = [];
  for (const repository of repositories) {
    const name = path.basename(repository);
    await mirrorLocal(repository, path.join(building, name), AbortSignal.timeout(10 * 60_000));
    names.push(name);
  }
  return names;
}

function copyKey({ secretFile, keysTarget }: BackupInput, key: string): void {
  if (secretFile === undefined) return;
  mkdirSync(keysTarget, { recursive: true, mode: 0o700 });
  copyFileSync(secretFile, key);
  chmodSync(key, 0o600);
}

/** So that the name outlives a power cut too. */
function flushFolder(folder: string): void {
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
