import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { letterId } from '../../../src/adapters/mail/letter-message.ts';
import { secretKeys } from '../../../src/adapters/keys/secret-keys.ts';
import type { Service } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import { peopleWithRole } from '../../../src/db/person-store.ts';
import { readScript } from '../../../src/demonstration/script.ts';
import { startService } from '../../../src/main.ts';
import { paths } from '../../../src/paths.ts';
import type { Keys } from '../../../src/ports/keys.ts';
import { makeOperatorLink } from '../../../src/usecases/account/make-operator-link.ts';
import { makePerson } from '../../../src/usecases/people/make-person.ts';
import { freePort, KillableService } from '../../support/killable-service.ts';
import type { PostOffice } from '../../support/post-office.ts';
import { MODULE } from '../../support/world.ts';

const SECRET = 'k'.repeat(64);
const REVIEWERS = 24;

export interface HouseOptions {
  readonly clients: number;
  readonly preload?: string;
  /** Where letters go instead of the outbox folder. */
  readonly post?: PostOffice;
}

/** A way in for each of the staff who work at one client's cases. */
export interface WaysIn {
  readonly curators: readonly [string, string];
  readonly safety: string;
}

/** Everything that a service which dies and comes back leaves behind, and a way to look into it in between. */
export class House {
  readonly folder: string;
  readonly url: string;
  readonly service: KillableService;
  readonly keys: Keys = secretKeys(Buffer.from(SECRET, 'utf8'));
  readonly environment: Readonly<Record<string, string>>;
  readonly waysIn: readonly WaysIn[];
  readonly #post: PostOffice | undefined;

  private constructor(
    environment: Readonly<Record<string, string>>,
    waysIn: readonly WaysIn[],
    { preload, post }: HouseOptions,
  ) {
    this.environment = environment;
    this.#post = post;
    this.folder = environment['DATA_DIR'] ?? '';
    this.url = environment['BASE_URL'] ?? '';
    this.waysIn = waysIn;
    this.service = new KillableService(environment, preload);
  }

  static async make(options: HouseOptions): Promise<House> {
    const port = String(await freePort());
    const environment = {
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'fieldstone-crash-')),
      PORT: port,
      BASE_URL: `http://127.0.0.1:${port}`,
      CONTENT_REPOSITORIES: 'local:content.git',
      SECRET_KEY: SECRET,
      LOG_LEVEL: 'warn',
    };
    const waysIn = await peopled(environment, options.clients);
    return new House({ ...environment, ...mailBy(options.post) }, waysIn, options);
  }

  get repository(): string {
    return path.join(this.folder, 'content.git');
  }

  /**
   * A brief look into the database from outside. Only while the service is up, and closed at once: the first to open
   * the file after a kill must be the service itself.
   */
  async look<T>(see: (db: Database.Database) => T): Promise<T> {
    await this.service.up();
    return this.lookNow(see);
  }

  lookNow<T>(see: (db: Database.Database) => T): T {
    const db = new Database(path.join(this.folder, 'fieldstone.db'), { readonly: true });
    try {
      return see(db);
    } finally {
      db.close();
    }
  }

  /** Of the letters that are down as sent, those that arrived nowhere. */
  lettersLost(): number {
    const sent = this.lookNow((db) =>
      db.prepare("select message_id from letters where outcome = 'sent'").pluck().all(),
    );
    // What left before the first life left into the folder.
    const arrived = new Set([
      ...this.letters().map(({ id }) => id),
      ...(this.#post?.arrived ?? []).map(({ messageId }) => letterId({ messageId })),
    ]);
    return (sent as string[]).filter((messageId) => !arrived.has(letterId({ messageId }))).length;
  }

  /** The letters in the outbox folder that are whole. */
  letters(): { id: string; to: string; text: string }[] {
    const outbox = path.join(this.folder, 'outbox');
    const names = readdirSync(outbox).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(path.join(outbox, name), 'utf8')) as never);
  }

  async close(): Promise<void> {
    await this.service.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const mailBy = (post: PostOffice | undefined): Record<string, string> =>
  post === undefined
    ? {}
    : { SMTP_URL: `smtp://127.0.0.1:${String(post.port)}`, MAIL_FROM: 'Fieldstone <post@fieldstone.example>' };

/** Before the first life: a content repository, people, and their ways in. */
async function peopled(environment: Readonly<Record<string, string>>, clients: number): Promise<WaysIn[]> {
  const running = await startService({ ...readConfig(environment), logLevel: 'error' });
  try {
    await introduceAll(running.service);
    const waysIn: WaysIn[] = [];
    for (let client = 0; client < clients; client += 1) waysIn.push(await wayIn(running.service));
    await running.service.worker.lookNow();
    return waysIn;
  } finally {
    await running.stop();
  }
}

async function introduceAll(service: Service): Promise<void> {
  const { people } = readScript();
  const reviewer = people.find(({ roles }) => roles.includes('reviewer'));
  if (reviewer === undefined) throw new Error('The demonstration has no reviewer');
  const more = Array.from({ length: REVIEWERS }, (_, n) => ({
    ...reviewer,
    name: `Reviewer ${String(n)}`,
    email: `reviewer@r${String(n)}.example`,
    organisation: `House ${String(n)}`,
    languages: ['en', 'fr', 'es', 'ar'],
  }));
  for (const { key: _key, ...typed } of [...people, ...more]) {
    await service.write((unit) => makePerson(unit, { kind: 'service' }, { module: MODULE, typed }));
  }
}

async function wayIn(service: Service): Promise<WaysIn> {
  const link = async (role: 'curator' | 'safety', place: number): Promise<string> => {
    const personId = peopleWithRole(service.db, MODULE, role)[place]?.id;
    if (personId === undefined) throw new Error(`Nobody is ${role}`);
    const minutes = 24 * 60;
    const made = await service.write((unit) => ({ token: makeOperatorLink(unit, { personId, minutes }) }));
    return paths.signInLink('en', made.token);
  };
  return { curators: [await link('curator', 0), await link('curator', 1)], safety: await link('safety', 0) };
}
