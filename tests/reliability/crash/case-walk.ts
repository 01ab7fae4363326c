import { setTimeout as pause } from 'node:timers/promises';
import type { Typed } from '../../../src/rehearsal/filled-form.ts';
import { FormUnfit } from '../../../src/rehearsal/filled-form.ts';
import * as curator from '../../../src/rehearsal/as-curator.ts';
import { judgeAll, writeReview } from '../../../src/rehearsal/as-reviewer.ts';
import { approvePage, endEmbargo, submitPractice } from '../../../src/rehearsal/as-submitter.ts';
import { Browser } from '../../../src/rehearsal/browser-client.ts';
import { RehearsalFailed } from '../../../src/rehearsal/stage-hands.ts';
import { practiceAnswers } from '../../../src/demonstration/script.ts';
import type { AssignmentId, PublicId } from '../../../src/domain/ids.ts';
import { paths } from '../../../src/paths.ts';
import { MODULE } from '../../support/world.ts';
import { factsOf, type CaseFacts } from './case-facts.ts';
import type { House } from './house.ts';
import { letInByCode } from './let-in-by-code.ts';

const LETTER = 'We are glad to accept this practice; next we show you the page exactly as it will look.';
/** So often a step is begun again that the life of the service cut short. */
const MOST_TRIES = 600;

export interface Staff {
  readonly first: Browser;
  readonly second: Browser;
  readonly safety: Browser;
}

export interface CaseOptions {
  readonly house: House;
  readonly staff: Staff;
  readonly line: typeof fetch;
  /** The end of its title, by which it is found again. */
  readonly marker: string;
  readonly practice: string;
}

/** One practice on its whole way, walked by people who do not give up. */
export class CaseWalk {
  readonly options: CaseOptions;
  readonly submitter: Browser;

  constructor(options: CaseOptions) {
    this.options = options;
    this.submitter = new Browser(options.house.url, {}, options.line);
  }

  facts(): Promise<CaseFacts | undefined> {
    return this.options.house.look((db) => factsOf(db, this.options.marker));
  }

  /**
   * Goes on from where the case stands, up to the end of this step; without one, to the end of the way. False when it
   * was to stop earlier.
   */
  async walk(until?: StepName, goesOn: () => boolean = () => true): Promise<boolean> {
    for (const [name, step] of Object.entries(steps) as [StepName, Step][]) {
      if (!goesOn()) return false;
      await this.#take(name, step);
      if (name === until) return true;
    }
    return true;
  }

  /** Looks first whether it is done: an answer that was lost may have been a yes. */
  async #take(name: StepName, step: Step): Promise<void> {
    let last: unknown;
    let fruitless = 0;
    for (let tries = 0; tries < MOST_TRIES && fruitless < 3; tries += 1) {
      if (step.isDone(await this.facts())) return;
      const { lives } = this.options.house.service;
      try {
        await step.act(this);
      } catch (error) {
        if (!(error instanceof RehearsalFailed || error instanceof FormUnfit)) throw error;
        last = error;
        if (lives === this.options.house.service.lives) fruitless += 1;
      }
    }
    if (step.isDone(await this.facts())) return;
    throw new Error(`${this.options.marker} is stuck at ${name}`, { cause: last });
  }
}

interface Step {
  readonly isDone: (facts: CaseFacts | undefined) => boolean;
  readonly act: (walk: CaseWalk) => Promise<unknown>;
}

const desk = { lang: 'en', module: MODULE } as const;
const at = async (walk: CaseWalk): Promise<{ module: typeof MODULE; publicId: PublicId }> => {
  const facts = await walk.facts();
  if (facts === undefined) throw new Error(`${walk.options.marker} is gone`);
  return { module: MODULE, publicId: facts.publicId };
};
const staff = (walk: CaseWalk): Staff => walk.options.staff;

const steps = {
  /** Nothing has happened yet. */
  start: { isDone: () => true, act: () => Promise.resolve() },
  send: {
    isDone: (facts) => facts !== undefined && facts.state !== 'draft',
    act: ({ submitter, options: { marker, practice } }) => {
      const answers = practiceAnswers(practice);
      return submitPractice(submitter, desk, {
        ...answers,
        title: `A practice that is sent while the service dies ${marker}`,
      });
    },
  },
  lift: {
    isDone: (facts) => facts?.held === 0,
    act: async (walk) =>
      curator.liftHold(staff(walk).safety, await at(walk), 'Looked at with care; nothing speaks against it.'),
  },
  screen: {
    isDone: (facts) => (facts?.screenings ?? 0) > 0,
    act: async (walk) => curator.screenCase(staff(walk).first, await at(walk)),
  },
  open_round: {
    isDone: (facts) => (facts?.rounds ?? 0) > 0,
    act: async (walk) => curator.chooseReviewers(staff(walk).first, await at(walk)),
  },
  review: {
    isDone: (facts) => facts?.atWork.length === 0,
    act: async (walk) => {
      for (const { id } of (await walk.facts())?.atWork ?? []) await review(walk, id);
    },
  },
  decide: {
    isDone: (facts) => (facts?.decisions ?? 0) > 0,
    act: async (walk) => curator.acceptCase(staff(walk).first, await at(walk), LETTER),
  },
  second: {
    isDone: (facts) => facts?.state === 'accepted' || facts?.state === 'publishing' || facts?.state === 'published',
    act: async (walk) => curator.agree(staff(walk).second, await at(walk)),
  },
  release: {
    isDone: (facts) => facts?.released === 1,
    act: async (walk) => curator.sendNow(staff(walk).first, await at(walk)),
  },
  offer: {
    isDone: (facts) => (facts?.pages ?? 0) > 0,
    act: async (walk) => curator.offerPage(staff(walk).first, await at(walk)),
  },
  approve: {
    isDone: (facts) => facts?.approved === 1,
    act: ({ submitter }) => approvePage(submitter, desk),
  },
  embargo: {
    isDone: (facts) => facts?.embargoed === 0,
    act: ({ submitter }) => endEmbargo(submitter, desk),
  },
  open: {
    isDone: (facts) => facts?.change === 'open' || facts?.change === 'merged',
    act: () => pause(500),
  },
  merge: {
    isDone: (facts) => facts?.state === 'published',
    act: async (walk) => curator.mergeChange(staff(walk).first, await at(walk)),
  },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

/** Accepts and judges; a browser whose cookie was lost with an answer gets in by a code from a letter. */
async function review({ options: { house, line } }: CaseWalk, id: AssignmentId): Promise<void> {
  const browser = new Browser(house.url, {}, line);
  const token = house.keys.linkFor(id);
  const page = await browser.get(paths.invitation('en', token));
  const isInvited = page.forms.some(({ action }) => action.endsWith('/accept'));
  if (isInvited) {
    await writeReview(browser, token);
    return;
  }
  if (page.path.includes('/code')) await letInByCode(house, browser);
  await judgeAll(browser);
}

/** The staff of one client, each signed in at a browser of their own. */
export async function signInStaff(house: House, client: number, line: typeof fetch): Promise<Staff> {
  const ways = house.waysIn[client];
  if (ways === undefined) throw new Error(`There is no way in for client ${String(client)}`);
  const signedIn = async (link: string): Promise<Browser> => {
    const browser = new Browser(house.url, {}, line);
    const page = await browser.get(link);
    const typed: Typed = {};
    await browser.submit(page.forms.find(({ action }) => action === link) ?? link, typed);
    return browser;
  };
  const [first, second] = ways.curators;
  return { first: await signedIn(first), second: await signedIn(second), safety: await signedIn(ways.safety) };
}
