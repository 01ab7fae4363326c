import { parse } from 'yaml';

interface Facts {
  readonly attribution?: { readonly text?: unknown };
}

/** The name that the stored facts of a page print, whoever it is of. */
export function printedName(files: readonly { readonly path: string; readonly text: string }[]): string {
  const meta = files.find(({ path }) => path.endsWith('/meta.yml'))?.text ?? '';
  const text = (parse(meta) as Facts | null)?.attribution?.text;
  return typeof text === 'string' ? text : '';
}
