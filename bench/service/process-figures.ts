import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * CPU milliseconds that a process has used, its threads included and its children not (user and system time, as the
 * scheduler counts them: `/proc/<pid>/stat` counts the same in steps of ten, too coarse for a short run).
 */
export function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${String(pid)}/task`);
  return threads.reduce((sum, thread) => sum + nanosecondsOf(pid, thread) / 1e6, 0);
}

const nanosecondsOf = (pid: number, thread: string): number =>
  Number(readFileSync(`/proc/${String(pid)}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);

/** Megabytes: resident, and the share of it that would be free without this process. */
export interface Memory {
  readonly rss: number;
  readonly pss: number;
}

export function memoryOf(pid: number): Memory {
  const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(rollup)?.[1] ?? NaN) / 1024);
  return { rss: megabytes('Rss'), pss: megabytes('Pss') };
}

const LOOK_MS = 100;
const RESTING_MS = 5;
const LONGEST_MS = 120_000;

/** What a process had to do until it came to rest. */
export interface Settled {
  readonly cpu: number;
  readonly milliseconds: number;
}

/** Waits until a process does next to nothing, but two minutes at most. */
export async function settle(pid: number): Promise<Settled> {
  const started = performance.now();
  const first = cpuOf(pid);
  for (let before = first; ;) {
    await pause(LOOK_MS);
    const now = cpuOf(pid);
    const milliseconds = performance.now() - started;
    if (now - before <= RESTING_MS || milliseconds > LONGEST_MS) return { cpu: now - first, milliseconds };
    before = now;
  }
}
