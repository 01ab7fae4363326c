import { and, eq, ne } from 'drizzle-orm';
import { mock } from 'node:test';
import { tryAgain } from '../../src/db/outbox.ts';
import { jobs, publications } from '../../src/db/schema/index.ts';
import type { RepositoryPart } from '../../src/compose.ts';
import type { Forge } from '../../src/ports/forge.ts';
import { faultKinds, wrongAnswers, type Fault } from './github-stand-in/faults.ts';
import { GitHubStandIn } from './github-stand-in/stand-in.ts';
import { MortalService, type Death } from './mortal-service.ts';
import { git } from './people-with-git.ts';
import { PlayedCase } from './played-case.ts';
import { RecordingFetch } from './recording-fetch.ts';
import { seededRandom } from './seeded-random.ts';
import { KeptMail, makeWorld, MODULE, type World } from './world.ts';

/** What a run came to. All that is wrong must be 0. */
export interface SagaReport {
  readonly wrong: {
    readonly duplicates: number;
    readonly missing: number;
    readonly orphans: number;
    /** Rows that name another pull request or another head than the one that stands. */
    readonly wrongNumbers: number;
    readonly stuck: number;
    readonly forced: number;
  };
  readonly calls: number;
  readonly faults: number;
  readonly kills: number;
  /** How often a curator had to press "try again", because GitHub said that trying would not help. */
  readonly pressed: number;
}

/** Publishes through the job table and GitHub's interface while calls fail and the process dies. */
export class PublishingSaga {
  readonly world: World;
  readonly standIn: GitHubStandIn;
  readonly #record: RecordingFetch;
  readonly #random: () => number;
  readonly #part: Extract<RepositoryPart, { kind: 'github' }>;
  #faults = 0;
  #kills = 0;
  #pressed = 0;
  #calm = false;

  private constructor(world: World, standIn: GitHubStandIn, record: RecordingFetch, seed: number) {
    this.world = world;
    this.standIn = standIn;
    this.#record = record;
    this.#random = seededRandom(seed);
    this.#part = partOf(standIn);
    standIn.faults = () => this.#fault();
  }

  /** A world with as many cases whose writer has agreed to the page; their publications wait in the job table. */
  static async begin(seed: number, items: number): Promise<PublishingSaga> {
    const world = await makeWorld({ mailer: new KeptMail() });
    await queuePublications(world, items);
    const standIn = await GitHubStandIn.start({ gitDir: world.repository, tokens: ['token'] });
    return new PublishingSaga(world, standIn, new RecordingFetch(), seed);
  }

