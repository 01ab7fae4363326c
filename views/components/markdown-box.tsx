import type { VNode } from 'preact';

/** HTML that the sanitizer made. Nothing else may ever be put here. */
export interface CleanHtml {
  readonly html: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** A page of the module as its readers will see it. */
export function MarkdownBox({ html, lang, dir }: CleanHtml): VNode {
  return <div class="paper prose" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />;
}
