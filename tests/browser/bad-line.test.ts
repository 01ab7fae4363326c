import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { count, desc, ne } from 'drizzle-orm';
import type { Browser as Chromium } from 'playwright-core';
import { theVersion } from '../../src/db/version-store.ts';
import { submissions } from '../../src/db/schema/index.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { paths } from '../../src/paths.ts';
import { formValues, typedInto } from '../../src/rehearsal/type-practice.ts';
import { chromiumPath, launchChromium } from '../support/chromium.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { PatientBrowser } from '../support/patient-browser.ts';
import { times } from '../support/long-run.ts';
import { SlowLine } from '../support/slow-line.ts';
import { MODULE } from '../support/world.ts';

/** What an old phone far from a mast gets. */
const BAD_LINE = { bitsPerSecond: 50_000, roundTripMs: 300 };
const journeys = [
  { lang: 'ar', practice: 'jo-family-protection-department' },
  { lang: 'en', practice: 'in-mh-special-cells' },
] as const;
/**
 * In long runs only: a journey takes two minutes, since the line does, and Chromium does not always put back a choice
 * that was made an instant before the button was pressed, as only a program does.
 */
const walked = journeys.slice(0, times(0, journeys.length));

describe('the form on a line that breaks at every page', { skip: chromiumPath === undefined }, () => {
  let demonstration: Demonstration;
  let chromium: Chromium;
  before(async () => {
    demonstration = await startDemonstration();
    chromium = await launchChromium();
  });
  after(async () => {
    await chromium.close();
    await demonstration.close();
  });

  for (const { lang, practice } of walked)
    it(`loses no word and sends once, in ${lang}`, { timeout: 300_000 }, async (t) => {
      const { db } = demonstration.service;
      const line = await SlowLine.to(demonstration.url, BAD_LINE);
      const person = await PatientBrowser.on(line, chromium, lang);
      t.after(() => line.close());
      const { screen } = person;
      const before = countCases();
      const answers = practiceAnswers(practice);
      const began = performance.now();
      await screen.get(paths.formPage('en', MODULE, 'start'));
      await typeAll(person, formValues(answers));
      await confirm(person, formValues(answers));
      assert.match(screen.tab.url(), /\/my$/u);
      const minutes = (performance.now() - began) / 60_000;
      t.diagnostic(
        `${String(person.breaks)} breaks, ${minutes.toFixed(1)} minutes, ${String(line.down.bytes)} bytes down, ${String(line.up.bytes)} up`,
      );
      assert.equal(countCases(), before + 1);
      const sent = db.select().from(submissions).orderBy(desc(submissions.sentAt)).limit(1).get();
      assert.ok(sent?.state === 'screening' && sent.version === 1);
      const kept = theVersion(db, sent.id, 1).answers;
      for (const [field, value] of Object.entries(answers))
        if (typeof kept[field] === 'string') assert.equal(kept[field], value, field);
      assert.ok('summary' in kept && 'approach' in kept);
      await screen.close();
    });

  /** An answer lost at the very first page leaves a draft that nobody comes back to; it is not sent and ends by itself. */
  const countCases = (): number =>
    demonstration.service.db.select({ n: count() }).from(submissions).where(ne(submissions.state, 'draft')).get()?.n ??
    0;
});

async function typeAll(person: PatientBrowser, values: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const { screen } = person;
  while (screen.page.path.includes('/practice/')) {
    const form = screen.form(screen.page.path.split('?')[0] ?? '');
    await person.submit(form, typedInto(form, values), { button: 'go=next' });
  }
}

/** The last button: a break before it arrives leaves everything as it was; after one on the way back it is sent. */
async function confirm(person: PatientBrowser, values: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const form = person.screen.form(paths.send('en', MODULE));
  const ticks = form.controls.filter(({ kind }) => kind === 'checkbox').map(({ name }) => [name, ['yes']] as const);
  const typed = { ...Object.fromEntries(ticks), ...typedInto(form, values) };
  const left = await person.breakAt(form, typed, 'on the way');
  await person.loseAnswer(form, left);
}
