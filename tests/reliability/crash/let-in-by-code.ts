import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../../src/rehearsal/browser-client.ts';
import { RehearsalFailed } from '../../../src/rehearsal/stage-hands.ts';
import type { House } from './house.ts';

const CODE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u;
const PATIENCE_MS = 5_000;

/** Asks for a code and types the one that the letter brings: the way in from a browser that is not known. */
export async function letInByCode(house: House, browser: Browser): Promise<void> {
  const before = new Set(house.letters().map(({ id }) => id));
  await browser.submit('/code', {}, { button: 'ask=yes' });
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    for (const { id, text } of house.letters()) {
      const code = before.has(id) ? undefined : CODE.exec(text)?.[0];
      if (code === undefined) continue;
      before.add(id);
      const page = await browser.submit('/code', { code });
      if (page.path.includes('/review/')) return;
    }
    await pause(20);
  }
  throw new RehearsalFailed('No letter brought a code that fits');
}
