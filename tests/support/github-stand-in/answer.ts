/** What a handler of the stand-in answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, taken apart. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export type Handler = (asked: Asked) => Promise<Answer>;

const DOCS = 'https://docs.github.com/rest';

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  body: { message, documentation_url: DOCS, status: String(status) },
  headers,
});
export const notFound = (): Answer => refusal(404, 'Not Found');

/** GitHub's 422, with one detail where it has one. */
export function invalid(message: string, detail?: Readonly<Record<string, string>>): Answer {
  const errors = detail === undefined ? {} : { errors: [detail] };
  return { status: 422, body: { message, ...errors, documentation_url: DOCS, status: '422' } };
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
