import { html } from '../lib/html.js';
import { directionOf, ownName, pageFor, placeName, spoken } from '../lib/languages.js';
import { beginning } from '../lib/markdown.js';
import { linkFrom, paths } from '../lib/paths.js';

/** Practices, each with what it is, where, how well it is proven, and how it begins; titles are headings of a level. */
export function practiceList(page, practices, level = 2) {
  if (practices.length === 0) return html`<p class="quietly">${page.words.say('nothing_yet')}</p>`;
  return html`<ul class="practices">
    ${practices.map((practice) => entry(page, practice, level))}
  </ul>`;
}

/** The card is laid out in the direction of the practice's own language, whatever the page around it speaks. */
function entry(page, practice, level) {
  const { language, words } = page;
  const shown = pageFor(practice, language);
  const tongue = { text: ownName(shown.language), language: shown.language };
  const isForeign = shown.language !== language;
  const more = [
    practice.status === 'historic' && html`<em>${words.say('historic_mark')}</em>`,
    isForeign && spoken(tongue, language),
  ];
  return html`<li${isForeign && html` lang="${shown.language}" dir="${shown.direction}"`}>
<h${level} class="name"><a href="${addressOf(page, practice, shown)}">${shown.title}</a></h${level}>
<p class="about"${isForeign && html` lang="${language}" dir="${directionOf(language)}"`}>${aboutLine(page, practice, more)}</p>
<p>${beginning(shown.body)}</p>
</li>`;
}

/** In one line: what it is, where, how well it is proven, and what else there is to say. */
export function aboutLine({ language, published }, practice, more = []) {
  const { texts } = published.module(practice.module);
  const own = (key) => spoken(texts.of(language, key), language);
  const parts = [
    own(`fields.kind.options.${practice.kind}`),
    ...practice.countries.map((code) => spoken(placeName(texts, language, code), language)),
    html`${practice.evidence} ${own(`evidence.${practice.evidence}.label`)}`,
    ...more.filter(Boolean),
  ];
  return parts.map((part, index) => html`${index > 0 && ' · '}${part}`);
}

/** The title of a practice, leading to the page that a reader of this language can use best. */
export function practiceLink(page, practice) {
  const shown = pageFor(practice, page.language);
  const title = spoken({ text: shown.title, language: shown.language }, page.language);
  return html`<a href="${addressOf(page, practice, shown)}">${title}</a>`;
}

const addressOf = ({ at }, { module, id }, { language }) => linkFrom(at, paths.practice(module, id, language));
