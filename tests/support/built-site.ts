import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { htmlTokens, type HtmlToken } from '../../src/rehearsal/html-tokens.ts';

/** Builds as `npm run site` does. */
export function buildSite(output: string, environment: Record<string, string>): { code: number | null; said: string } {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !['CONTENT_DIR', 'DATA_DIR'].includes(name)),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/site.mjs', output], {
    encoding: 'utf8',
    env: { ...inherited, NO_COLOR: '1', ...environment },
  });
  return { code: status, said: stdout + stderr };
}

/** One page of a built site. */
export interface SitePage {
  readonly at: string;
  readonly html: string;
  readonly tokens: readonly HtmlToken[];
}

/** Every page of a built site by its path. */
export function pagesOf(folder: string): ReadonlyMap<string, SitePage> {
  const names = globSync('**/*.html', { cwd: folder }).sort();
  return new Map(names.map((at) => [at, pageAt(folder, at)]));
}

function pageAt(folder: string, at: string): SitePage {
  const html = readFileSync(path.join(folder, at), 'utf8');
  return { at, html, tokens: htmlTokens(html) };
}

/** The values of an attribute on a page, each with its tag. */
export function attributes(
  page: SitePage,
  ...names: readonly string[]
): { tag: string; name: string; value: string }[] {
  return page.tokens.flatMap((token) =>
    token.kind === 'open'
      ? names.flatMap((name) => {
          const value = token.attributes.get(name);
          return value === undefined ? [] : [{ tag: token.tag, name, value }];
        })
      : [],
  );
}

/** All text between the first tag of this name and its end. */
export function textIn(page: SitePage, tag: string): string {
  const start = page.tokens.findIndex((token) => token.kind === 'open' && token.tag === tag);
  const end = page.tokens.findIndex((token, index) => index > start && token.kind === 'close' && token.tag === tag);
  const inside = start < 0 ? [] : page.tokens.slice(start, end);
  return inside
    .map((token) => (token.kind === 'text' ? token.text : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

const outside = /^[a-z][a-z0-9+.-]*:/iu;

/** Links of all pages that lead to no page or to no part of it, and everything that a browser would fetch elsewhere. */
export function brokenLinks(pages: ReadonlyMap<string, SitePage>, files: ReadonlySet<string>): string[] {
  return [...pages.values()].flatMap((page) =>
    attributes(page, 'href', 'src', 'srcset', 'action', 'poster', 'data', 'style')
      .filter(({ tag, name, value }) => !leadsSomewhere(page, { tag, name, value }, pages, files))
      .map(({ tag, name, value }) => `${page.at}: <${tag} ${name}="${value}">`),
  );
}

function leadsSomewhere(
  page: SitePage,
  { tag, name, value }: { tag: string; name: string; value: string },
  pages: ReadonlyMap<string, SitePage>,
  files: ReadonlySet<string>,
): boolean {
  if (name === 'style') return false;
  if (tag === 'a' && outside.test(value)) return /^(?:https?|mailto):/iu.test(value);
  if (outside.test(value) || value.startsWith('/')) return false;
  const { to, part } = target(page.at, value);
  if (!files.has(to)) return false;
  const there = pages.get(to);
  return part === '' || (there !== undefined && attributes(there, 'id').some((id) => id.value === part));
}

function target(from: string, href: string): { to: string; part: string } {
  const [file = '', part = ''] = href.split('#');
  return { to: file === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(file)), part };
}

/** The pages to which links lead from this one, near or far. */
export function reachable(pages: ReadonlyMap<string, SitePage>, start = 'index.html'): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const at of seen) {
    const page = pages.get(at);
    if (page === undefined) continue;
    for (const { value } of attributes(page, 'href')) if (!outside.test(value)) seen.add(target(at, value).to);
  }
  return seen;
}
