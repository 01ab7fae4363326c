import { spare } from './load/carry-out.ts';
import type { LoadSender } from './load/load-sender.ts';
import type { Shot } from './load/shot.ts';
import { measure, type Figures } from './measure.ts';
import type { Operation, Stage } from './operations/operation.ts';
import { amountFor, warmUp } from './pace.ts';
import type { ServerProcess } from './service/server-process.ts';
import { weigh, type Weight } from './weigh.ts';

export interface Measured {
  readonly id: string;
  readonly about: string;
  readonly kind: Operation['kind'];
  /** Where so many connections at once would take too long, they are left out. */
  readonly levels: readonly Figures[];
  /** Of the first page asked for; a form that is posted answers with a redirection, or with a file that is streamed. */
  readonly weight: Weight | undefined;
}

export interface Effort {
  readonly seconds: number;
  readonly connections: readonly number[];
}

const WARM_CONNECTIONS = 8;
/** Posts that are prepared for each second: more than a slow machine sends, and enough for a sound figure. */
const POSTS_A_SECOND = 500;

/** How often a form is posted with so many connections. */
const postsFor = (connections: number, { seconds }: Effort): number =>
  Math.max(2 * connections, Math.round(seconds * POSTS_A_SECOND));

const warmPosts = ({ seconds }: Effort): number => Math.max(2 * WARM_CONNECTIONS, Math.round(seconds * 150));

/** How many cases must be there for a form that is posted once each. */
export const postsInAll = (effort: Effort): number =>
  warmPosts(effort) +
  spare(WARM_CONNECTIONS) +
  effort.connections.reduce((sum, connections) => sum + postsFor(connections, effort) + spare(connections), 0);

export interface On {
  readonly stage: Stage;
  readonly server: ServerProcess;
  readonly sender: LoadSender;
}

/** Warms up, then asks at each number of connections. */
export async function measureOperation(on: On, operation: Operation, effort: Effort): Promise<Measured> {
  const shots = await operation.shots(on.stage);
  const { id, about, kind } = operation;
  const [first] = shots;
  if (first === undefined) throw new Error(`There is nothing to ask for ${id}`);
  const levels = kind === 'read' ? await readAgain(on, shots, effort) : await postOnce(on, shots, effort);
  const isPage = kind === 'read' && first.method === 'GET';
  return { id, about, kind, levels, weight: isPage ? await weigh(on.server.url, first) : undefined };
}

/** Asks for the same pages again and again. */
export async function readAgain(
  { server, sender }: Pick<On, 'server' | 'sender'>,
  shots: readonly Shot[],
  { seconds, connections }: Effort,
  status = 200,
): Promise<Figures[]> {
  const perSecond = await warmUp(server, sender, { shots, status }, seconds);
  const levels: Figures[] = [];
  for (const many of connections) {
    const amount = amountFor(many, perSecond, seconds);
    if (amount === undefined) break;
    levels.push(await measure(server, sender, { shots, connections: many, amount, status }));
  }
  return levels;
}

/** Posts each form once. */
async function postOnce({ server, sender }: On, shots: Shot[], effort: Effort): Promise<Figures[]> {
  let from = 0;
  const take = (count: number): Shot[] => shots.slice(from, (from += count));
  const status = 303;
  const connections = WARM_CONNECTIONS;
  const amount = warmPosts(effort);
  await sender.send({ url: server.url, shots: take(amount + spare(connections)), connections, amount, status });
  const levels: Figures[] = [];
  for (const many of effort.connections) {
    const wanted = postsFor(many, effort);
    const order = { shots: take(wanted + spare(many)), connections: many, amount: wanted, status };
    levels.push(await measure(server, sender, order));
  }
  return levels;
}
