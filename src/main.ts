import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exampleFiles } from './cli/example-files.ts';
import { beginRepository, compose, findGit, type Service } from './compose.ts';
import type { Config } from './config/config.ts';
import { prepareDataFolder } from './config/data-folder.ts';
import { readSecret } from './config/secrets.ts';
import { explainListenError, FolderTaken, StartFailure, startFailures } from './config/start-failures.ts';
import { lockDataFolder } from './db/data-lock.ts';
import { DatabaseUnfit } from './db/open-database.ts';
import { isDemonstrated, seedDemonstration } from './demonstration/seed-demonstration.ts';
import { StageClock } from './demonstration/stage.ts';
import { giveBackMemory } from './give-back-memory.ts';
import type { Clock } from './ports/clock.ts';
import { createApp } from './web/app.ts';
import { limitLines } from './web/limit-lines.ts';

const FIRST_READING_MS = 20_000;
/** With the ten seconds that a job may take after it, a stop takes less than 25 seconds. */
const DRAIN_MS = 14_000;
const LAST_ASKED_MS = 100;

export interface RunningService {
  readonly service: Service;
  /** Scheme, host and port at which it listens. */
  readonly address: string;
  stop(): Promise<void>;
}

/** From a configuration to a service that answers. Throws `StartFailure` with one sentence that says what to do. */
export async function startService(config: Config): Promise<RunningService> {
  prepareDataFolder(config.dataFolder);
  const lock = lockDataFolder(config.dataFolder);
  if (lock === undefined) throw new FolderTaken(config.dataFolder);
  if (config.repositories.some(({ kind }) => kind === 'local')) await requireGit();
  const service = composeFrom(config);
  await prepareContent(config, service);
  if (config.mode === 'demonstration' && !isDemonstrated(service))
    await fillDemonstration(config, service.web.clock.now());
  const server = await listen(config, service);
  await service.worker.start();
  giveBackMemory(server);
  return {
    service,
    address: addressOf(config, server),
    stop: async () => {
      await drain(server);
      await service.worker.stop();
      service.close();
      lock.release();
    },
  };
}

async function requireGit(): Promise<void> {
  const git = await findGit();
  if (!git.suitable) throw new StartFailure(startFailures.gitUnsuitable(git.found));
}

/** The parts as a configuration wants them, on an open and migrated database. */
export function composeFrom(config: Config, clock?: Clock): Service {
  try {
    return compose({
      dataFolder: config.dataFolder,
      secret: readSecret(config),
      site: {
        baseUrl: config.baseUrl,
        secure: config.secure,
        demonstration: config.mode === 'demonstration',
        checkHost: config.checkHost,
        trustProxy: config.trustProxy,
      },
      repositories: config.repositories,
      mail: config.mail,
      logLevel: config.logLevel,
      ...(clock === undefined ? {} : { clock }),
    });
  } catch (error) {
    if (error instanceof DatabaseUnfit)
      throw new StartFailure(startFailures.databaseUnfit(error.message), { cause: error });
    throw error;
  }
}

/** The examples are played on a service of their own, whose clock is set back. */
async function fillDemonstration(config: Config, today: Date): Promise<void> {
  const clock = new StageClock(today);
  const service = composeFrom({ ...config, logLevel: 'error' }, clock);
  try {
    await prepareContent(config, service);
    await seedDemonstration(service, clock);
  } finally {
    service.close();
  }
}

/**
 * A local repository that is not there yet is begun with the example module, then every module is read. A service starts
 * without one that is down, with what was read before, and goes on trying.
 */
async function prepareContent(config: Config, service: Service): Promise<void> {
  const signal = AbortSignal.timeout(FIRST_READING_MS);
  for (const repository of config.repositories) {
    if (repository.kind === 'local') await beginRepository(repository.folder, exampleFiles(), signal);
  }
  try {
    await service.registry.refresh(service.write, signal);
  } catch (error) {
    // The worker tries again at once, and reports it.
    if (config.mode === 'demonstration') throw error;
  }
}

async function listen(config: Config, service: Service): Promise<Server> {
  const app = createApp(service.web, publicFolder());
  const server = app.listen(config.port, config.host);
  limitLines(server);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw explainListenError(error, config.host, config.port);
  }
  return server;
}

/** `public/` stands beside `src`, and beside it in what is built. */
function publicFolder(): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'public');
}

function addressOf(config: Config, server: Server): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return config.checkHost ? config.baseUrl : `http://localhost:${String(port)}`;
}

/**
 * Answers whoever asked before, each answer the last on its line, so that busy clients do not keep it alive; then cuts
 * what is left. What a client had sent on a line that looks idle is read first.
 */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.prependListener('request', (_req: IncomingMessage, res: ServerResponse) => {
    res.setHeader('Connection', 'close');
  });
  await pause(LAST_ASKED_MS);
  server.close();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearTimeout(timer);
}
