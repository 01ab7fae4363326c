/** The languages in which the whole interface speaks. */
export const interfaceLanguages = ['en', 'fr', 'es', 'ar'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export type Direction = 'ltr' | 'rtl';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const isInterfaceLanguage = (code: string): code is InterfaceLanguage =>
  (interfaceLanguages as readonly string[]).includes(code);

/** The direction in which a language is written; works for content languages that the interface does not speak. */
export const directionOf = (language: string): Direction =>
  rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr';

const ownNames = new Map<string, string>();

/** A language's name in that language, as a reader looks for it: `العربية`. Asking costs much, so once for each. */
export function ownName(language: string): string {
  const known = ownNames.get(language);
  if (known !== undefined) return known;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  ownNames.set(language, name);
  return name;
}