  /** Lives, dies and starts again until every change stands, then looks on a good line what came of it. */
  async run(spoilt: (forge: Forge, attempt: () => number) => void = () => undefined): Promise<SagaReport> {
    const items = this.world.service.db.select().from(publications).all().length;
    let attempts = 0;
    const start = async (): Promise<MortalService> => {
      const life = await MortalService.start(
        this.world,
        new KeptMail(),
        () => this.#death(),
        (outside) => [{ ...this.#part, fetch: (input, init) => outside(() => this.#record.fetch(input, init)) }],
      );
      spoilt(life.service.web.forgeOf(MODULE), () => (attempts += 1));
      return life;
    };
    let life = await start();
    for (let turn = 0; turn < items * 60 && this.#unfinished() > 0; turn += 1) {
      await life.look();
      await this.#pressAgain();
      this.world.clock.pass({ minutes: 500 });
      if (life.dead || this.#isAskedToWait()) {
        if (!life.dead) life.service.db.$client.close();
        this.#kills += 1;
        life = await start();
      }
    }
    this.#calm = true;
    this.standIn.world.switches.listsLagBy = 0;
    await life.look();
    const report = await this.#report(items);
    life.service.close();
    return report;
  }

  async dispose(): Promise<readonly string[]> {
    mock.restoreAll();
    await this.standIn.stop();
    this.world.close();
    return this.#record.faults();
  }

  /** One call in seven goes wrong, two in five of those when it had happened already; lists lag behind as they like. */
  #fault(): Fault | undefined {
    this.standIn.world.switches.listsLagBy = this.#calm ? 0 : this.#pick([0, 0, 1, 2]);
    if (this.#calm || this.#random() > 1 / 7) return undefined;
    this.#faults += 1;
    const when = this.#random() < 0.4 ? 'after' : 'before';
    // A hang costs its whole time-out; it is rarer than the others.
    const broken = this.#random() < 0.97 ? faultKinds.filter((kind) => kind !== 'hang') : faultKinds;
    return { kind: this.#random() < 0.5 ? this.#pick(broken) : this.#pick(wrongAnswers), when };
  }

  #death(): Death {
    if (this.#calm || this.#random() > 1 / 40) return undefined;
    return this.#random() < 0.5 ? 'before' : 'after';
  }

  #pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.#random() * from.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  }

  #unfinished(): number {
    const { db } = this.world.service;
    return db
      .select()
      .from(jobs)
      .where(and(eq(jobs.kind, 'publish'), ne(jobs.state, 'done')))
      .all().length;
  }

  /** A wait is kept in the process alone; so that no real second passes here, the process ends instead. */
  #isAskedToWait(): boolean {
    const { db } = this.world.service;
    const waits = db.select({ words: jobs.lastError }).from(jobs).where(eq(jobs.state, 'due')).all();
    return waits.some(({ words }) => words?.startsWith('GitHub ask') === true);
  }

  async #pressAgain(): Promise<void> {
    await this.world.service.write(({ tx, clock }) => {
      for (const { id } of tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.state, 'dead')).all()) {
        if (tryAgain(tx, id, clock.now())) this.#pressed += 1;
      }
    });
  }

  async #report(items: number): Promise<SagaReport> {
    const { pulls, forced } = this.standIn.world;
    const rows = this.world.service.db.select().from(publications).all();
    const practiceOf = (branch: string): string => branch.split('/')[1] ?? '';
    const told = new Set(pulls.map(({ branch }) => practiceOf(branch)));
    const withPull = new Set(pulls.map(({ branch }) => branch));
    const branches = (
      await git(this.world.repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/practice')
    )
      .split('\n')
      .filter((branch) => branch !== '');
    const isRight = ({ branch, changeNumber, head }: (typeof rows)[number]): boolean =>
      pulls.some((pull) => pull.branch === branch && pull.number === changeNumber && pull.head === head);
    return {
      wrong: {
        duplicates: pulls.length - told.size,
        missing: items - rows.filter(({ branch }) => told.has(practiceOf(branch))).length,
        orphans: branches.filter((branch) => !withPull.has(branch)).length,
        wrongNumbers: rows.filter((row) => !isRight(row)).length,
        stuck: rows.filter(({ state }) => state !== 'open').length + this.#unfinished(),
        forced,
      },
      calls: this.standIn.seen.length,
      faults: this.#faults,
      kills: this.#kills,
      pressed: this.#pressed,
    };
  }
}

/** Not on the disk until all is there: this part proves nothing. */
async function queuePublications(world: World, items: number): Promise<void> {
  const { db } = world.service;
  db.$client.pragma('synchronous = OFF');
  const wait = db.$client.prepare("update jobs set run_after = '2999' where kind = 'publish'");
  const first = await (await PlayedCase.sent(world)).approved();
  wait.run();
  for (let item = 1; item < items; item += 1) {
    await (await first.another(`saga-${String(item)}`, first.played.answers)).approved();
    wait.run();
  }
  db.$client.prepare("update jobs set run_after = ? where kind = 'publish'").run(world.clock.now().toISOString());
  db.$client.pragma('synchronous = FULL');
}

const partOf = (standIn: GitHubStandIn): Extract<RepositoryPart, { kind: 'github' }> => ({
  kind: 'github',
  owner: 'commons',
  name: 'content',
  apiUrl: standIn.url,
  access: { kind: 'token', token: 'token' },
  writePauseMs: 0,
  askAgainMs: 0,
  timeoutMs: 1500,
});
