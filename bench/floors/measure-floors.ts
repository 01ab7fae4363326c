import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LoadSender } from '../load/load-sender.ts';
import type { Shot } from '../load/shot.ts';
import type { Figures } from '../measure.ts';
import { readAgain, type Effort as Times } from '../measure-operation.ts';
import { startServer } from '../service/server-process.ts';
import { mortal } from '../undo-on-signals.ts';

/** What a loop without any server does. `cpu` in milliseconds for each. */
export interface BareFigures {
  readonly perSecond: number;
  readonly cpu: number;
  readonly p50?: number;
  readonly p99?: number;
}

/** What this machine can do at most, measured in the same run. */
export interface Floors {
  readonly http: readonly Figures[];
  readonly express: readonly Figures[];
  readonly expressCommit: readonly Figures[];
  readonly commits: BareFigures;
  readonly reads: BareFigures;
}

interface Effort extends Times {
  readonly folder: string;
  readonly sender: LoadSender;
}

const hello: Shot = { method: 'GET', path: '/' };
const form: Shot = {
  method: 'POST',
  path: '/',
  body: new URLSearchParams({ title: 'A practice', summary: 'word '.repeat(200), csrf: 'x'.repeat(40) }).toString(),
};

export async function measureFloors(effort: Effort): Promise<Floors> {
  return {
    http: await server(effort, 'http-hello', hello, 200),
    express: await server(effort, 'express-hello', hello, 200),
    expressCommit: await server(effort, 'express-commit', form, 303),
    commits: await loop(effort, 'commits'),
    reads: await loop(effort, 'reads'),
  };
}

/** Node itself leaves out the types. */
const program = (name: string): string[] => [path.join(import.meta.dirname, `${name}.ts`)];

async function server(effort: Effort, name: string, shot: Shot, status: number): Promise<Figures[]> {
  const { folder, sender } = effort;
  const running = await startServer({
    words: program(name),
    first: '/',
    environment: (port) => ({ PORT: String(port), FOLDER: folder, NODE_ENV: 'production' }),
  });
  try {
    return await readAgain({ server: running, sender }, [shot], effort, status);
  } finally {
    await running.stop();
  }
}

async function loop({ folder, seconds }: Effort, name: string): Promise<BareFigures> {
  const env = { PATH: process.env['PATH'], FOLDER: folder, SECONDS: String(seconds) };
  const running = promisify(execFile)(process.execPath, program(name), { env });
  const kill = mortal(running.child);
  try {
    return JSON.parse((await running).stdout) as BareFigures;
  } finally {
    kill();
  }
}
