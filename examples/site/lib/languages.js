import { html } from './html.js';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'ku', 'ug', 'yi'];

export const directionOf = (language) => (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr');

/** A text that says in which language it is, where that is not the language around it. */
export function spoken({ text, language }, around) {
  return language === around
    ? html`${text}`
    : html`<span lang="${language}" dir="${directionOf(language)}">${text}</span>`;
}

/** A language by its own name. */
export function ownName(language) {
  const name = new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A country or a region by its name in a language; what is neither has its name in the module's texts. */
export function placeName(texts, language, code) {
  if (!/^(?:[A-Z]{2}|m49_\d{3})$/u.test(code)) return texts.of(language, `fields.countries.options.${code}`);
  const name = new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code.replace('m49_', ''));
  return { text: name ?? code, language };
}

/** A day in words, with Western digits in every language, so that it can be compared. */
export function dayIn(language, day) {
  const options = { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' };
  const words = new Intl.DateTimeFormat([language, 'en'], options).format(new Date(`${day}T00:00:00Z`));
  return html`<time datetime="${day}">${words}</time>`;
}

/** The page of a practice that a reader of this language can use best: theirs, the original, or any. */
export function pageFor(practice, language) {
  const { pages, original } = practice;
  return (
    pages.find((page) => page.language === language) ?? pages.find((page) => page.language === original) ?? pages[0]
  );
}
