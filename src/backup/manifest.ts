import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { sumOfText } from './sums.ts';

/**
 * What a backup says of itself: the high-water mark is the last row of the history and its hash, and each file has its
 * sum, since SQLite does not notice a changed letter inside a text.
 */
const facts = z.object({
  madeAt: z.string(),
  historyRows: z.number(),
  historyHead: z.string(),
  repositories: z.array(z.string()),
  /** Path below the folder, and SHA-256. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof facts>;
const sealed = z.object({ facts, sum: z.string() });

export const MANIFEST = 'backup.json';

/** Undefined when there is no whole backup in this folder: the manifest is written last, and holds its own sum. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const read = sealed.parse(JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8')));
    return read.sum === sumOfText(JSON.stringify(read.facts)) ? read.facts : undefined;
  } catch {
    return undefined;
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  const whole = { facts: manifest, sum: sumOfText(JSON.stringify(manifest)) };
  writeFileSync(path.join(folder, MANIFEST), JSON.stringify(whole, null, 2), { mode: 0o600, flush: true });
}
