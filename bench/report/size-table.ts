import type { Floors } from '../floors/measure-floors.ts';
import { cpuGoal, goals, patienceFor, serviceGoals } from '../goals.ts';
import type { Figures } from '../measure.ts';
import type { Measured } from '../measure-operation.ts';
import type { SizeFigures } from '../run-size.ts';
import { against, inColumns, short } from './columns.ts';

/** The goals for CPU are for so many connections, or for the most there were. */
const AT = 16;

export const atGoal = (levels: readonly Figures[]): Figures | undefined =>
  levels.find(({ connections }) => connections === AT) ?? levels.at(-1);

export const isSound = ({ levels }: Measured): boolean => levels.length > 0 && levels.every(({ wrong }) => wrong === 0);

/** Everything that was measured of one size; a figure with `!` misses its goal. */
export function sizeTable(size: SizeFigures, floors: Floors): string {
  const levels = floors.express.map(({ connections }) => connections);
  const head = [
    '',
    'CPU ms',
    'goal',
    '× floor',
    'p50/1',
    ...levels.flatMap((at) => [`req/s ${at}`, `p99/${at}`]),
    'KB',
    'KB gz',
    'wrong',
  ];
  return inColumns([head, ...size.operations.map((one) => row(one, size.cases, levels, floors))]);
}

function row(one: Measured, cases: number, connections: readonly number[], floors: Floors): string[] {
  const goal = goals[one.id] ?? {};
  const mayCost = cpuGoal(one.id, cases);
  const waits = patienceFor(one.id, one.kind);
  const best = atGoal(one.levels);
  const floor = atGoal(one.kind === 'read' ? floors.express : floors.expressCommit);
  const cpu = best?.cpu ?? NaN;
  const alone = one.levels.find(({ connections }) => connections === 1);
  return [
    one.id,
    isSound(one) ? against(cpu, mayCost) : 'INVALID',
    mayCost === undefined ? '-' : `≤ ${String(mayCost)}`,
    short(cpu / (floor?.cpu ?? NaN)),
    against(alone?.p50 ?? NaN, waits.alone),
    ...connections.flatMap((at) => {
      const level = one.levels.find((each) => each.connections === at);
      return [short(level?.perSecond ?? NaN), against(level?.p99 ?? NaN, waits.p99[at])];
    }),
    one.weight === undefined ? '-' : short(one.weight.raw / 1024),
    one.weight === undefined ? '-' : against(one.weight.sent / 1024, goal.weight),
    wrongOf(one),
  ];
}

/** How many were not answered as they should be, and with what. */
function wrongOf(one: Measured): string {
  const wrong = one.levels.reduce((sum, level) => sum + level.wrong, 0);
  if (wrong === 0) return '0';
  const statuses = one.levels.flatMap((level) => Object.keys(level.statuses));
  return `${String(wrong)} (${[...new Set(statuses)].join(' ')})`;
}

export function serviceLines({ cases, databaseMegabytes, startedInMs, settled, idle, afterLoad }: SizeFigures): string {
  const start = against(startedInMs, serviceGoals.startedInMs);
  return [
    `${String(cases)} cases: database ${String(databaseMegabytes)} MB, first answer ${start} ms after the start,`,
    `at rest ${short(settled.milliseconds)} ms (${short(settled.cpu)} ms CPU) later;`,
    `memory at rest ${String(idle.rss)} MB RSS, ${against(idle.pss, serviceGoals.idle)} MB PSS;`,
    `after the load ${String(afterLoad.rss)} MB RSS, ${against(afterLoad.pss, serviceGoals.afterLoad)} MB PSS`,
  ].join(' ');
}
