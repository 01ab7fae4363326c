import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Browser as Chromium } from 'playwright-core';
import type { PageForm } from '../../src/rehearsal/page-forms.ts';
import { BrowserWithScreen, LineBroken } from './browser-with-screen.ts';
import type { Page, Typed } from './browser.ts';
import type { Outage, SlowLine } from './slow-line.ts';

const PATIENCE_MS = 5000;

interface Button {
  readonly button?: string;
}

/**
 * Somebody whose line breaks twice at every form that they send: before it arrives, and before the answer is back.
 * They go back, find what they typed, and press the same button again.
 */
export class PatientBrowser {
  breaks = 0;
  readonly screen: BrowserWithScreen;
  readonly #line: SlowLine;

  private constructor(line: SlowLine, screen: BrowserWithScreen) {
    this.#line = line;
    this.screen = screen;
  }

  static async on(line: SlowLine, chromium: Chromium, lang: string): Promise<PatientBrowser> {
    return new PatientBrowser(line, await BrowserWithScreen.open(chromium, line.url, lang));
  }

  async submit(form: PageForm, typed: Typed, how: Button = {}): Promise<Page> {
    let left = typed;
    for (const outage of ['on the way', 'on the way back'] as const)
      left = await this.breakAt(form, left, outage, how, typed);
    return this.screen.submit(form, left, how);
  }

  /** Sends a form in vain, and answers what has to be typed again. */
  async breakAt(form: PageForm, left: Typed, outage: Outage, how: Button = {}, typed = left): Promise<Typed> {
    await this.loseAnswer(form, left, outage, how);
    return this.#findTyped(typed);
  }

  /** Sends a form, gets no answer, and goes back to see where things stand. */
  async loseAnswer(form: PageForm, typed: Typed, outage: Outage = 'on the way back', how: Button = {}): Promise<void> {
    this.#line.breakNext(outage);
    await assert.rejects(this.screen.submit(form, typed, how), LineBroken);
    this.breaks += 1;
    this.#line.mend();
    await this.screen.goBack();
  }

  /**
   * Everything is still there but single lines, which a browser is told to forget, since others may use it and it
   * would offer them to whoever types next. They are typed once more.
   */
  async #findTyped(typed: Typed): Promise<Typed> {
    const forgotten = await this.screen.forgottenFields();
    const kept = Object.entries(typed).filter(([name]) => !forgotten.includes(name));
    for (const [name, value] of kept) await this.#find(name, [value].flat().sort());
    return Object.fromEntries(Object.entries(typed).filter(([name]) => forgotten.includes(name)));
  }

  /** A busy browser puts what was typed back into a page a moment after it is there. */
  async #find(name: string, wanted: readonly string[]): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    let there = (await this.screen.valuesOf(name)).sort();
    while (!isDeepStrictEqual(there, wanted) && performance.now() < until) {
      await pause(50);
      there = (await this.screen.valuesOf(name)).sort();
    }
    assert.deepEqual(there, wanted, name);
  }
}
