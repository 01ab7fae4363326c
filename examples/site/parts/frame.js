import { html } from '../lib/html.js';
import { directionOf, ownName, spoken } from '../lib/languages.js';
import { linkFrom, paths } from '../lib/paths.js';

/**
 * The whole page around its main part.
 * @param page where it lies (`at`), its language, title, the module it belongs to, and its like in other languages
 */
export function frame(page, main) {
  const { at, language, direction = directionOf(language), title, words } = page;
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
        />
        <title>${title}</title>
        <link rel="stylesheet" href="${linkFrom(at, paths.style)}" />
      </head>
      <body>
        <a class="skip" href="#content">${words.say('skip')}</a>
        ${header(page)}
        <main id="content" class="frame">${main}</main>
        ${footer(page)}
      </body>
    </html> `.toString();
}

function header({ at, language, words, published, module, others }) {
  const home = nearest(published.languages, language);
  const exit = module ?? published.modules[0];
  return html`<header class="top">
    <div class="frame">
      <a class="home" href="${linkFrom(at, paths.home(home, published.languages))}">${words.say('modules')}</a>
      ${others === undefined ? '' : languageLinks(at, language, others, words)}
      <a class="leave" href="${exit.operator.exit}" rel="noreferrer">${words.say('leave')}</a>
    </div>
  </header>`;
}

function languageLinks(at, language, others, words) {
  const links = others.map((other) => languageLink(at, language, other));
  return html`<nav class="languages" aria-label="${words.plain('languages')}">${links}</nav>`;
}

/** A link to the same content in another language, in that language. */
export function languageLink(at, language, other) {
  const name = spoken({ text: ownName(other.language), language: other.language }, language);
  if (other.language === language) return html`<b aria-current="page">${name}</b>`;
  return html`<a href="${linkFrom(at, other.at)}" hreflang="${other.language}">${name}</a>`;
}

function footer({ words, module, published }) {
  const { operator } = module ?? published.modules[0];
  const mail = (address) => html`<a href="mailto:${address}" dir="ltr">${address}</a>`;
  return html`<footer class="bottom">
    <div class="frame">
      <p>${words.say('safety')} ${mail(operator.safetyContact)}</p>
      <p><bdi>${operator.name}</bdi>. ${words.say('contact')} ${mail(operator.contact)}</p>
    </div>
  </footer>`;
}

/** The language itself where it is one of these, else the first of them. */
export const nearest = (languages, language) => (languages.includes(language) ? language : languages[0]);
