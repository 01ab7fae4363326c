/**
 * How long the form takes on a bad line, in a real Chromium without scripts: 400 kbit/s with 400 ms a round trip, as
 * its own tools make them. A page is usable when it has loaded, style sheet included. `FIELDSTONE_CHROMIUM` says where
 * Chromium is.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { paths } from '../src/paths.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { startDemonstration } from '../tests/support/demonstration.ts';
import { MODULE } from '../tests/support/world.ts';

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const RUNS = 5;
const MOST_MS = 1500;

interface Opened {
  readonly ms: number;
  readonly bytes: number;
  readonly requests: number;
}

/** Somebody with nothing in the cache, and what each page cost them. */
class Visitor {
  readonly tab: Page;
  readonly #wire: CDPSession;

  private constructor(tab: Page, wire: CDPSession) {
    this.tab = tab;
    this.#wire = wire;
  }

  static async on(chromium: Browser, url: string): Promise<Visitor> {
    const context = await chromium.newContext({ javaScriptEnabled: false, baseURL: url });
    const tab = await context.newPage();
    const wire = await context.newCDPSession(tab);
    await wire.send('Network.enable');
    await wire.send('Network.emulateNetworkConditions', LINE);
    return new Visitor(tab, wire);
  }

  open(address: string): Promise<Opened> {
    return this.#arrive(() => this.tab.goto(address));
  }

  press(button: string): Promise<Opened> {
    return this.#arrive(() => this.tab.locator(`main form ${button}`).last().click());
  }

  async #arrive(act: () => Promise<unknown>): Promise<Opened> {
    const sizes: number[] = [];
    const count = (done: { encodedDataLength: number }): unknown => sizes.push(done.encodedDataLength);
    this.#wire.on('Network.loadingFinished', count);
    const began = performance.now();
    await Promise.all([this.tab.waitForEvent('load'), act()]);
    const ms = performance.now() - began;
    this.#wire.off('Network.loadingFinished', count);
    return { ms, bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
  }
}

/** The way into the form, and the first page sent. */
async function walk(chromium: Browser, url: string, lang: string): Promise<[string, Opened][]> {
  const visitor = await Visitor.on(chromium, url);
  const { tab } = visitor;
  const door = await visitor.open(paths.module(lang, MODULE));
  const before = await visitor.open(paths.before(lang, MODULE));
  const form = await visitor.open(paths.formPage(lang, MODULE, 'start'));
  for (const name of ['language', 'kind']) await tab.locator(`[name=${name}]`).first().check();
  await tab.locator('[name=contact_channel][value=receipt_code]').check();
  const sent = await visitor.press('button[value=next]');
  await tab.context().close();
  const straight = await Visitor.on(chromium, url);
  const cold = await straight.open(paths.formPage(lang, MODULE, 'start'));
  await straight.tab.context().close();
  return [
    [`${lang} first page of all, nothing cached`, door],
    [`${lang} before you start`, before],
    [`${lang} form, page 1`, form],
    [`${lang} page 1 sent, page 2 there`, sent],
    [`${lang} form, page 1, nothing cached`, cold],
  ];
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function print(page: string, all: readonly Opened[]): void {
  const ms = middle(all.map((one) => one.ms));
  const cells = [ms, MOST_MS, middle(all.map(({ bytes }) => bytes)), middle(all.map(({ requests }) => requests))];
  const figures = cells.map((cell) => String(Math.round(cell)).padStart(9)).join('');
  console.log(`${page.padEnd(38)}${figures}${ms > MOST_MS ? '  !' : ''}`);
}

const demonstration = await startDemonstration();
const chromium = await launchChromium();
const opened: [string, Opened][] = [];
for (let run = 0; run < RUNS; run += 1)
  for (const lang of ['en', 'ar']) opened.push(...(await walk(chromium, demonstration.url, lang)));
console.log(`${`400 kbit/s, 400 ms, middle of ${String(RUNS)}`.padEnd(38)}usable ms  at most    bytes requests`);
for (const [page, all] of Map.groupBy(opened, ([name]) => name))
  print(
    page,
    all.map(([, one]) => one),
  );
await chromium.close();
await demonstration.close();
