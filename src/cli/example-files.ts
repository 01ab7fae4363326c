import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ForgeFile } from '../ports/forge.ts';

/** `examples/` stands in the project's folder, above `src` and above `dist/src`. */
export function examplesFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'examples', 'content'))) folder = path.dirname(folder);
  return path.join(folder, 'examples');
}

/** The files of the example content repository. */
export function exampleFiles(): ForgeFile[] {
  const root = path.join(examplesFolder(), 'content');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(root, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }));
}
