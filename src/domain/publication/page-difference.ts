import { structuredPatch } from 'diff';
import type { PageFile } from './page-input.ts';

/** A line of the difference between two states of a page; `place` begins a passage, `file` names a file. */
export interface PageLine {
  readonly kind: 'file' | 'place' | 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines kept around a change, so that it is seen where it stands. */
const CONTEXT = 1;

/** What changes in the files of a page, line by line; empty when nothing does. */
export function pageDifference(before: readonly PageFile[], after: readonly PageFile[]): PageLine[] {
  const paths = [...new Set([...after, ...before].map(({ path }) => path))];
  return paths.flatMap((path) => {
    const [old, young] = [before, after].map((files) => files.find((file) => file.path === path)?.text ?? '');
    const { hunks } = structuredPatch(path, path, old ?? '', young ?? '', undefined, undefined, { context: CONTEXT });
    if (hunks.length === 0) return [];
    const name: PageLine = { kind: 'file', text: path.slice(path.lastIndexOf('/') + 1) };
    return [name, ...hunks.flatMap(({ lines }, at) => [...(at > 0 ? [PLACE] : []), ...lines.flatMap(lineOf)])];
  });
}

const PLACE: PageLine = { kind: 'place', text: '…' };
const kinds = new Map<string, PageLine['kind']>([
  ['+', 'added'],
  ['-', 'removed'],
  [' ', 'same'],
]);

function lineOf(line: string): PageLine[] {
  const kind = kinds.get(line.charAt(0));
  return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
}
