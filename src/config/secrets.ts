import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';
import { StartFailure, startFailures } from './start-failures.ts';

const FILE = 'secret.key';
const SHORTEST = 32;

/**
 * The one secret from which all keys are derived: `SECRET_KEY`, or what the data folder keeps in `secret.key`, made
 * there at the first start. The file's text may be moved to `SECRET_KEY` as it is. Throws `StartFailure`.
 */
export function readSecret(config: Pick<Config, 'secretKey' | 'dataFolder'>): Buffer {
  if (config.secretKey !== undefined) return Buffer.from(config.secretKey, 'utf8');
  const file = path.join(config.dataFolder, FILE);
  const kept = readKept(file) ?? makeOnce(file);
  if (kept.length < SHORTEST) throw new StartFailure(startFailures.secretDamaged(file));
  return Buffer.from(kept, 'utf8');
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new StartFailure(startFailures.secretDamaged(file), { cause });
  }
}

/** Written whole under another name and then linked: a crash leaves no half key, and of two starts one wins. */
function makeOnce(file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeWhole(draft, `${randomBytes(32).toString('hex')}\n`);
  try {
    linkSync(draft, file);
  } catch (cause) {
    if (readKept(file) === undefined)
      throw new StartFailure(startFailures.folderNotWritable(path.dirname(file)), { cause });
  } finally {
    rmSync(draft, { force: true });
  }
  return readKept(file) ?? '';
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
