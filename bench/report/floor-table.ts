import type { BareFigures, Floors } from '../floors/measure-floors.ts';
import type { Figures } from '../measure.ts';
import { inColumns, short } from './columns.ts';

/** What the machine itself can do. */
export function floorTable(floors: Floors): string {
  const servers = [
    ['node:http', floors.http],
    ['Express', floors.express],
    ['Express, form, one durable commit', floors.expressCommit],
  ] as const;
  const loops = [
    ['bare durable commit', floors.commits],
    ['prepared read by key', floors.reads],
  ] as const;
  return inColumns([
    ['limits of this machine', 'connections', 'CPU ms', 'a second', 'p50', 'p99'],
    ...servers.flatMap(([name, levels]) => levels.map((level) => serverRow(name, level))),
    ...loops.map(([name, figures]) => loopRow(name, figures)),
  ]);
}

const serverRow = (name: string, { connections, cpu, perSecond, p50, p99 }: Figures): string[] => [
  name,
  String(connections),
  cpu.toFixed(3),
  short(perSecond),
  short(p50),
  short(p99),
];

const loopRow = (name: string, { cpu, perSecond, p50 = NaN, p99 = NaN }: BareFigures): string[] => [
  name,
  '-',
  cpu.toFixed(4),
  short(perSecond),
  short(p50),
  short(p99),
];
