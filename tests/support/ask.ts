/** One request of somebody, and the bare answer: nothing is followed, nothing is kept. */
export interface Asked {
  readonly status: number;
  /** Path and query of a redirect inside the service, the whole address of one that leaves it. */
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly text: string;
}

export interface AskOptions {
  readonly cookie?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** An empty one is not sent at all, as by an old browser. */
  readonly headers?: Readonly<Record<string, string>>;
}

export async function ask(url: string, method: string, path: string, options: AskOptions = {}): Promise<Asked> {
  const { cookie, fields, headers } = options;
  const answer = await fetch(new URL(path, url), {
    method,
    redirect: 'manual',
    headers: sent({
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
      ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    }),
    ...(fields === undefined ? {} : { body: new URLSearchParams(fields).toString() }),
  });
  const location = answer.headers.get('location') ?? undefined;
  return { status: answer.status, location, headers: answer.headers, text: await answer.text() };
}

const sent = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
