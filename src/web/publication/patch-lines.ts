import type { PatchLine } from '../../../views/components/diff.tsx';

/** A page of practice has a few hundred lines; more than this is not read on a screen. */
const MOST_LINES = 2000;

/** A unified diff as git writes it, line by line; the lines that say nothing to a reader are left out. */
export function patchLines(diff: string): { lines: PatchLine[]; cut: boolean } {
  const all = diff.split('\n');
  if (all.at(-1) === '') all.pop();
  return { lines: all.slice(0, MOST_LINES).flatMap((line) => toLine(line) ?? []), cut: all.length > MOST_LINES };
}

function toLine(line: string): PatchLine | undefined {
  if (line.startsWith('diff --git ')) return { kind: 'file', text: line.slice(line.lastIndexOf(' b/') + 3) };
  if (/^(?:index |--- |\+\+\+ |new file mode|deleted file mode|similarity |\\ )/.test(line)) return undefined;
  if (line.startsWith('@@')) return { kind: 'place', text: line };
  if (line.startsWith('+')) return { kind: 'added', text: line.slice(1) };
  if (line.startsWith('-')) return { kind: 'removed', text: line.slice(1) };
  return { kind: 'same', text: line.slice(1) };
}
