import type { LoadSender } from './load/load-sender.ts';
import type { LoadOrder } from './load/shot.ts';
import { cpuOf } from './service/process-figures.ts';
import type { ServerProcess } from './service/server-process.ts';

/** One operation at one number of connections. */
export interface Figures {
  readonly connections: number;
  /** CPU milliseconds of the server for each answer. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
  readonly wrong: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** Sends a load and takes the server's CPU time before and after. */
export async function measure(
  server: ServerProcess,
  sender: LoadSender,
  order: Omit<LoadOrder, 'url'>,
): Promise<Figures> {
  const before = cpuOf(server.pid);
  const report = await sender.send({ ...order, url: server.url });
  const cpu = (cpuOf(server.pid) - before) / report.answered;
  const { answered, wrong, statuses, seconds, p50, p99 } = report;
  return { connections: order.connections, cpu, perSecond: answered / seconds, p50, p99, answered, wrong, statuses };
}
