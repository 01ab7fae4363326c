import autocannon from 'autocannon';
import { percentile } from './percentile.ts';
import type { LoadOrder, LoadReport, Shot } from './shot.ts';

const TIMEOUT_SECONDS = 60;

const headersOf = ({ cookie, body }: Shot): Record<string, string> => ({
  'accept-encoding': 'gzip',
  'sec-fetch-site': 'same-origin',
  ...(cookie === undefined ? {} : { cookie }),
  ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
});

/** Sends what it is told over connections that stay open; each takes the next shot of the one list. */
export function carryOut(order: LoadOrder): Promise<LoadReport> {
  const { shots, amount, connections } = order;
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const started = performance.now();
  let ended = started;
  let next = 0;
  return new Promise((resolve, reject) => {
    const sending = autocannon(
      {
        url: order.url,
        connections,
        timeout: TIMEOUT_SECONDS,
        amount,
        requests: [
          {
            setupRequest: (built) => {
              const shot = shots[next++ % shots.length];
              if (shot === undefined) return built;
              return {
                ...built,
                method: shot.method,
                path: shot.path,
                headers: headersOf(shot),
                body: shot.body ?? '',
              };
            },
          },
        ],
      },
      (error, result) => {
        if (error !== null) reject(error);
        const wrong = times.length - (statuses[String(order.status)] ?? 0) + result.errors + result.timeouts;
        const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
        resolve({ answered: times.length, wrong, statuses, seconds: (ended - started) / 1000, p50, p99 });
      },
    );
    sending.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      ended = performance.now();
      times.push(milliseconds);
      statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
    });
  });
}

/** A connection builds its first request more than once, so a list that is used up must be longer than what is sent. */
export const spare = (connections: number): number => 3 * connections;
