import path from 'node:path';

/**
 * Where each page lies. Every link names its file and leads there from the page it stands on, so that the site works
 * below any address, and from a memory stick.
 */
export const paths = {
  style: 'site.css',
  home: (language, languages) => (language === languages[0] ? 'index.html' : `index.${language}.html`),
  module: (module, language) => `${module}/${language}/index.html`,
  section: (module, language, section) => `${module}/${language}/${section}.html`,
  list: (module, language, list) => `${module}/${language}/all-${list.replaceAll('_', '-')}.html`,
  practice: (module, id, language) => `${module}/practices/${id}.${language}.html`,
};

export function linkFrom(at, to) {
  return path.posix.relative(path.posix.dirname(at), to);
}
