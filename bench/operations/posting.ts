import { Browser, type Page } from '../../src/rehearsal/browser-client.ts';
import type { Shot } from '../load/shot.ts';
import { onceMore } from '../service/once-more.ts';
import type { Stage } from './operation.ts';

/** A person who opens one page, from which the requests of all others are made. */
export async function openPage(stage: Pick<Stage, 'url'>, path: string, cookie: string): Promise<Browser> {
  const browser = new Browser(stage.url, { cookie });
  expectStatus(await onceMore(() => browser.get(path)), 200);
  return browser;
}

export function expectStatus(page: Page, status: number): Page {
  if (page.status === status) return page;
  throw new Error(`${page.path} answered ${String(page.status)}: ${page.text.slice(0, 400)}`);
}

export type Fields = readonly (readonly [string, string])[];

/** The same form with other hidden values: everything else that was typed stays. */
export const instead = (fields: Fields, values: Readonly<Record<string, string>>): Fields =>
  fields.map(([name, value]) => [name, values[name] ?? value]);

export const post = (path: string, cookie: string, fields: Fields): Shot => ({
  method: 'POST',
  path,
  cookie,
  body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
});

/** How pages name the case that they were made for. */
export const caseMarkOf = ({ keys }: Pick<Stage, 'keys'>, id: string): string => keys.hash('form', id).slice(0, 12);
