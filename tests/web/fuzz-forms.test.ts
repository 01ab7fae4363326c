import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cleanLine, cleanText, westernDigits } from '../../src/domain/module/clean-text.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import { serve, type Served } from '../support/browser.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { foundForms, type FoundForm } from '../support/fuzz/found-forms.ts';
import { asItStands, post, read, type Body, type Posted } from '../support/fuzz/fuzzed-post.ts';
import { withMoreStories } from '../support/fuzz/more-stories.ts';
import { textOf, typings, type Typing } from '../support/fuzz/naughty.ts';
import { Undone } from '../support/fuzz/undone.ts';
import { seedOf, times } from '../support/long-run.ts';
import { seededRandom } from '../support/seeded-random.ts';

const SLOW_MS = 1_000;
const seed = seedOf(20261125);

/** What was typed as it may be compared: without what reading a form openly takes away. */
const squeezed = (text: string): string =>
  westernDigits(cleanLine(cleanText(text)))
    .replace(/\s+/gu, ' ')
    .trim();

/** Codes that were mailed are secrets: nobody's page shows one again. */
const isSecret = (route: string): boolean => route.endsWith('/code');

/** What a page holds of the moment in which it was opened. Other hidden values never change, unless somebody forges them. */
const mayBeOld = new Set(['csrf', 'of', 'seen', 'form_id', 'revision', 'version', 'number', 'page_hash']);

/** One form filled in badly: what was typed that must not be lost, and why it was tried. */
interface Case {
  readonly body: Body;
  readonly typed: readonly string[];
  readonly what: string;
}

const alsoWith = (one: Case, more: Body): Case => ({ ...one, body: [...one.body, ...more] });

