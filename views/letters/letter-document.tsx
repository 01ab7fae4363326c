import type { VNode } from 'preact';

/** A part of a letter: a paragraph, or a code on a line of its own. */
export type LetterPart =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'code'; readonly text: string };

export interface LetterModel {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly link: { readonly href: string; readonly label: string };
  readonly footer: string;
}

/** A letter as a mail program shows it: no style, no picture, one link. It is HTML for the direction of its writing. */
export function LetterDocument({ model }: { model: LetterModel }): VNode {
  const { lang, dir, subject, parts, link, footer } = model;
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
      </head>
      <body dir={dir}>
        {parts.map(({ kind, text }) =>
          kind === 'code' ? (
            <p>
              <strong dir="ltr">{text}</strong>
            </p>
          ) : (
            <p>{text}</p>
          ),
        )}
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
        <p>{footer}</p>
      </body>
    </html>
  );
}
