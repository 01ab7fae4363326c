import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../support/seeded-random.ts';
import { CaseWalk, signInStaff, type Staff, type StepName } from './case-walk.ts';
import { House, type HouseOptions } from './house.ts';
import { Ledger } from './ledger.ts';
import { outcomeOf, profileOf, type Outcome, type Profile } from './outcome.ts';
import { patientLine } from './patient-line.ts';
import { comesToRest } from './rest.ts';

/** It is stopped for safety, and a second curator has to agree. */
const PRACTICE = 'lr-women-children-protection-section';

/** Where the first case of each client stands when the killing begins, so that kills meet every part of the way. */
const begun: readonly StepName[] = ['start', 'send', 'screen', 'open_round', 'review', 'decide', 'offer', 'approve'];
/**
 * A life ends at a random moment after a random number of answers: on a busy machine a life that is measured in time
 * alone is over before anything was asked.
 */
const MOST_ANSWERS = 24;
const LONGEST_MOMENT_MS = 25;
const LONGEST_LIFE_MS = 4000;

export interface KillOptions extends Omit<HouseOptions, 'clients'> {
  readonly kills: number;
  readonly seed: number;
  /** How far cases are walked, all from the beginning; left out, to the end, each client beginning at another place. */
  readonly until?: StepName;
  /** Whether the cases that are on their way after the last kill are walked to their end; else they stay as they are. */
  readonly finish: boolean;
}

export interface Figures extends Outcome {
  /** Cases that came to their end. */
  readonly whole: number;
  readonly told: number;
  readonly lost: number;
  /** Where the lost ones were posted. */
  readonly lostAt: readonly string[];
  readonly cases: number;
  /** Cases that their people could not bring to the end, and why. */
  readonly stuck: readonly string[];
  /** What the service wrote into its log, faults and failed jobs. */
  readonly complaints: readonly string[];
}

/** Eight clients walk cases through the service while it is killed again and again; then everything is counted. */
export async function killRun(options: KillOptions): Promise<Figures> {
  const house = await House.make({ ...options, clients: begun.length });
  try {
    return await new KillRun(house, options).run();
  } finally {
    await house.close();
  }
}

interface Client {
  readonly place: number;
  readonly staff: Staff;
  /** Where its first case stands when the killing begins. */
  readonly begins: StepName;
}

class KillRun {
  readonly #house: House;
  readonly #options: KillOptions;
  readonly #ledger = new Ledger();
  readonly #random: () => number;
  readonly #begun = new Map<string, string>();
  readonly #stuck: string[] = [];
  #closing = false;
  #toAnswer = 0;
  #wellAnswered: () => void = () => undefined;

  constructor(house: House, options: KillOptions) {
    this.#house = house;
    this.#options = options;
    this.#random = seededRandom(options.seed);
  }

  async run(): Promise<Figures> {
    const house = this.#house;
    await house.service.start();
    const clients = await Promise.all(begun.map((_, client) => this.#client(client)));
    const [one] = clients;
    const isWhole = this.#options.until === undefined;
    const model = isWhole && one !== undefined ? await this.#model(one) : new Map<string, Profile>();
    const first = clients.map((client) => ({ client, walk: this.#newCase(client, 0) }));
    if (isWhole) await Promise.all(first.map(({ client, walk }) => walk.walk(client.begins)));
    const working = first.map(({ client, walk }) => this.#work(walk, client));
    await this.#killAgainAndAgain();
    this.#closing = true;
    await Promise.all(working);
    return this.#count(model);
  }

  async #client(place: number): Promise<Client> {
    return { place, begins: begun[place] ?? 'send', staff: await signInStaff(this.#house, place, this.#line()) };
  }

  /** What a case leaves behind when nobody disturbs it. */
  async #model(client: Client): Promise<Map<string, Profile>> {
    const walk = this.#newCase(client, -1);
    await walk.walk();
    await comesToRest(this.#house);
    const id = (await walk.facts())?.id ?? '';
    return new Map([[PRACTICE, await this.#house.look((db) => profileOf(db, id))]]);
  }

  #newCase({ place, staff }: Client, number: number): CaseWalk {
    const marker = `N${String(place)}x${String(number + 1)}`;
    this.#begun.set(marker, '');
    return new CaseWalk({ house: this.#house, staff, line: this.#line(), marker, practice: PRACTICE });
  }

  #line(): typeof fetch {
    const answered = (): void => {
      this.#toAnswer -= 1;
      if (this.#toAnswer === 0) this.#wellAnswered();
    };
    return patientLine(this.#house, { acknowledged: this.#ledger.acknowledged, answered });
  }

  /** Those who are near the end of their way always go it, so that something is there to be compared. */
  #goesOn({ begins }: Client): boolean {
    return this.#options.finish || !this.#closing || begins === 'approve';
  }

  async #work(first: CaseWalk, client: Client): Promise<void> {
    let walk = first;
    for (let number = 1; ; number += 1) {
      try {
        const isWhole = await walk.walk(this.#options.until, () => this.#goesOn(client));
        // Only a case at its end can be held against the one that nobody disturbed.
        if (isWhole) this.#begun.set(walk.options.marker, PRACTICE);
      } catch (error) {
        this.#stuck.push(reasonsOf(error));
      }
      if (this.#closing) return;
      walk = this.#newCase(client, number);
    }
  }

  /** Until so many answers were given, or it is time all the same. */
  async #live(answers: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#toAnswer = answers;
    this.#wellAnswered = () => {
      resolve(undefined);
    };
    if (answers > 0) await Promise.race([promise, pause(LONGEST_LIFE_MS, undefined, { ref: false })]);
  }

  async #killAgainAndAgain(): Promise<void> {
    for (let kill = 0; kill < this.#options.kills; kill += 1) {
      await this.#live(Math.floor(this.#random() * MOST_ANSWERS));
      await pause(this.#random() * LONGEST_MOMENT_MS);
      await this.#house.service.kill();
      await this.#house.service.start({ open: false });
      this.#ledger.check(this.#house);
      this.#house.service.open();
    }
  }

  async #count(model: ReadonlyMap<string, Profile>): Promise<Figures> {
    const house = this.#house;
    await comesToRest(house);
    house.service.signal('SIGTERM');
    await house.service.ended();
    this.#ledger.checkAll(house);
    return {
      ...(await outcomeOf(house, this.#begun, model)),
      whole: [...this.#begun.values()].filter((practice) => practice !== '').length,
      told: this.#ledger.told,
      lost: this.#ledger.lost.size,
      lostAt: [...new Set([...this.#ledger.lost].map(({ path }) => path.replace(/N\d+x\d+/u, '')))],
      cases: this.#begun.size,
      stuck: this.#stuck,
      complaints: house.service.complaints,
    };
  }
}

/** An error and what caused it, in one line. */
function reasonsOf(error: unknown): string {
  return error instanceof Error ? `${error.message.slice(0, 400)} < ${reasonsOf(error.cause)}` : '';
}
