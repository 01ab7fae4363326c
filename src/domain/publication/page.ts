import { cleanLine } from './clean-text.ts';
import { pageBody } from './page-body.ts';
import type { PageFile, PageInput } from './page-input.ts';
import { pageMeta } from './page-meta.ts';
import { yamlText } from './yaml-text.ts';

/** Languages of the form that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'ku', 'ug', 'yi'];

/** The folder of a practice in the content repository. */
export function practiceFolder(moduleId: string, publicId: string): string {
  return `modules/${moduleId}/practices/${publicId}`;
}

/**
 * The files that publish a practice: the facts, and the page in its language. The same input gives the same bytes, so
 * that what was approved can be compared with what is published.
 */
export function writePage(input: PageInput): readonly PageFile[] {
  const folder = practiceFolder(input.definition.id, input.publicId);
  const title = input.answers['title'];
  const frontMatter = yamlText({
    title: cleanLine(typeof title === 'string' ? title : ''),
    id: input.publicId,
    language: input.language,
    direction: RIGHT_TO_LEFT.includes(input.language) ? 'rtl' : 'ltr',
  });
  return [
    { path: `${folder}/meta.yml`, text: yamlText(pageMeta(input)) },
    { path: `${folder}/index.${input.language}.md`, text: `---\n${frontMatter}---\n\n${pageBody(input)}` },
  ];
}
