import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { interfaceLanguages } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { samplePages } from './samples.tsx';

/*
 * Every component on sample pages, in every language: pictures to look at, and what axe has to say.
 * node --import tsx tests/browser/gallery/gallery.tsx <folder> [page…]
 */
const [folder = 'tests/browser/screenshots', ...only] = process.argv.slice(2);
const widths = [1280, 360, 320];

mkdirSync(folder, { recursive: true });
for (const file of ['fieldstone.css', 'mark.svg']) copyFileSync(join('public', file), join(folder, file));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const lang of interfaceLanguages) {
    for (const sample of samplePages(translator(lang))) {
      if (only.length > 0 && !only.includes(sample.name)) continue;
      const file = join(folder, `${sample.name}.${lang}.html`);
      writeFileSync(file, `<!doctype html>${renderToString(sample.page)}`);
      for (const scheme of ['light', 'dark'] as const) await look(browser, file, scheme);
    }
  }
} finally {
  await browser.close();
}

async function look(open: Browser, file: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await open.newContext({ colorScheme });
  const page = await context.newPage();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pathToFileURL(resolve(file)).href);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow !== 0) console.log(`${file} ${String(width)}: ${String(overflow)} px too wide`);
    await page.screenshot({ path: file.replace('.html', `.${colorScheme}.${String(width)}.png`), fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) {
    console.log(
      `${file} ${colorScheme}: ${id}\n  ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join('\n  ')}`,
    );
  }
  await context.close();
}
