import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from './adapters/clock/system-clock.ts';
import { dataDisk } from './adapters/disk/data-disk.ts';
import { readDefinition } from './adapters/definition/read-definition.ts';
import type { AccessProblem } from './adapters/forge/access-problem.ts';
import { checkGitHubAccess } from './adapters/forge/github/check-access.ts';
import { GitHubForge } from './adapters/forge/github/github-forge.ts';
import type { GitHubOptions, RepositoryMemory } from './adapters/forge/github/github-options.ts';
import { checkLocalAccess } from './adapters/forge/local/check-access.ts';
import { checkGit, GitUnsuitable } from './adapters/forge/local/check-git.ts';
import { LocalForge } from './adapters/forge/local/local-forge.ts';
import { mirrorRepository } from './adapters/forge/local/mirror-repository.ts';
import { seedLocalRepository } from './adapters/forge/local/seed-local-repository.ts';
import { secretKeys } from './adapters/keys/secret-keys.ts';
import { serviceLog } from './adapters/log/service-log.ts';
import { checkMailServer, type MailAilment } from './adapters/mail/check-mail-server.ts';
import type { Sender } from './adapters/mail/letter-message.ts';
import type { MailServer } from './adapters/mail/mail-server.ts';
import { ThreadMatcher } from './adapters/matching/thread-matcher.ts';
import { OutboxFolderMailer } from './adapters/mail/outbox-folder-mailer.ts';
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { systemRandom } from './adapters/random/system-random.ts';
import { latestDefinitions } from './db/definition-store.ts';
import { ThreadCaseExporter } from './db/export/case-exporter.ts';
import { migrateDatabase } from './db/migrate.ts';
import { closeDatabase, openDatabase, type Db } from './db/open-database.ts';
import { keepRepository, knownRepository } from './db/repository-store.ts';
import { groupedWrites, type WriteDurably } from './db/write.ts';
import type { Clock } from './ports/clock.ts';
import type { Forge, ForgeFile } from './ports/forge.ts';
import type { Mailer } from './ports/mailer.ts';
import type { Random } from './ports/random.ts';
import type { Unit, Write } from './usecases/unit.ts';
import type { RequestLog, Site, WebDeps } from './web/web-deps.ts';
import { makeClockwork } from './worker/clockwork.ts';
import { jobHandlers } from './worker/job-handlers.ts';
import { ModuleRegistry } from './worker/module-registry.ts';
import { Worker } from './worker/run-worker.ts';
import type { WorkerDeps, WorkerLog } from './worker/worker-deps.ts';

/** A bare repository in a folder, or one on GitHub; each is a forge of its own. */
export type RepositoryPart =
  { readonly kind: 'local'; readonly folder: string } | ({ readonly kind: 'github' } & GitHubOptions);

export interface Parts {
  readonly dataFolder: string;
  readonly secret: Buffer;
  readonly site: Site;
  /** The content repositories; where two of them have the same module, the first one's counts. */
  readonly repositories: readonly RepositoryPart[];
  /** Where letters leave; without it they stay in the outbox folder. */
  readonly mail?: { readonly server: MailServer; readonly from: Sender } | undefined;
  readonly logLevel?: string;
  /** A test brings its own of these; left out, they are the machine's clock and randomness, a log on standard output, and mail as configured. */
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: RequestLog & WorkerLog;
  readonly mailer?: Mailer;
}

/** The service, put together; the only place that names concrete adapters. */
export interface Service {
  readonly db: Db;
  readonly write: Write;
  readonly web: WebDeps;
  readonly worker: Worker;
  readonly registry: ModuleRegistry;
  close(): void;
}

