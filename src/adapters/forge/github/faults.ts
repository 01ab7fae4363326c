import { ForgeRefused, ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';

/** No limit of GitHub's lasts longer than an hour; an answer that says otherwise must not stop us for days. */
const LONGEST_WAIT_MS = 2 * 60 * 60_000;

/** What Octokit throws when GitHub did answer, and not with success. */
interface Answered {
  readonly status: number;
  readonly response: { readonly data: unknown; readonly headers: Readonly<Record<string, unknown>> };
}

/** The answer behind an error of Octokit's, or behind one of our faults; undefined on a broken line. */
function answerBehind(error: unknown): Answered | undefined {
  if (!(error instanceof Error)) return undefined;
  const found = error as Error & Partial<Answered>;
  return found.response === undefined ? answerBehind(error.cause) : (found as Error & Answered);
}

/** The status of the answer behind a fault; undefined when there was none. */
export function statusOf(fault: unknown): number | undefined {
  return answerBehind(fault)?.status;
}

/** What GitHub itself says in a refusal, without links. */
export function wordsOf(fault: unknown): string {
  const data = answerBehind(fault)?.response.data;
  if (typeof data !== 'object' || data === null) return '';
  const { message, errors } = data as { message?: unknown; errors?: unknown };
  const details = Array.isArray(errors) ? errors.map(detailOf) : [];
  return [message, ...details].filter((part) => typeof part === 'string' && part !== '').join(': ');
}

function detailOf(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  const { message, field, code } = detail as Record<string, unknown>;
  return message ?? [field, code].filter((part) => typeof part === 'string').join(' ');
}

/**
 * Turns what went wrong with a call into one of the two faults that a job understands. `now` and `untoldMs` in
 * milliseconds; the latter is how long we wait when GitHub does not say.
 */
export function faultOf(
  route: string,
  error: unknown,
  now: number,
  untoldMs = 60_000,
): ForgeRefused | ForgeUnavailable {
  if (error instanceof ForgeRefused || error instanceof ForgeUnavailable) return error;
  const status = statusOf(error);
  if (status === undefined) return new ForgeUnavailable(`GitHub did not answer ${route}`, { cause: error });
  const until = isLimit(error, status) ? (limitEnd(error, now) ?? now + untoldMs) : undefined;
  if (until !== undefined) {
    const retryAt = new Date(until).toISOString();
    return new ForgeUnavailable('GitHub asks us to wait', { cause: error, retryAt });
  }
  if (status >= 500 || status === 409 || status === 408 || status < 400) {
    return new ForgeUnavailable(`GitHub answered ${route} with ${String(status)}`, { cause: error });
  }
  return new ForgeRefused(refusalOf(status, error), { cause: error });
}

function headersOf(error: unknown): Readonly<Record<string, unknown>> {
  return answerBehind(error)?.response.headers ?? {};
}

function isLimit(error: unknown, status: number): boolean {
  if (status === 429) return true;
  const headers = headersOf(error);
  if (status !== 403) return status >= 500 && headers['retry-after'] !== undefined;
  const told = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  return told || /secondary rate limit|abuse detection/iu.test(wordsOf(error));
}

function limitEnd(error: unknown, now: number): number | undefined {
  const headers = headersOf(error);
  const after = Number(headers['retry-after'] ?? Number.NaN);
  // Every answer carries the end of the hour; it matters only to who has used the hour up.
  const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN;
  const end = Number.isFinite(after) ? now + after * 1000 : reset * 1000;
  return Number.isFinite(end) ? Math.min(Math.max(end, now + 1000), now + LONGEST_WAIT_MS) : undefined;
}

/** One plain sentence for a curator, with GitHub's own words where they say more. */
function refusalOf(status: number, error: unknown): string {
  const words = wordsOf(error);
  if (status === 401) return 'GitHub does not accept our credentials: they were revoked, or have expired';
  if (status === 403 && /archived/iu.test(words)) {
    return 'The repository on GitHub is archived: nothing can be written until somebody opens it again';
  }
  if (status === 403 && /not accessible by/iu.test(words)) {
    const wanted = headersOf(error)['x-accepted-github-permissions'];
    return `Our credentials lack a right on the repository${typeof wanted === 'string' ? ` (${wanted})` : ''}: ${words}`;
  }
  if (status === 404) return 'GitHub finds nothing there: it is gone, or our credentials may not see it';
  return `GitHub refuses this: ${words === '' ? String(status) : words}`;
}
