import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Browser, type Page } from '../../src/rehearsal/browser-client.ts';
import { paths } from '../../src/paths.ts';
import { chosen, FIRST } from '../support/bad-line.ts';
import { House } from './crash/house.ts';

const WRITERS = 8;
const MOST_MORE_MS = 50;

interface Held {
  readonly pages: readonly Page[];
  readonly seconds: readonly number[];
  /** Milliseconds that the health page took while the database was held: the middle one, and the longest. */
  readonly middle: number;
  readonly longest: number;
}

describe('a database that another process holds', { timeout: 300_000 }, () => {
  let house: House;

  before(async () => {
    house = await House.make({ clients: 0 });
    await house.service.start();
  });
  after(() => house.close());

  /** Eight people save their first page while it is held for so long. */
  async function save(browsers: readonly Browser[], holdMs: number): Promise<Held> {
    const holder = new Database(path.join(house.folder, 'fieldstone.db'));
    if (holdMs > 0) holder.exec('begin exclusive');
    const pings = ping();
    const began = performance.now();
    const seconds: number[] = [];
    const saving = Promise.all(
      browsers.map(async (browser) => {
        const page = await browser.submit('/practice/start', chosen);
        seconds.push((performance.now() - began) / 1000);
        return page;
      }),
    );
    await pause(holdMs);
    if (holder.inTransaction) holder.exec('rollback');
    holder.close();
    const pages = await saving;
    return { pages, seconds, ...(await pings.end()) };
  }

  /** Asks for the health page again and again. */
  function ping(): { end: () => Promise<{ middle: number; longest: number }> } {
    const stop = new AbortController();
    const took: number[] = [];
    const asking = (async () => {
      while (!stop.signal.aborted) {
        const asked = performance.now();
        await (await fetch(house.url + paths.health())).text();
        took.push(performance.now() - asked);
        await pause(5);
      }
    })();
    return {
      end: async () => {
        stop.abort();
        await asking;
        took.sort((a, b) => a - b);
        return { middle: took[Math.floor(took.length / 2)] ?? 0, longest: took.at(-1) ?? 0 };
      },
    };
  }

  async function people(): Promise<Browser[]> {
    const browsers = Array.from({ length: WRITERS }, () => new Browser(house.url));
    for (const browser of browsers) await browser.get(FIRST);
    return browsers;
  }
  const rows = (): number =>
    house.lookNow((db) => db.prepare('select count(*) from submissions').pluck().get() as number);
  const figures = (name: string, { middle, longest, seconds }: Held): string =>
    `held ${name} writers=${String(WRITERS)} slowest=${Math.max(...seconds).toFixed(2)}s health=${middle.toFixed(1)}ms longest=${longest.toFixed(1)}ms`;

  it('for a tenth of a second and for one second makes people wait, and loses nothing', async (t) => {
    const free = await save(await people(), 0);
    t.diagnostic(figures('0s', free));
    for (const holdMs of [100, 1000]) {
      const had = rows();
      const held = await save(await people(), holdMs);
      t.diagnostic(figures(`${String(holdMs / 1000)}s`, held));
      assert.deepEqual(new Set(held.pages.map(({ status }) => status)), new Set([200]));
      assert.equal(rows() - had, WRITERS);
      assert.ok(held.middle <= free.middle + MOST_MORE_MS, 'others had to wait too');
    }
  });

  it('for ten seconds says after five what to do, and takes the same again later', async (t) => {
    const free = await save(await people(), 0);
    const had = rows();
    const browsers = await people();
    const forms = browsers.map((browser) => browser.form('/practice/start'));
    const held = await save(browsers, 10_000);
    t.diagnostic(figures('10s', held));
    assert.deepEqual(new Set(held.pages.map(({ status }) => status)), new Set([503]));
    assert.ok(held.pages.every(({ headers }) => headers.get('retry-after') === '60'));
    assert.ok(held.pages.every(({ text }) => text.includes('We are busy for a moment')));
    assert.ok(Math.min(...held.seconds) >= 4.5 && Math.max(...held.seconds) < 9.5, figures('10s', held));
    assert.ok(held.middle <= free.middle + MOST_MORE_MS, 'others had to wait too');
    assert.equal(rows(), had);
    for (const [place, browser] of browsers.entries()) {
      const form = forms[place];
      if (form !== undefined) assert.equal((await browser.submit(form, chosen)).status, 200);
    }
    assert.equal(rows() - had, WRITERS);
  });
});
