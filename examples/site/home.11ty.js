import { html } from './lib/html.js';
import { spoken } from './lib/languages.js';
import { linkFrom, paths } from './lib/paths.js';
import { wordsIn } from './lib/words.js';
import { frame, nearest } from './parts/frame.js';

export const data = {
  pagination: { data: 'published.homes', size: 1, alias: 'here' },
  permalink: ({ here }) => here.at,
};

/** The modules of the repository. */
export function render({ here, published, words: all }) {
  const words = wordsIn(all, here.language);
  const page = { ...here, published, words, title: words.plain('modules'), others: published.homes };
  return frame(
    page,
    html`<h1>${words.say('modules')}</h1>
      <ul class="modules">
        ${published.modules.map((module) => entry(page, module))}
      </ul>`,
  );
}

function entry({ at, language }, module) {
  const shown = nearest(module.languages, language);
  const own = (key) => spoken(module.texts.of(shown, key), language);
  return html`<li>
    <h2><a href="${linkFrom(at, paths.module(module.id, shown))}">${own('module.title')}</a></h2>
    <p>${own('module.summary')}</p>
  </li>`;
}
