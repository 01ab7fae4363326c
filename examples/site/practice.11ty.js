import { html, markup } from './lib/html.js';
import { dayIn, spoken } from './lib/languages.js';
import { rendered } from './lib/markdown.js';
import { linkFrom, paths } from './lib/paths.js';
import { shortName } from './lib/section-tree.js';
import { wordsIn } from './lib/words.js';
import { crumbs } from './parts/crumbs.js';
import { factsList } from './parts/facts-list.js';
import { frame, languageLink, nearest } from './parts/frame.js';
import { aboutLine, practiceLink } from './parts/practice-list.js';

export const data = {
  pagination: { data: 'published.practicePages', size: 1, alias: 'here' },
  permalink: ({ here }) => here.at,
};

/** A practice in one language. */
export function render({ here, published, words: all }) {
  const module = published.module(here.module);
  const practice = published.practice(here.id);
  const own = practice.pages.find(({ language }) => language === here.language);
  const words = wordsIn(all, here.language);
  const page = { ...here, module, published, words, direction: own.direction, title: own.title };
  return frame(
    page,
    html`${crumbs(page, way(page, practice))}
      <article class="practice">
        <header>
          <p class="above">${aboutLine(page, practice)}</p>
          <h1>${own.title}</h1>
          <p class="edited">${words.say('last_edited')} ${dayIn(here.language, own.editedOn)}</p>
          <p class="available">${words.say('available_in')} ${available(page, practice)}</p>
          ${notices(page, practice)}
        </header>
        ${practice.status === 'withdrawn' ? '' : whole(page, practice, own)}
      </article>`,
  );
}

function whole(page, practice, own) {
  const text = rendered(own.body);
  const tools = page.published.toolsFor(practice);
  return html`${contents(page, text.headings)}
    <div class="text">
      ${markup(text.html)}
      ${
        tools.length > 0 &&
        html`<section class="related">
          <h2>${page.words.say('related_tools')}</h2>
          ${links(page, tools)}
        </section>`
      }
    </div>
    <aside>${factsList(page, practice)}</aside>`;
}

function way({ language, module }, practice) {
  const shown = nearest(module.languages, language);
  const top = { at: paths.module(module.id, shown), name: module.texts.of(shown, 'module.title') };
  const section = practice.sections.find((id) => module.sections.includes(id));
  if (section === undefined) return [top];
  return [top, { at: paths.section(module.id, shown, section), name: shortName(module, shown, section) }];
}

function available({ at, language }, { module, id, pages }) {
  const others = pages.map((page) => ({ language: page.language, at: paths.practice(module, id, page.language) }));
  return others.map((other, index) => html`${index > 0 && ' / '}${languageLink(at, language, other)}`);
}

function notices(page, practice) {
  const { words, published, language } = page;
  const older = practice.supersedes === undefined ? undefined : published.practice(practice.supersedes);
  const newer = published.updatesOf(practice);
  return [
    practice.status !== 'current' && notice(words.say(practice.status)),
    newer.length > 0 && notice(words.say('updated_by'), links(page, newer)),
    practice.outdated.includes(language) && notice(words.say('behind'), original(page, practice)),
    older && notice(words.say('updates'), links(page, [older]), 'calm'),
  ];
}

const notice = (sentence, more = '', name = '') =>
  html`<div class="notice ${name}">
    <p>${sentence}</p>
    ${more}
  </div>`;

/** A link to the page in the language in which it is newest. */
function original({ at, language }, { module, id, original: newest, pages }) {
  const own = pages.find((page) => page.language === newest);
  if (own === undefined) return '';
  const title = spoken({ text: own.title, language: own.language }, language);
  return html`<p><a href="${linkFrom(at, paths.practice(module, id, newest))}" hreflang="${newest}">${title}</a></p>`;
}

const links = (page, practices) =>
  html`<ul>
    ${practices.map((practice) => html`<li>${practiceLink(page, practice)}</li>`)}
  </ul>`;

function contents({ words }, headings) {
  if (headings.length < 3) return '';
  const entries = headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`);
  return html`<nav class="contents" aria-label="${words.plain('on_this_page')}">
    <details>
      <summary>${words.say('on_this_page')}</summary>
      <ol>
        ${entries}
      </ol>
    </details>
  </nav>`;
}
