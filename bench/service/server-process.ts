import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mortal } from '../undo-on-signals.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  /** From its start to its first answer. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

export interface ServerProgram {
  readonly words: readonly string[];
  /** An address that answers as soon as anything does. */
  readonly first: string;
  readonly environment: (port: number) => Readonly<Record<string, string>>;
}

const START_MS = 60_000;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a server and waits for its first answer; what it complains of is shown. */
export async function startServer({ words, first, environment }: ServerProgram): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const started = performance.now();
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], ...environment(port) },
  });
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error('The server did not start');
  const end = mortal(child);
  const kill = async (): Promise<void> => {
    end();
    await ended;
  };
  while (!(await answers(url + first))) {
    if (child.exitCode !== null || performance.now() - started > START_MS) {
      await kill();
      throw new Error(`The server ${words.join(' ')} did not answer`);
    }
    await pause(5);
  }
  return { pid, url, startedInMs: performance.now() - started, stop: kill };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
