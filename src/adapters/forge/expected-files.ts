import { FolderTaken } from '../../domain/publication/forge-faults.ts';
import type { ChangeRequest, ForgeFile } from '../../ports/forge.ts';

/**
 * Looks before the first commit of a change whether its folders are as we left them. `read` gives the files below a folder
 * on the default branch. Throws `FolderTaken`.
 */
export async function requireExpected(
  { expected, removes, files }: ChangeRequest,
  read: (folder: string) => Promise<readonly ForgeFile[]>,
): Promise<void> {
  if (expected === undefined) return;
  const found = (await Promise.all(removes.map(read))).flat();
  const foreign = differing(expected, found);
  // Somebody may have brought the whole change in by hand already.
  if (foreign.length > 0 && differing(files, found).length > 0) throw new FolderTaken(foreign);
}

/** Paths that only one side has, or both with different texts. */
function differing(one: readonly ForgeFile[], other: readonly ForgeFile[]): readonly string[] {
  const [left, right] = [textsOf(one), textsOf(other)];
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].filter((path) => left.get(path) !== right.get(path)).sort();
}

const textsOf = (files: readonly ForgeFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text }) => [path, text]));
