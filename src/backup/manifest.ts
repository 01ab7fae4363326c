import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a backup says of itself: the high-water mark is the last row of the history and its hash. */
const manifest = z.object({
  madeAt: z.string(),
  historyRows: z.number(),
  historyHead: z.string(),
  repositories: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

export const MANIFEST = 'backup.json';

/** Undefined when there is no whole backup in this folder: the manifest is written last. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8')));
  } catch {
    return undefined;
  }
}
