import { setTimeout as pause } from 'node:timers/promises';
import { PostOffice } from '../../support/post-office.ts';
import { CaseWalk, signInStaff, type Staff, type StepName } from './case-walk.ts';
import { House } from './house.ts';
import { Ledger } from './ledger.ts';
import { outcomeOf, profileOf, type Outcome, type Profile } from './outcome.ts';
import { patientLine } from './patient-line.ts';
import { comesToRest } from './rest.ts';

/** The moment that never comes. */
const NEVER = 0;
const PRACTICE = 'lr-women-children-protection-section';

/** What must have happened before, how far it goes, and whether its letters leave by a mail server. */
export interface Flow {
  readonly from: StepName | undefined;
  readonly until: StepName;
  readonly byMail: boolean;
}

export const flows = {
  submit: { from: undefined, until: 'send', byMail: true },
  decide: { from: 'review', until: 'release', byMail: true },
  publish: { from: 'offer', until: 'merge', byMail: false },
} as const satisfies Record<string, Flow>;

export interface CrashOptions {
  readonly flow: Flow;
  /**
   * For each case that is walked, at which of the moments it dies, counted from the beginning of each life: one number
   * for one death, more for as many lives in a row.
   */
  readonly choose: (all: readonly string[]) => readonly (readonly number[])[];
  /** What a client posts again when an answer was lost; left out, the very same. */
  readonly again?: (body: string) => string;
  readonly preload?: string;
}

export interface CrashFigures extends Outcome {
  /** The moments of the flow, in their order. */
  readonly points: readonly string[];
  readonly deaths: number;
  readonly told: number;
  readonly lost: number;
  /** Letters that arrived again; at most one for each death. */
  readonly lettersDouble: number;
  readonly complaints: readonly string[];
}

/** Walks one case for each chosen moment through the flow, dies there, comes back, and goes on; then counts. */
export async function crashRun(options: CrashOptions): Promise<CrashFigures> {
  const post = options.flow.byMail ? await PostOffice.open() : undefined;
  const preload = options.preload ?? 'tests/reliability/crash/crash-points.ts';
  try {
    const house = await House.make({ clients: 1, preload, ...(post === undefined ? {} : { post }) });
    try {
      return await new CrashRun(house, options, post).run();
    } finally {
      await house.close();
    }
  } finally {
    await post?.close();
  }
}

class CrashRun {
  readonly #house: House;
  readonly #options: CrashOptions;
  readonly #post: PostOffice | undefined;
  readonly #ledger = new Ledger();
  readonly #begun = new Map<string, string>();
  #deaths = 0;
  /** At which moments the next lives end. */
  #toCome: number[] = [];
  #closing = false;

  constructor(house: House, options: CrashOptions, post: PostOffice | undefined) {
    this.#house = house;
    this.#options = options;
    this.#post = post;
  }

  async run(): Promise<CrashFigures> {
    const { service } = this.#house;
    await service.start();
    const staff = await signInStaff(this.#house, 0, this.#line());
    const { points, profile } = await this.#undisturbed(staff);
    const back = this.#comeBack();
    for (const moments of this.#options.choose(points)) await this.#dieAt(staff, moments);
    this.#closing = true;
    await comesToRest(this.#house);
    service.signal('SIGTERM');
    await back;
    return this.#count(points, new Map([[PRACTICE, profile]]));
  }

  async #undisturbed(staff: Staff): Promise<{ points: readonly string[]; profile: Profile }> {
    const { service } = this.#house;
    const walk = await this.#broughtTo(staff, 'N0');
    await this.#arm(NEVER);
    await walk.walk(this.#options.flow.until);
    await comesToRest(this.#house);
    service.tell({ ask: true });
    const { passed } = (await service.answer()) as { passed: string[] };
    const id = (await walk.facts())?.id ?? '';
    return { points: passed, profile: await this.#house.look((db) => profileOf(db, id)) };
  }

  async #dieAt(staff: Staff, moments: readonly number[]): Promise<void> {
    const { service } = this.#house;
    const walk = await this.#broughtTo(staff, `N${String(this.#begun.size)}`);
    const { lives } = service;
    this.#toCome = moments.slice(1);
    await this.#arm(moments[0] ?? NEVER);
    await walk.walk(this.#options.flow.until);
    await comesToRest(this.#house);
    // Death at the very last moment is known a moment later.
    await pause(30);
    await comesToRest(this.#house);
    this.#deaths += service.lives - lives;
    await this.#arm(NEVER);
  }

  /** Comes back each time it has died. */
  async #comeBack(): Promise<void> {
    const { service } = this.#house;
    for (;;) {
      await service.ended();
      if (this.#closing) return;
      await service.start({ open: false });
      this.#ledger.check(this.#house);
      await this.#arm(this.#toCome.shift() ?? NEVER);
      service.open();
    }
  }

  async #broughtTo(staff: Staff, marker: string): Promise<CaseWalk> {
    this.#begun.set(marker, PRACTICE);
    const walk = new CaseWalk({ house: this.#house, staff, line: this.#line(), marker, practice: PRACTICE });
    if (this.#options.flow.from !== undefined) await walk.walk(this.#options.flow.from);
    await comesToRest(this.#house);
    return walk;
  }

  async #arm(k: number): Promise<void> {
    const { service } = this.#house;
    const armed = service.answer();
    service.tell({ arm: k });
    await armed;
  }

  #line(): typeof fetch {
    const { again } = this.#options;
    const { acknowledged } = this.#ledger;
    return patientLine(this.#house, { acknowledged, ...(again === undefined ? {} : { again }) });
  }

  async #count(points: readonly string[], model: ReadonlyMap<string, Profile>): Promise<CrashFigures> {
    const { service } = this.#house;
    this.#ledger.checkAll(this.#house);
    const arrived = (this.#post?.arrived ?? []).map(({ messageId }) => messageId);
    return {
      ...(await outcomeOf(this.#house, this.#begun, model)),
      points,
      deaths: this.#deaths,
      told: this.#ledger.told,
      lost: this.#ledger.lost.size,
      lettersDouble: arrived.length - new Set(arrived).size,
      complaints: service.complaints,
    };
  }
}
