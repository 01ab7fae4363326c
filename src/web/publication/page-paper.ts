import type { PagePaperModel } from '../../../views/publication/page-paper.tsx';
import { directionOf } from '../../i18n/languages.ts';
import { renderMarkdown, splitPage } from '../markdown.ts';

interface StoredFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a page, ready to be read; undefined when there is no page among them. */
export function pagePaper(files: readonly StoredFile[], title: string, language: string): PagePaperModel | undefined {
  const page = files.find(({ path }) => /\/index\.[a-z]{2,3}\.md$/.test(path));
  if (page === undefined) return undefined;
  const { body } = splitPage(page.text);
  return {
    title,
    html: { html: renderMarkdown(body), lang: language, dir: directionOf(language) },
    facts: files.find(({ path }) => path.endsWith('/meta.yml'))?.text ?? '',
  };
}
