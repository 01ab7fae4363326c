import { html } from '../lib/html.js';
import { spoken } from '../lib/languages.js';
import { linkFrom } from '../lib/paths.js';

/** The way from the module to the page, without the page itself: its title stands right below. */
export function crumbs({ at, language, words }, steps) {
  const links = steps.map(
    (step) => html`<li><a href="${linkFrom(at, step.at)}">${spoken(step.name, language)}</a></li>`,
  );
  return html`<nav class="crumbs" aria-label="${words.plain('where')}">
    <ol>
      ${links}
    </ol>
  </nav>`;
}
