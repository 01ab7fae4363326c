import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LetterDocument, type LetterModel, type LetterPart } from '../../views/letters/letter-document.tsx';
import { isInterfaceLanguage } from '../i18n/languages.ts';
import { translator, type Translate } from '../i18n/translate.ts';

/** What a letter says, in its reader's language. */
export interface LetterWords {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly link: { readonly href: string; readonly label: string };
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
}

export const words = (text: string): LetterPart => ({ kind: 'words', text });
export const code = (text: string): LetterPart => ({ kind: 'code', text });

/** Speaks the language that a reader last used here; one that the interface does not speak any more becomes English. */
export const speaker = (language: string): Translate => translator(isInterfaceLanguage(language) ? language : 'en');

/** The same words as plain text and as HTML, each with its one link. */
export function writeLetter(t: Translate, { subject, parts, link }: LetterWords): WrittenLetter {
  const footer = t('letters.footer');
  const model: LetterModel = { lang: t.lang, dir: t.dir, subject, parts, link, footer };
  const paragraphs = [
    ...parts.map(({ text }) => text),
    `${t('letters.link_above', { label: link.label })}\n${link.href}`,
    footer,
  ];
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(h(LetterDocument, { model }))}`,
    language: t.lang,
  };
}
