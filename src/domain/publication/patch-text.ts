import { createTwoFilesPatch } from 'diff';
import type { PageFile } from './page-input.ts';

/** A change of the content repository, and what stands in its place now. */
export interface PatchInput {
  /** Subject, an empty line, and the rest. */
  readonly message: string;
  /** `YYYY-MM-DD`; the hour is told by nothing. */
  readonly day: string;
  readonly before: readonly PageFile[];
  readonly after: readonly PageFile[];
}

/** Nobody's address, on purpose. */
const AUTHOR = 'Fieldstone <noreply@fieldstone.invalid>';

/** The change as `git am` takes it: for a repository that the service cannot reach. */
export function patchText({ message, day, before, after }: PatchInput): string {
  const [subject = '', ...rest] = message.trim().split('\n');
  const date = new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '+0000');
  const head = [`From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`, `From: ${AUTHOR}`, `Date: ${date}`];
  const letter = [...head, `Subject: [PATCH] ${subject}`, ...rest, '---', ''].join('\n');
  const paths = [...new Set([...after, ...before].map(({ path }) => path))].sort();
  return `${letter}\n${paths.map((path) => fileText(path, textAt(before, path), textAt(after, path))).join('')}-- \nFieldstone\n`;
}

const textAt = (files: readonly PageFile[], path: string): string | undefined =>
  files.find((file) => file.path === path)?.text;

function fileText(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return '';
  const mode =
    before === undefined ? 'new file mode 100644\n' : after === undefined ? 'deleted file mode 100644\n' : '';
  const [from, to] = [
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
  ];
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined);
  return `diff --git a/${path} b/${path}\n${mode}${patch.replace(/^=+\n/u, '').replaceAll(/^(---|\+\+\+) (\S+)\t.*$/gmu, '$1 $2')}`;
}
