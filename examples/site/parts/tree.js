import { html } from '../lib/html.js';
import { spoken } from '../lib/languages.js';
import { linkFrom, paths } from '../lib/paths.js';
import { childrenOf, parentOf, shortName } from '../lib/section-tree.js';

/** Sections in the module's order, those below another one inside it, each with how many practices it holds. */
export function tree(page) {
  const roots = page.module.sections.filter((id) => parentOf(page.module.sections, id) === undefined);
  return branch(page, roots, 'tree');
}

export function branch(page, sections, name) {
  if (sections.length === 0) return '';
  return html`<ul class="${name}">
    ${sections.map((id) => leaf(page, id))}
  </ul>`;
}

function leaf(page, id) {
  const { at, language, module, published } = page;
  const count = published.inSection(module, id).length;
  const name = spoken(shortName(module, language, id), language);
  return html`<li>
    <a href="${linkFrom(at, paths.section(module.id, language, id))}">${name}</a
    >${count > 0 && html` &nbsp;<span class="count">${count}</span>`}${branch(page, childrenOf(module.sections, id), 'below')}
  </li>`;
}
