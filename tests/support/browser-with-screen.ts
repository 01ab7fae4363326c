import type { Browser as Chromium, BrowserContext, Locator, Page as Tab, Request, Response } from 'playwright-core';
import { filledForm } from '../../src/rehearsal/filled-form.ts';
import { readPage, withoutTurn, type FormButton, type PageForm } from '../../src/rehearsal/page-forms.ts';
import { Browser, FormUnfit, type Page, type Typed } from './browser.ts';

/** A person waits no longer; a loaded build machine may need some of it. */
const PATIENCE_MS = 15_000;

/** The browser shows its own page now: it could not get an answer. */
export class LineBroken extends Error {}

type FormChoice = Parameters<Browser['form']>[0];

/**
 * A real browser with its scripts switched off, for whoever knows how to use one without a screen. It types and clicks
 * as a person does. With another language, the same walk goes through the pages of that language: addresses are
 * translated on the way in and out, and nothing else.
 */
export class BrowserWithScreen extends Browser {
  readonly tab: Tab;
  /** What the browser complained of, and everything that it asked somebody else for. */
  readonly complaints: string[];
  readonly #lang: string;
  readonly #context: BrowserContext;
  #seen: Page | undefined;

  private constructor(url: string, lang: string, context: BrowserContext, tab: Tab) {
    super(url);
    this.#lang = lang;
    this.#context = context;
    this.tab = tab;
    context.setDefaultTimeout(PATIENCE_MS);
    this.complaints = [];
    tab.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    tab.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`)) this.complaints.push(`asked for ${request.url()}`);
    });
  }

  static async open(chromium: Chromium, url: string, lang: string): Promise<BrowserWithScreen> {
    const context = await chromium.newContext({ javaScriptEnabled: false, baseURL: url });
    return new BrowserWithScreen(url, lang, context, await context.newPage());
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  override get page(): Page {
    if (this.#seen === undefined) throw new FormUnfit('No page was opened yet');
    return this.#seen;
  }

  override get(path: string): Promise<Page> {
    return this.#arrive(() => this.tab.goto(path.replace(/^\/en(?=\/|$)/u, `/${this.#lang}`)));
  }

  override async submit(
    choice: FormChoice,
    typed: Typed = {},
    how: { button?: string | FormButton } = {},
  ): Promise<Page> {
    const form = this.form(choice);
    // Throws where a person could not type or choose this.
    filledForm(form, typed, how.button);
    const shown = this.tab.locator('form').nth(this.page.forms.indexOf(form));
    const folded = shown.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    for (const [name, value] of Object.entries(typed)) await fill(shown, form, name, [value].flat());
    const button = shown.locator('button').nth(form.buttons.indexOf(buttonOf(form, how.button)));
    return this.#arrive(() => button.click());
  }

  /** From the browser's own page, which says that the line broke, back to the one last seen. */
  async goBack(): Promise<void> {
    await this.tab.waitForURL(/^chrome-error:/u);
    await this.tab.goBack({ waitUntil: 'load' });
  }

  /** What stands in a field, or which of its choices are taken, on the screen and not in the page's text. */
  valuesOf(name: string): Promise<string[]> {
    const isTaken = ':is(:checked, textarea, select, :not([type=radio], [type=checkbox], option))';
    return this.tab
      .locator(`[name="${name}"]${isTaken}`)
      .evaluateAll((found) => found.map((one) => (one as HTMLInputElement).value));
  }

  /** Fields whose texts a browser must not remember. */
  forgottenFields(): Promise<string[]> {
    return this.tab
      .locator('[autocomplete=off]')
      .evaluateAll((found) => found.map((one) => (one as HTMLInputElement).name));
  }

  /** Does what leads to another page, and reads that page when it is there. */
  async #arrive(act: () => Promise<unknown>): Promise<Page> {
    const isAnswer = (answer: Response): boolean => answer.request().isNavigationRequest() && answer.status() !== 303;
    const arrived = Promise.all([this.tab.waitForResponse(isAnswer), this.tab.waitForEvent('load'), act()]);
    const [answer] = await this.#unlessBroken(arrived);
    const html = this.#inEnglishAddresses(await answer.text());
    const { pathname, search } = new URL(answer.url());
    const path = withoutTurn(this.#inEnglishAddresses(pathname) + search);
    const status = answer.status();
    this.#seen = { ...readPage(html), status, path, html, headers: new Headers(), way: [{ status, path }] };
    return this.#seen;
  }

  async #unlessBroken<T>(arrived: Promise<T>): Promise<T> {
    let broke: (request: Request) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => {
      broke = (request) => {
        if (request.isNavigationRequest()) reject(new LineBroken(request.failure()?.errorText));
      };
    });
    this.tab.on('requestfailed', broke);
    try {
      return await Promise.race([arrived, broken]);
    } finally {
      this.tab.off('requestfailed', broke);
    }
  }

  readonly #inEnglishAddresses = (text: string): string =>
    text.replace(new RegExp(`(^|(?:href|action)=")/${this.#lang}(?=[/"]|$)`, 'gu'), '$1/en');
}

/** The last one of its kind: one before it is for the Enter key and cannot be seen. */
function buttonOf(form: PageForm, wanted: string | FormButton | undefined): FormButton {
  const { name, value } =
    typeof wanted === 'string'
      ? { name: wanted.split('=')[0], value: wanted.split('=')[1] }
      : (wanted ?? form.buttons[0] ?? {});
  const found = form.buttons.findLast((button) => button.name === name && button.value === value);
  if (found === undefined) throw new FormUnfit(`The form ${form.action} has no button ${name ?? ''}=${value ?? ''}`);
  return found;
}

async function fill(shown: Locator, form: PageForm, name: string, values: readonly string[]): Promise<void> {
  const kind = form.controls.find((control) => control.name === name)?.kind;
  const named = shown.locator(`[name="${name}"]`);
  if (kind === 'select') await named.selectOption([...values]);
  else if (kind === 'radio' || kind === 'checkbox') await choose(named, kind, values);
  else for (const [index, value] of values.entries()) await named.nth(index).fill(value);
}

async function choose(named: Locator, kind: 'radio' | 'checkbox', values: readonly string[]): Promise<void> {
  for (const one of await named.all()) {
    const wanted = values.includes((await one.getAttribute('value')) ?? 'on');
    if (wanted || kind === 'checkbox') await one.setChecked(wanted);
  }
}
