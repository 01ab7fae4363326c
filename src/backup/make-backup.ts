import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mirrorLocal } from '../compose.ts';
import { checkCopy, copyDatabase } from '../db/backup-database.ts';
import { verifyHistory } from '../db/history-store.ts';
import type { Db } from '../db/open-database.ts';
import { MANIFEST, type Manifest } from './manifest.ts';

/** The backup is not what the database was when it began; nothing was kept. */
export class BackupUnsound extends Error {}

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
 * has its name only when all is well.
 */
export async function makeBackup(input: BackupInput): Promise<string> {
  const before = verifyHistory(input.db);
  const name = input.now.toISOString().replaceAll(':', '-');
  const folder = path.join(input.target, name);
  const building = `${folder}.unfinished`;
  mkdirSync(building, { recursive: true, mode: 0o700 });
  try {
    copyDatabase(input.db, path.join(building, 'fieldstone.db'));
    const repositories = await mirrorAll(input.repositories, building);
    const { faults, chain } = checkCopy(path.join(building, 'fieldstone.db'));
    if (faults.length > 0 || chain.brokenAt !== undefined || chain.rows < before.rows) {
      throw new BackupUnsound(`${faults.join('; ')} rows ${String(chain.rows)} of ${String(before.rows)}`);
    }
    const manifest: Manifest = {
      madeAt: input.now.toISOString(),
      historyRows: chain.rows,
      historyHead: chain.head,
      repositories,
    };
    writeFileSync(path.join(building, MANIFEST), JSON.stringify(manifest, null, 2));
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
  copyKey(input, name);
  return folder;
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

function copyKey({ secretFile, keysTarget }: BackupInput, name: string): void {
  if (secretFile === undefined) return;
  mkdirSync(keysTarget, { recursive: true, mode: 0o700 });
  copyFileSync(secretFile, path.join(keysTarget, `${name}.key`));
}
