import type { PageFile } from './page-input.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal; passed in, for the domain reaches no module of the machine. */
export type Sha256 = (text: string) => string;

const MODE = '100644';

/** One name for exactly these files, whatever their order: what a consent is for and a commit is recognised by. */
export function contentKey(files: readonly PageFile[], sha256: Sha256): string {
  const lines = files.map((file) => `${file.path}\0${MODE}\0${sha256(file.text)}\n`);
  return sha256(lines.sort().join(''));
}
