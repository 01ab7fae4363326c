import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { MarkdownBox, type CleanHtml } from '../components/markdown-box.tsx';

/** A page with its facts, as its files hold them. */
export interface PagePaperModel {
  readonly title: string;
  readonly html: CleanHtml;
  /** The text of the file of facts. */
  readonly facts: string;
}

/** The page as it will look on the site, and the facts that go with it folded away. */
export function PagePaper({ t, model }: { t: Translate; model: PagePaperModel }): VNode {
  return (
    <>
      <h3 lang={model.html.lang} dir={model.html.dir}>
        {model.title}
      </h3>
      <MarkdownBox {...model.html} />
      <details class="fold">
        <summary>{t('publication.facts_file')}</summary>
        <pre dir="ltr">{model.facts}</pre>
      </details>
    </>
  );
}
