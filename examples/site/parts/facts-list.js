import { html } from '../lib/html.js';
import { placeName, spoken } from '../lib/languages.js';
import { linkFrom, paths } from '../lib/paths.js';
import { nearest } from './frame.js';

/** What the page is, whence it comes, and how well it is proven, in the words that the module has for it. */
export function factsList(page, practice) {
  const { language, words, module } = page;
  const own = (key) => spoken(module.texts.of(language, key), language);
  const places = practice.countries.map(
    (code) => html`<li>${spoken(placeName(module.texts, language, code), language)}</li>`,
  );
  const by = spoken({ text: practice.attribution, language: practice.original ?? language }, language);
  const rows = [
    ['evidence', evidence(practice.evidence, own)],
    places.length > 0 && [
      'countries',
      html`<ul>
        ${places}
      </ul>`,
    ],
    practice.sections.length > 0 && [
      'belongs_to',
      html`<ul>
        ${practice.sections.map((id) => section(page, id))}
      </ul>`,
    ],
    ['contributed_by', html`<bdi>${by}</bdi>`],
    ['licence', own(`fields.licence.options.${practice.licence}`)],
    ['number', html`<bdi class="code">${practice.id}</bdi>`],
  ];
  const shown = rows.filter(Boolean).map(
    ([word, value]) =>
      html`<div>
        <dt>${words.say(word)}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  return html`<dl class="facts" aria-label="${words.plain('facts')}">${shown}</dl>`;
}

const evidence = (level, own) =>
  html`<strong class="level level-${level}">${level} ${own(`evidence.${level}.label`)}</strong>
    <span class="rule">${own(`evidence.${level}.rule`)}</span>`;

/** A section that the module no longer has is named by nothing. */
function section({ at, language, module }, id) {
  if (!module.sections.includes(id)) return '';
  const shown = nearest(module.languages, language);
  const name = spoken(module.texts.of(shown, `sections.${id}`), language);
  return html`<li><a href="${linkFrom(at, paths.section(module.id, shown, id))}">${name}</a></li>`;
}
