import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ForgeFile } from '../../src/ports/forge.ts';

/** The files of the example content repository as they stand in `examples/content`. */
export function exampleContent(folder = 'examples/content'): ForgeFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(folder, file), text: readFileSync(file, 'utf8') }));
}