export function compose(parts: Parts): Service {
  const db = openDatabase(path.join(parts.dataFolder, 'fieldstone.db'));
  migrateDatabase(db);
  const keys = secretKeys(parts.secret);
  const writeDurably = groupedWrites(db);
  const forges = parts.repositories.map((part) => forgeOn(part, db, writeDurably));
  const registry = new ModuleRegistry(forges, readDefinition);
  registry.remember(latestDefinitions(db));
  const { site, clock = systemClock, random = systemRandom } = parts;
  const log = parts.log ?? serviceLog(parts.logLevel ?? 'info');
  const write: Write = (work) =>
    writeDurably((tx) => {
      const unit: Unit = { tx, clock, random, keys, modules: registry };
      return work(unit);
    });
  const outbox = new OutboxFolderMailer(path.join(parts.dataFolder, 'outbox'));
  const forgeOf = registry.forgeOf.bind(registry);
  const workerDeps: WorkerDeps = {
    db,
    write,
    clock,
    random,
    keys,
    registry,
    forgeOf,
    mailer: parts.mailer ?? mailerFor(parts) ?? outbox,
    baseUrl: site.baseUrl,
    log,
  };
  const worker = new Worker(workerDeps, jobHandlers, makeClockwork(workerDeps));
  const matcher = new ThreadMatcher();
  const exporter = new ThreadCaseExporter(db);
  const web: WebDeps = {
    db,
    write: async (work) => {
      const answer = await write(work);
      worker.nudge();
      return answer;
    },
    clock,
    random,
    keys,
    modules: registry,
    forgeOf,
    site,
    disk: dataDisk(parts.dataFolder),
    matcher,
    exporter,
    outbox: site.demonstration ? outbox : undefined,
    lookNow: () => Promise.race([worker.lookNow(), patience()]),
    log,
  };
  return {
    db,
    write,
    web,
    worker,
    registry,
    close: () => {
      matcher.close();
      exporter.close();
      closeDatabase(db);
    },
  };
}

/** A page does not wait longer than this for repositories to be looked at; the look goes on without it. */
const PATIENCE_MS = 10_000;
const patience = (): Promise<void> => wait(PATIENCE_MS, undefined, { ref: false });

const mailerFor = ({ mail }: Parts): Mailer | undefined => mail && new SmtpMailer(mail.server, mail.from);

function forgeOn(part: RepositoryPart, db: Db, writeDurably: WriteDurably): Forge {
  if (part.kind === 'local') return new LocalForge(part.folder);
  return new GitHubForge({ memory: memoryOf(db, writeDurably, `github:${part.owner}/${part.name}`), ...part });
}

/** Which repository a name led to is kept in the database, and written when it has changed. */
function memoryOf(db: Db, writeDurably: WriteDurably, key: string): RepositoryMemory {
  let last = knownRepository(db, key);
  return {
    known: () => last,
    keep: async (known) => {
      if (last?.number === known.number && last.head === known.head) return;
      await writeDurably((tx) => {
        keepRepository(tx, key, known);
      });
      last = known;
    },
  };
}

/** What keeps us from publishing in a repository; asks and writes nothing. */
export function examineRepository(part: RepositoryPart, signal: AbortSignal): Promise<readonly AccessProblem[]> {
  return part.kind === 'local' ? checkLocalAccess(part.folder, signal) : checkGitHubAccess(part, signal);
}

/** What a mail server has against us; nothing is sent. */
export function examineMail({ server, from }: NonNullable<Parts['mail']>): Promise<MailAilment | undefined> {
  return checkMailServer(server, from);
}

/** Whether the git of this machine will do for a local repository; `found` is what it says of itself. */
export async function findGit(): Promise<{ suitable: boolean; found: string | undefined }> {
  try {
    return { suitable: true, found: await checkGit() };
  } catch (error) {
    if (error instanceof GitUnsuitable) return { suitable: false, found: error.found };
    throw error;
  }
}

/** A local content repository that is not there yet is begun with these files. */
export async function beginRepository(folder: string, files: readonly ForgeFile[], signal: AbortSignal): Promise<void> {
  await seedLocalRepository(folder, files, signal);
}

/** A checked copy of a local content repository, for a backup. */
export const mirrorLocal = mirrorRepository;

/** The machine's time, for commands that have no service around them. */
export const systemNow = (): Date => systemClock.now();
