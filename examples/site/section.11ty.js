import { html } from './lib/html.js';
import { spoken } from './lib/languages.js';
import { paths } from './lib/paths.js';
import { childrenOf, parentOf, shortName } from './lib/section-tree.js';
import { wordsIn } from './lib/words.js';
import { crumbs } from './parts/crumbs.js';
import { frame } from './parts/frame.js';
import { practiceList } from './parts/practice-list.js';
import { branch } from './parts/tree.js';

export const data = {
  pagination: { data: 'published.sectionPages', size: 1, alias: 'here' },
  permalink: ({ here }) => here.at,
};

/** A section: what lies below it, and the practices in it. */
export function render({ here, published, words: all }) {
  const module = published.module(here.module);
  const { language, section } = here;
  const words = wordsIn(all, language);
  const others = published.sectionPages.filter((other) => other.module === module.id && other.section === section);
  const name = shortName(module, language, section);
  const page = {
    ...here,
    module,
    published,
    words,
    others,
    title: module.texts.of(language, `sections.${section}`).text,
  };
  const below = childrenOf(module.sections, section);
  const practices = published.inSection(module, section);
  return frame(
    page,
    html`${crumbs(page, way(module, language, section))}
      <h1>${spoken(name, language)}</h1>
      ${branch(page, below, 'tree')}
      ${below.length > 0 && practices.length > 0 && html`<h2>${words.say('in_this_section')}</h2>`}
      ${(below.length === 0 || practices.length > 0) && practiceList(page, practices, below.length > 0 ? 3 : 2)}`,
  );
}

function way(module, language, section) {
  const parent = parentOf(module.sections, section);
  const top = { at: paths.module(module.id, language), name: module.texts.of(language, 'module.title') };
  if (parent === undefined) return [top];
  return [
    ...way(module, language, parent),
    { at: paths.section(module.id, language, parent), name: shortName(module, language, parent) },
  ];
}
