import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { paths } from '../../src/paths.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import type { Browser } from './browser.ts';
import type { Asked } from './ask.ts';
import { BadLine, DOOR } from './bad-line.ts';
import { makeReviewWorld, type ReviewWorld } from './review-world.ts';

export const STORY = `${DOOR}/practice/story`;
export const CASE = `${DOOR}/desk/cases/P-TEST1`;
export const TEXT = 'What a person wrote for an hour';

/** What a row is played on: a service with a case in review, and a submitter whose first page is saved. */
export interface Ground {
  readonly desk: ReviewWorld;
  readonly line: BadLine;
  /** A browser in which the module's curator is signed in. */
  readonly curator: () => Promise<Browser>;
}

/** A case of the list in `docs/bad-input.md`: what is asked for, what is answered, and what is kept. */
export interface Row {
  readonly number: string;
  readonly what: string;
  /** What has to be there before; it is no part of what may be kept. */
  readonly given?: (ground: Ground) => Promise<unknown>;
  readonly ask: (line: BadLine, ground: Ground) => Promise<Pick<Asked, 'status' | 'text'> & { location?: unknown }>;
  readonly status: number;
  readonly says?: RegExp;
  /** `nothing` changes no row; a text is what the story's first answer is afterwards; or whatever the row looks for. */
  readonly kept: 'nothing' | { readonly problem: string } | ((ground: Ground) => Promise<void> | void);
  /** Gives back what was typed. */
  readonly typed?: true;
}

/** Plays every row on one service, each with a submitter of its own, and lets `more` tests have the same service. */
export function badInput(part: string, rows: readonly Row[], more?: (ground: () => Promise<Ground>) => void): void {
  describe(`bad input, part ${part}`, () => {
    let desk: ReviewWorld;
    const ground = () => groundOn(desk);
    before(async () => {
      desk = await makeReviewWorld();
    });
    after(async () => {
      await desk.close();
      assert.deepEqual(desk.world.faults, []);
    });
    for (const row of rows) it(`${row.number}: ${row.what}`, async () => play(row, await ground()));
    more?.(ground);
  });
}

async function groundOn(desk: ReviewWorld): Promise<Ground> {
  const line = await BadLine.begun(desk.served);
  const curator = async () => {
    const browser = desk.served.browser();
    await signIn(desk, browser);
    return browser;
  };
  return { desk, line, curator };
}

async function play({ given, ask, status, says, kept, typed }: Row, ground: Ground): Promise<void> {
  await given?.(ground);
  const before = stored(ground);
  const answer = await ask(ground.line, ground);
  assert.equal(answer.status, status);
  if (says !== undefined) assert.match(answer.text, says);
  if (typed) assert.ok(answer.text.includes(TEXT), 'gives back what was typed');
  assert.ok(!answer.text.includes('\0'));
  assert.doesNotMatch(answer.text, /<script|onerror=alert\(1\)>|SQLITE|\.ts:\d/u);
  const { location } = answer;
  assert.match(typeof location === 'string' ? location : '/en', /^\/[^/\\]/u);
  if (kept === 'nothing') assert.deepEqual(stored(ground), before);
  else if (typeof kept === 'function') await kept(ground);
  else assert.equal(await ground.line.saved(STORY, 'problem'), kept.problem);
}

/** A digest of everything that a request could have left behind, but for sessions and what is noted of them. */
export function stored({ desk }: Pick<Ground, 'desk'>): Readonly<Record<string, string>> {
  const { $client } = desk.world.service.db;
  const digest = (table: string) =>
    createHash('sha256')
      .update(JSON.stringify($client.prepare(`select * from ${table}`).all()))
      .digest('hex');
  return Object.fromEntries(tables.map((table) => [table, digest(table)]));
}

const tables = [
  'submissions',
  'drafts',
  'contacts',
  'versions',
  'requests',
  'appeals',
  'assignments',
  'reviews',
  'decisions',
  'pages',
  'publications',
  'notes',
  'people',
  'person_roles',
  'holds',
  'case_exports',
];

/** Signs the module's curator in. */
export async function signIn(desk: ReviewWorld, browser: Browser): Promise<void> {
  const { personId } = desk.people.curator;
  const token = await desk.world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 }));
  const link = paths.signInLink('en', token);
  await browser.get(link);
  await browser.submit(link);
}

/** Typed into a page and gone on with: to the check page, which is always allowed, or only when nothing is wrong. */
export const type =
  (typed: string, go = 'check'): Row['ask'] =>
  (line) =>
    line.type(STORY, { problem: typed, go });
