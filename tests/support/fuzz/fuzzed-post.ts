import { performance } from 'node:perf_hooks';
import { readPage, type PageContent, type PageForm } from '../../../src/rehearsal/page-forms.ts';
import { encoded, type Typing } from './naughty.ts';
import type { FoundForm } from './found-forms.ts';

/** Names and values in the order of the body. */
export type Body = readonly (readonly [name: string, value: Typing])[];

export interface Posted extends PageContent {
  /** Of the form's own answer, and of the page on which it ends. */
  readonly status: number;
  readonly ending: number;
  readonly at: string;
  /** The slowest answer on the way. */
  readonly ms: number;
  readonly cookies: Readonly<Record<string, string>>;
}

/** What the form would send as it stands: with the button named, or the first. */
export function asItStands(form: PageForm, button = form.buttons[0]): [string, Typing][] {
  const sent = form.controls.filter(({ kind, chosen }) => (kind !== 'radio' && kind !== 'checkbox') || chosen);
  const pressed: [string, Typing][] = button?.name === undefined ? [] : [[button.name, button.value]];
  return [...sent.map(({ name, value }): [string, Typing] => [name, value]), ...pressed];
}

/** Sends a body through a form's address as the visitor who found it, and follows where it leads inside the service. */
export async function post(url: string, { action, form, cookies }: FoundForm, body: Body): Promise<Posted> {
  const text = body.map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encoded(value)}`).join('&');
  const jar = { ...cookies };
  const asked =
    form.method === 'get' ? { path: `${action.split('?')[0] ?? ''}?${text}` } : { path: action, body: text };
  const first = await ask(url, asked, jar);
  let last = first;
  let slowest = first.ms;
  for (let hops = 0; last.location !== undefined && hops < 10; hops += 1) {
    last = await ask(url, { path: last.location }, jar);
    slowest = Math.max(slowest, last.ms);
  }
  return {
    ...readPage(last.html),
    status: first.status,
    ending: last.status,
    at: last.path,
    ms: slowest,
    cookies: jar,
  };
}

/** Reads a page as a visitor with these cookies. */
export async function read(url: string, path: string, cookies: Readonly<Record<string, string>>) {
  const { status, html, ms } = await ask(url, { path }, { ...cookies });
  return { status, html, ms };
}

async function ask(url: string, { path, body }: { path: string; body?: string }, jar: Record<string, string>) {
  const started = performance.now();
  const answer = await fetch(new URL(path, url), {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie: Object.entries(jar)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const html = await answer.text();
  for (const line of answer.headers.getSetCookie()) keep(jar, line);
  const to = answer.headers.get('location') ?? undefined;
  const location = to?.startsWith('/') === true && !to.startsWith('//') ? to : undefined;
  return { status: answer.status, path, html, location, ms: performance.now() - started };
}

function keep(jar: Record<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
  if (value !== '') jar[name] = value;
}
