import { readContent } from './lib/read-content.js';

/** No front matter is ever run as a program, in whatever file it may stand. */
function refuse() {
  throw new Error('Front matter that is a program is not read. Write it as YAML.');
}

/**
 * Only our own templates are templates. What a content repository holds is read by us as data, so that nothing in it
 * can name a layout, an address or a template language.
 */
export default function configure(eleventy) {
  eleventy.setFrontMatterParsingOptions({
    language: 'yaml',
    engines: { js: refuse, javascript: refuse, node: refuse, jsx: refuse, ts: refuse, coffee: refuse, json: refuse },
  });
  eleventy.setTemplateFormats(['11ty.js']);
  eleventy.addGlobalData('published', () => readContent(process.env.CONTENT_DIR));
  eleventy.addPassthroughCopy({ 'examples/site/site.css': 'site.css' });
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
