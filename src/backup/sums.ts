import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, readdirSync } from 'node:fs';
import path from 'node:path';

const CHUNK = 1024 * 1024;

/** SHA-256 of a text, hex. */
export const sumOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of every file below a folder, by its path there. */
export function sumsOf(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return Object.fromEntries(files.sort().map((file) => [nameBelow(folder, file), sumOf(file)]));
}

/** The first file that is not as its sum says, or is gone; undefined when all are. */
export function spoiltFile(folder: string, sums: Readonly<Record<string, string>>): string | undefined {
  const found = sumsOf(folder);
  return Object.keys(sums).find((name) => found[name] !== sums[name]);
}

const nameBelow = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');

function sumOf(name: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  const file = openSync(name, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
