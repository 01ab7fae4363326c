import { spare } from './load/carry-out.ts';
import type { LoadSender } from './load/load-sender.ts';
import type { Shot } from './load/shot.ts';
import { measure, type Figures } from './measure.ts';
import type { Operation, Stage } from './operations/operation.ts';
import type { ServerProcess } from './service/server-process.ts';
import { weigh, type Weight } from './weigh.ts';

export interface Measured {
  readonly id: string;
  readonly about: string;
  readonly kind: Operation['kind'];
  readonly levels: readonly Figures[];
  /** Of the first page asked for; a form that is posted answers with a redirection. */
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
  if (shots.length === 0) throw new Error(`There is nothing to ask for ${id}`);
  const levels = kind === 'read' ? await readAgain(on, shots, effort) : await postOnce(on, shots, effort);
  const [first] = shots;
  const weight = kind === 'read' && first !== undefined ? await weigh(on.server.url, first) : undefined;
  return { id, about, kind, levels, weight };
}

async function readAgain({ server, sender }: On, shots: Shot[], effort: Effort): Promise<Figures[]> {
  const { seconds } = effort;
  const status = 200;
  await sender.send({ url: server.url, shots, connections: WARM_CONNECTIONS, seconds: seconds / 2, status });
  const levels: Figures[] = [];
  for (const connections of effort.connections)
    levels.push(await measure(server, sender, { shots, connections, seconds, status }));
  return levels;
}

async function postOnce({ server, sender }: On, shots: Shot[], effort: Effort): Promise<Figures[]> {
  let from = 0;
  const take = (count: number): Shot[] => shots.slice(from, (from += count));
  const status = 303;
  const connections = WARM_CONNECTIONS;
  await sender.send({ url: server.url, shots: take(warmPosts(effort) + spare(connections)), connections, status });
  const levels: Figures[] = [];
  for (const many of effort.connections) {
    const mine = take(postsFor(many, effort) + spare(many));
    levels.push(await measure(server, sender, { shots: mine, connections: many, status }));
  }
  return levels;
}
