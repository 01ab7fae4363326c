import { html } from './lib/html.js';
import { paths } from './lib/paths.js';
import { wordsIn } from './lib/words.js';
import { crumbs } from './parts/crumbs.js';
import { frame } from './parts/frame.js';
import { practiceList } from './parts/practice-list.js';

export const data = {
  pagination: { data: 'published.listPages', size: 1, alias: 'here' },
  permalink: ({ here }) => here.at,
};

/** A list across all sections: every practice, the tools, the case studies. */
export function render({ here, published, words: all }) {
  const module = published.module(here.module);
  const words = wordsIn(all, here.language);
  const others = published.listPages.filter((other) => other.module === module.id && other.list === here.list);
  const page = { ...here, module, published, words, others, title: words.plain(here.list) };
  const top = { at: paths.module(module.id, here.language), name: module.texts.of(here.language, 'module.title') };
  return frame(
    page,
    html`${crumbs(page, [top])}
      <h1>${words.say(here.list)}</h1>
      ${practiceList(page, published.inList(module, here.list))}`,
  );
}
