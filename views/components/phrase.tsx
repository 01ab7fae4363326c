import type { VNode } from 'preact';

/** A text that the module or another language brings. A plain string is in the language of the page. */
export type Phrase = string | { readonly text: string; readonly lang: string; readonly dir: 'ltr' | 'rtl' };

/** Says a phrase; one in another language is marked, for screen readers and for its direction. */
export function Say({ phrase }: { phrase: Phrase }): VNode {
  if (typeof phrase === 'string') return <>{phrase}</>;
  return (
    <span lang={phrase.lang} dir={phrase.dir}>
      {phrase.text}
    </span>
  );
}

/** What a person typed, shielded from the direction of the sentence around it. */
export function UserText({ text, lang }: { text: string; lang?: string | undefined }): VNode {
  return <bdi lang={lang}>{text}</bdi>;
}

/** Paragraphs that a person typed: empty lines part them, line ends stay. */
export function UserProse({ text, lang }: { text: string; lang?: string | undefined }): VNode {
  return (
    <div class="prose typed" dir="auto" lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
    </div>
  );
}
