import { connect } from 'node:net';
import { ask, type Asked } from './ask.ts';
import type { Browser, Served } from './browser.ts';
import { MODULE } from './world.ts';

export const DOOR = `/en/${MODULE}`;
export const FIRST = `${DOOR}/practice/start`;
export const chosen = { language: 'en', kind: 'promising_practice', contact_channel: 'receipt_code' };

/** A submitter whose first page is saved, with what their browser holds, for requests that no browser would make. */
export class BadLine {
  readonly browser: Browser;
  readonly #served: Served;

  private constructor(served: Served, browser: Browser) {
    this.#served = served;
    this.browser = browser;
  }

  static async begun(served: Served): Promise<BadLine> {
    const browser = served.browser();
    await browser.get(FIRST);
    await browser.submit('/practice/start', chosen);
    return new BadLine(served, browser);
  }

  get cookie(): string {
    const names = ['fieldstone-pre', 'fieldstone-draft', 'fieldstone-sid', 'fieldstone-browser'];
    return names.map((name) => `${name}=${this.browser.cookie(name) ?? ''}`).join('; ');
  }

  /** What a form of this page posts beside what is typed. */
  async hidden(path: string, choice = path.slice(DOOR.length)): Promise<Record<string, string>> {
    await this.browser.get(path);
    const controls = this.browser.form(choice).controls.filter(({ kind }) => kind === 'hidden');
    return Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  }

  /** Posts to a page of the form what is typed, as the page itself would, on the way to the check page. */
  async type(path: string, typed: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    return this.post(path, { ...(await this.hidden(path)), go: 'check', ...typed }, headers);
  }

  post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    return ask(this.#served.url, 'POST', path, { cookie: this.cookie, fields, headers });
  }

  /** A body exactly as given. */
  async body(path: string, body: string | Uint8Array<ArrayBuffer>, type = FORM): Promise<Asked> {
    const headers = {
      cookie: this.cookie,
      'sec-fetch-site': 'same-origin',
      ...(type === '' ? {} : { 'content-type': type }),
    };
    const answer = await fetch(new URL(path, this.#served.url), { method: 'POST', redirect: 'manual', headers, body });
    const location = answer.headers.get('location') ?? undefined;
    return { status: answer.status, location, headers: answer.headers, text: await answer.text() };
  }

  ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
    return ask(this.#served.url, method, path, { cookie: this.cookie, headers });
  }

  /** What was saved of one answer. */
  async saved(path: string, name: string): Promise<string | undefined> {
    const page = await this.browser.get(path);
    return page.forms.flatMap(({ controls }) => controls).find((control) => control.name === name)?.value;
  }

  /** The whole answer to bytes that no client would send; '' from a line that was cut. */
  whole(bytes: string, cutAfterMs?: number): Promise<string> {
    const { hostname, port } = new URL(this.#served.url);
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write(bytes);
        if (cutAfterMs !== undefined) setTimeout(() => socket.destroy(), cutAfterMs);
      });
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (data) => {
        answer += data.toString('latin1');
        if (!answer.includes('Connection: close') && answer.includes('\r\n\r\n')) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(answer);
      });
    });
  }
}

const FORM = 'application/x-www-form-urlencoded';
