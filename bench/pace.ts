import type { LoadSender } from './load/load-sender.ts';
import type { LoadOrder } from './load/shot.ts';
import type { ServerProcess } from './service/server-process.ts';

const PROBES = 4;
const WARM_CONNECTIONS = 8;
/** Longer than this nobody waits for one figure, in seconds. */
const LONGEST = 20;

export type Question = Pick<LoadOrder, 'shots' | 'status'>;

/** How many answers a second a server gives, once it is warm. */
export async function warmUp(
  { url }: ServerProcess,
  sender: LoadSender,
  question: Question,
  seconds: number,
): Promise<number> {
  const probe = await sender.send({ ...question, url, connections: 1, amount: PROBES });
  const first = PROBES / probe.seconds;
  const amount = Math.max(2 * WARM_CONNECTIONS, Math.round((first * seconds) / 2));
  if (amount / first > LONGEST) return first;
  const warm = await sender.send({ ...question, url, connections: WARM_CONNECTIONS, amount });
  return warm.answered / warm.seconds;
}

/** So many requests as fill the time, at least one for each connection; undefined where even these take too long. */
export function amountFor(connections: number, perSecond: number, seconds: number): number | undefined {
  const wanted = Math.max(2 * connections, Math.round(perSecond * seconds));
  if (wanted / perSecond <= LONGEST) return wanted;
  return connections / perSecond <= LONGEST ? connections : undefined;
}
