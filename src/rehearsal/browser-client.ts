import { FormUnfit, filledForm, type Typed } from './filled-form.ts';
import { readPage, type FormButton, type PageContent, type PageForm } from './page-forms.ts';

/** An answer, after its redirects were followed. */
export interface Page extends PageContent {
  readonly status: number;
  /** Path and query of where the redirects ended. */
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
  /** The status and path of every answer on the way, the last one included. */
  readonly way: readonly { readonly status: number; readonly path: string }[];
}

/** Which form of the page: its place from 0, what its action ends with, or the form itself. */
export type FormChoice = number | string | PageForm;

const MOST_REDIRECTS = 10;

/**
 * A browser without a screen and without scripts: keeps cookies, follows redirects inside the service, fills in forms.
 * Redirects to another site are not followed: the answer is theirs.
 */
export class Browser {
  readonly #base: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #line: typeof fetch;
  readonly #cookies = new Map<string, string>();
  #page: Page | undefined;

  /** `line`: what carries a request there and its answer back, where it is not the plain network. */
  constructor(baseUrl: string, headers: Readonly<Record<string, string>> = {}, line: typeof fetch = fetch) {
    this.#base = new URL(baseUrl);
    this.#headers = headers;
    this.#line = line;
  }

  /** The page last seen. */
  get page(): Page {
    if (this.#page === undefined) throw new FormUnfit('No page was opened yet');
    return this.#page;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  forgetCookies(): void {
    this.#cookies.clear();
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.#ask('GET', path, undefined, headers);
  }

  post(
    path: string,
    fields: readonly (readonly [string, string])[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    return this.#ask('POST', path, body, headers);
  }

  /** A form of the page last seen; throws `FormUnfit` when there is none such. */
  form(choice: FormChoice): PageForm {
    if (typeof choice === 'object') return choice;
    const { forms, path } = this.page;
    const found =
      typeof choice === 'number'
        ? forms[choice]
        : (forms.find(({ action }) => action === choice) ?? forms.find(({ action }) => action.endsWith(choice)));
    if (found === undefined) throw new FormUnfit(`There is no form ${String(choice)} on ${path}`);
    return found;
  }

  /** Fills in a form of the page last seen and presses a button: the first, or the one named. */
  submit(choice: FormChoice, typed: Typed = {}, how: { button?: string | FormButton } = {}): Promise<Page> {
    const form = this.form(choice);
    return this.post(form.action === '' ? this.page.path : form.action, filledForm(form, typed, how.button));
  }

  /** Follows the first link with these words or this address. */
  follow(wanted: string): Promise<Page> {
    const link = this.page.links.find(({ href, text }) => text === wanted || href === wanted || href.endsWith(wanted));
    if (link === undefined) throw new FormUnfit(`There is no link ${wanted} on ${this.page.path}`);
    return this.get(link.href);
  }

  async #ask(method: string, path: string, body: string | undefined, headers: Readonly<Record<string, string>>) {
    let at = new URL(path, new URL(this.#page?.path ?? '/', this.#base));
    let answer = await this.#once(method, at, body, headers);
    const way = [{ status: answer.status, path: at.pathname + at.search }];
    for (let next = this.#next(answer, at); next !== undefined; next = this.#next(answer, at)) {
      if (way.length > MOST_REDIRECTS) throw new FormUnfit(`${path} redirects without end`);
      at = next;
      answer = await this.#once('GET', at, undefined, headers);
      way.push({ status: answer.status, path: at.pathname + at.search });
    }
    const html = await answer.text();
    const page: Page = {
      ...readPage(html),
      status: answer.status,
      path: at.pathname + at.search,
      html,
      headers: answer.headers,
      way,
    };
    this.#page = page;
    return page;
  }

  #next(answer: Response, at: URL): URL | undefined {
    const location = answer.headers.get('location');
    if (location === null || answer.status < 300 || answer.status > 399) return undefined;
    const next = new URL(location, at);
    return next.host === this.#base.host ? next : undefined;
  }

  async #once(method: string, url: URL, body: string | undefined, headers: Readonly<Record<string, string>>) {
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const line = this.#line;
    const answer = await line(url, {
      method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(cookies === '' ? {} : { cookie: cookies }),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...this.#headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const cut = pair.indexOf('=');
    const name = pair.slice(0, cut).trim();
    const value = pair.slice(cut + 1).trim();
    const ended = attributes.some((attribute) => {
      const [key = '', said = ''] = attribute.split('=').map((part) => part.trim());
      if (key.toLowerCase() === 'max-age') return Number(said) <= 0;
      return key.toLowerCase() === 'expires' && Date.parse(said) <= 0;
    });
    if (ended || value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
