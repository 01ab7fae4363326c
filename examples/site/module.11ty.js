import { lists } from './lib/published.js';
import { html } from './lib/html.js';
import { spoken } from './lib/languages.js';
import { linkFrom, paths } from './lib/paths.js';
import { wordsIn } from './lib/words.js';
import { frame } from './parts/frame.js';
import { practiceList } from './parts/practice-list.js';
import { tree } from './parts/tree.js';

const NEWEST = 4;

export const data = {
  pagination: { data: 'published.modulePages', size: 1, alias: 'here' },
  permalink: ({ here }) => here.at,
};

/** The front page of a module: what it is, its tree, and what is new. */
export function render({ here, published, words: all }) {
  const module = published.module(here.module);
  const { language } = here;
  const words = wordsIn(all, language);
  const others = published.modulePages.filter((other) => other.module === module.id);
  const title = module.texts.of(language, 'module.title');
  const page = { ...here, module, published, words, title: title.text, others };
  return frame(
    { ...page, module },
    html`<h1>${spoken(title, language)}</h1>
      <p class="lead">${spoken(module.texts.of(language, 'module.summary'), language)}</p>
      <div class="two">
        <section>
          <h2>${words.say('sections')}</h2>
          ${tree(page)}
        </section>
        <section>
          <h2>${words.say('across')}</h2>
          <ul class="tree">
            ${Object.keys(lists).map((list) => listLink(page, list))}
          </ul>
        </section>
      </div>
      <h2>${words.say('newest')}</h2>
      ${practiceList(page, published.shown(module).slice(0, NEWEST), 3)}`,
  );
}

function listLink({ at, language, module, published, words }, list) {
  const count = published.inList(module, list).length;
  return html`<li>
    <a href="${linkFrom(at, paths.list(module.id, language, list))}">${words.say(list)}</a>
    <span class="count">${count}</span>
  </li>`;
}
