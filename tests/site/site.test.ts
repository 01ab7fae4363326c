import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  attributes,
  brokenLinks,
  buildSite,
  pagesOf,
  reachable,
  textIn,
  type SitePage,
} from '../support/built-site.ts';
import {
  PublishedContent,
  answersOf,
  folderOf,
  idOf,
  pageOfPractice,
  pagesOfAll,
  type Published,
} from '../support/published-content.ts';

const module = 'security-sector';
const all = pagesOfAll();
const jordan = idOf('jo-');
const desks = idOf('in-mp-');
const norway = pageOfPractice('P-N0RWY', { ...answersOf('tz-'), title: 'Desks in Norway', countries: ['NO'] });
const newer = pageOfPractice(
  'P-NEWER',
  { ...answersOf('tz-'), title: 'Desks, five years on', kind: 'update' },
  { supersedes: norway.id as never, status: 'historic' },
);
const behind = pageOfPractice(
  'P-BEH1D',
  { ...answersOf('tz-'), title: 'Desks, told anew' },
  { change: { by: 'update', behind: ['fr'] } },
);
const hostile = pageOfPractice('P-H0ST1', {
  ...answersOf('tz-'),
  title: '{{ 7 * 7 }} <script>alert(1)</script> & "quotes"',
  problem: '{% include "x" %} {{ 6 * 7 }} <img src="https://example.org/x.png"> ![x](https://example.org/y.png)',
});

/** The same page in a further language, as a translator adds it. */
function translated({ id, files }: Published, language: string, title: string) {
  const page = files.find(({ path }) => path.endsWith('.md'))?.text ?? '';
  const text = page
    .replace(/^title: .*$/mu, `title: "${title}"`)
    .replace(/^language: .*$/mu, `language: "${language}"`);
  return { path: `${folderOf(id)}/index.${language}.md`, text };
}

describe('the site of a content repository', () => {
  let content: PublishedContent;
  let built: ReturnType<typeof buildSite>;
  let pages: ReadonlyMap<string, SitePage>;
  const published = [...all, norway, newer, behind, hostile];

  before(async () => {
    content = await PublishedContent.begin();
    for (const { id, files } of published) await content.publish(id, files);
    await content.people.commitByHand([
      translated(norway, 'sw', 'Madawati nchini Norwe'),
      translated(behind, 'fr', 'Les bureaux'),
    ]);
    built = buildSite(content.folder('site'), { DATA_DIR: content.dataFolder });
    pages = pagesOf(content.folder('site'));
  });
  after(() => content.dispose());

  function pageOf(id: string, language: string): SitePage {
    const page = pages.get(`${module}/practices/${id}.${language}.html`);
    assert.ok(page, `${id} has no page in ${language}`);
    return page;
  }

  it('is built from the default branch', () => {
    assert.equal(built.code, 0, built.said);
  });

  it('has a page for every practice, with its title', () => {
    const titles = published.map(({ id, language }) => textIn(pageOf(id, language), 'h1'));
    assert.deepEqual(
      titles,
      published.map(({ title }) => title),
    );
  });

  it('has no dead link, and fetches nothing from elsewhere', () => {
    const files = new Set(globSync('**/*', { cwd: content.folder('site') }));
    assert.deepEqual(brokenLinks(pages, files), []);
  });

  it('leads to every page from its front page', () => {
    const reached = reachable(pages);
    assert.deepEqual(
      [...pages.keys()].filter((at) => !reached.has(at)),
      [],
    );
  });

  it('has no script and no form', () => {
    const risky = ['script', 'form', 'iframe', 'img', 'object', 'style'];
    const found = [...pages.values()].flatMap(({ at, tokens }) =>
      tokens.flatMap((token) => (token.kind === 'open' && risky.includes(token.tag) ? [`${at}: ${token.tag}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  it('is written from right to left in Arabic', () => {
    const directions = [pageOf(jordan, 'ar'), pages.get(`${module}/ar/index.html`), pageOf(desks, 'en')].map(
      (page) => page && attributes(page, 'lang', 'dir').slice(0, 2),
    );
    const html = (lang: string, dir: string) => [
      { tag: 'html', name: 'lang', value: lang },
      { tag: 'html', name: 'dir', value: dir },
    ];
    assert.deepEqual(directions, [html('ar', 'rtl'), html('ar', 'rtl'), html('en', 'ltr')]);
  });

  it('marks what is in another language where it stands', () => {
    const list = pages.get(`${module}/en/all-practices.html`)?.html ?? '';
    const title = all.find(({ id }) => id === jordan)?.title ?? '';
    assert.match(list, new RegExp(`<li lang="ar" dir="rtl">\\s*<h2 class="name"><a href="[^"]+">${title}</a>`, 'u'));
    assert.match(list, /<p class="about" lang="en" dir="ltr">Promising practice · Jordan · E2 Promising · <span/u);
  });

  it('names the country NO', () => {
    assert.match(textIn(pageOf(norway.id, 'en'), 'aside'), /Country or region ?Norway/u);
  });

  it('says how well a practice is proven, in words, and the rule behind them', () => {
    const facts = textIn(pageOf(desks, 'en'), 'aside');
    assert.match(facts, /E2 Promising Data on results in its own setting, without a comparison\./u);
    assert.match(textIn(pageOf(jordan, 'ar'), 'aside'), /E2 واعدة?/u);
  });

  it('says when a page was last edited, as its history has it', () => {
    assert.match(pageOf(desks, 'en').html, /Last edited: <time datetime="2026-03-04">March 4, 2026<\/time>/u);
  });

  it('says in which languages a page is available', () => {
    assert.match(
      pageOf(norway.id, 'en').html,
      /available in: <b aria-current="page">English<\/b> \/ <a href="P-N0RWY.sw.html"/u,
    );
  });

  it('says what a page updates, what updates it, and that it is kept as a record', () => {
    assert.match(pageOf(norway.id, 'en').html, /There is a newer page:<\/p>\s*<ul>\s*<li><a href="P-NEWER.en.html"/u);
    assert.match(pageOf(newer.id, 'en').html, /This page updates:<\/p>\s*<ul>\s*<li><a href="P-N0RWY.en.html"/u);
    assert.match(pageOf(newer.id, 'en').html, /This page is kept as a record\./u);
    assert.doesNotMatch(pageOf(desks, 'en').html, /class="notice/u);
  });

  it('says of a page that an update in another language has left it behind, and leads there', () => {
    assert.match(pageOf(behind.id, 'fr').html, /mise à jour dans une autre langue.*<a href="P-BEH1D\.en\.html"/su);
    assert.doesNotMatch(pageOf(behind.id, 'en').html, /class="notice/u);
  });

  it('shows the tools that serve the same strategies', () => {
    const manual = idOf('in-ka-');
    assert.match(pageOf(idOf('pk-'), 'en').html, new RegExp(`Related tools</h2>.*${manual}\\.en\\.html`, 'su'));
  });

  it('shows what looks like a template or like HTML as the text it is', () => {
    const { html } = pageOf(hostile.id, 'en');
    assert.match(html, /\{% include &quot;x&quot; %\} \{\{ 6 \* 7 \}\} &lt;img/u);
    assert.doesNotMatch(html, /\b49\b|\b42\b/u);
  });

  it('lists tools and case studies', () => {
    const titles = (list: string) =>
      [...pages.values()]
        .filter(({ at }) => at === `${module}/en/all-${list}.html`)
        .flatMap((page) => attributes(page, 'class').filter(({ value }) => value === 'name')).length;
    assert.deepEqual([titles('tools'), titles('case-studies'), titles('practices')], [1, 1, published.length]);
  });
});