describe('every field of every form', () => {
  let demonstration: Demonstration;
  let undone: Undone;
  let served: Served;
  let forms: readonly FoundForm[];
  const counts = { posts: 0, kept: 0, refused: 0, pages: 0, slowest: 0 };
  const wrong: Record<'fault' | 'slow' | 'lost' | 'unreadable', string[]> = {
    fault: [],
    slow: [],
    lost: [],
    unreadable: [],
  };

  before(async () => {
    demonstration = await startDemonstration();
    const more = await withMoreStories(demonstration);
    await demonstration.service.worker.stop();
    forms = await foundForms(more.demonstration, more.starts);
    undone = new Undone(demonstration.service);
    served = await serve(undone.app);
  });
  after(async () => {
    await served.close();
    await demonstration.close();
  });

  const next = typings(seed);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  /** Texts that only choose or belong to the form are no one's loss. */
  const written = ({ form, route }: FoundForm): string[] => {
    const texts = form.controls.filter(({ kind }) => kind === 'text' || kind === 'textarea');
    return isSecret(route) ? [] : [...new Set(texts.map(({ name }) => name))];
  };

  function* casesOf(found: FoundForm): Generator<Case> {
    const { form } = found;
    const texts = written(found);
    const names = [...new Set(form.controls.map(({ name }) => name))];
    const hidden = new Set(form.controls.filter(({ kind }) => kind === 'hidden').map(({ name }) => name));
    const isFixed = (name: string): boolean => hidden.has(name) && !mayBeOld.has(name);
    /** The form as it stands, but for these names; whatever else can be written in is written in. */
    const filled = (but: string): Case => {
      const rest = asItStands(form, pick(form.buttons)).filter(([name]) => name !== but);
      const body = rest.map(([name, value]): [string, Typing] => [name, texts.includes(name) ? next() : value]);
      const typed = body.flatMap(([name, value]) => (texts.includes(name) && !isFixed(but) ? [textOf(value)] : []));
      return { body, typed, what: but };
    };
    for (const name of names) {
      const isText = texts.includes(name);
      for (let time = 0; time < (isText ? times(3, 100) : times(1, 20)); time += 1) {
        const value = next();
        const others = asItStands(form, pick(form.buttons)).filter(([one]) => one !== name);
        if (isText) yield { body: [...others, [name, value]], typed: [textOf(value)], what: name };
        else yield alsoWith(filled(name), [[name, value]]);
      }
      const strange: Case[] = [
        filled(name),
        alsoWith(filled(name), [
          [name, next()],
          [name, next()],
        ]),
        alsoWith(filled(name), [
          [`${name}[]`, next()],
          [`${name}[a][b]`, next()],
        ]),
        alsoWith(filled(name), [
          [`${name}.0`, next()],
          [`${name}.__proto__.x`, next()],
        ]),
      ];
      for (const one of strange) if (random() < times(0.4, 1)) yield one;
    }
    if (texts.length === 0) return;
    for (let time = 0; time < times(2, 30); time += 1) yield { ...filled(''), what: 'everything' };
  }

  async function tryOut(found: FoundForm, { body, typed, what }: Case): Promise<void> {
    const said = `${found.who}, ${found.form.method} ${found.route} on ${found.path}, ${what}: ${JSON.stringify(body).slice(0, 900)}`;
    await undone.during(async () => {
      let answer = await post(served.url, found, body);
      counts.posts += 1;
      if (answer.ms > SLOW_MS) answer = await post(served.url, found, body);
      counts.slowest = Math.max(counts.slowest, answer.ms);
      if (answer.status >= 500 || answer.ending >= 500) wrong.fault.push(`${String(answer.status)} ${said}`);
      if (answer.ms > SLOW_MS) wrong.slow.push(`${String(Math.round(answer.ms))} ms ${said}`);
      if (found.form.method === 'get') return;
      const taken = answer.status < 400;
      counts[taken ? 'kept' : 'refused'] += 1;
      const lost = typed.filter((text) => !isThere(answer, text, taken));
      if (lost.length > 0)
        wrong.lost.push(
          `${String(answer.status)}→${String(answer.ending)} ${JSON.stringify(lost).slice(0, 300)} of ${said}`,
        );
      if (taken && what === 'everything') await readAll(found, answer, said);
    });
  }

  /** On the page that answers, or in the data: somebody who went on finds it again. */
  function isThere(answer: Posted, typed: string, taken: boolean): boolean {
    const text = squeezed(typed);
    if (text === '' || squeezed(answer.text).includes(text)) return true;
    const fields = answer.forms.flatMap(({ controls }) => controls);
    if (fields.some(({ value }) => squeezed(value).includes(text))) return true;
    return taken && [typed, cleanText(typed), cleanLine(typed), text].some((form) => undone.holds(form.trim()));
  }

  async function readAll(found: FoundForm, { cookies }: Posted, said: string): Promise<void> {
    for (const { path, cookies: theirs, who } of found.shownOn) {
      const { status } = await read(served.url, path, who === found.who ? cookies : theirs);
      counts.pages += 1;
      if (status >= 500) wrong.unreadable.push(`${path} for ${who} after ${said}`);
    }
  }

  it('takes or gives back whatever is typed, at once, and shows it everywhere', { timeout: 3_600_000 }, async (t) => {
    for (const found of forms) for (const one of casesOf(found)) await tryOut(found, one);
    t.diagnostic(
      `forms: seed=${String(seed)} forms=${String(forms.length)} posts=${String(counts.posts)} kept=${String(counts.kept)} ` +
        `refused=${String(counts.refused)} pages=${String(counts.pages)} slowest=${String(Math.round(counts.slowest))}ms ` +
        `5xx=${String(wrong.fault.length)} slow=${String(wrong.slow.length)} lost=${String(wrong.lost.length)} ` +
        `unreadable=${String(wrong.unreadable.length)}`,
    );
    assert.ok(counts.kept > counts.posts / 4 && counts.refused > counts.posts / 4);
    assert.deepEqual(verifyHistory(demonstration.service.db).brokenAt, undefined);
    assert.deepEqual(wrong, { fault: [], slow: [], lost: [], unreadable: [] });
  });
});
