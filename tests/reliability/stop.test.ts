import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { seedOf } from '../support/long-run.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { figuresLine } from './crash/figures-line.ts';
import { House } from './crash/house.ts';
import { Ledger } from './crash/ledger.ts';
import { once, type Acknowledged } from './crash/patient-line.ts';
import { submitPractice } from '../../src/rehearsal/as-submitter.ts';
import { Browser } from '../../src/rehearsal/browser-client.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { MODULE } from '../support/world.ts';

const seed = seedOf(20261125);
const CLIENTS = 8;
const MOST_SECONDS = 25;

/** Eight submitters at work; `failed` counts what was on its way at a moment and was never answered. */
class Load {
  readonly ledger = new Ledger();
  answered = 0;
  readonly #house: House;
  readonly #failedAt: { asked: number; why: unknown }[] = [];
  readonly #working: Promise<void>[];
  #ends = false;

  constructor(house: House) {
    this.#house = house;
    this.#working = Array.from({ length: CLIENTS }, () => this.#work());
  }

  async end(): Promise<void> {
    this.#ends = true;
    await Promise.all(this.#working);
  }

  failed(before: number): readonly unknown[] {
    return this.#failedAt.filter(({ asked }) => asked < before).map(({ why }) => why);
  }

  async #work(): Promise<void> {
    while (!this.#ends) {
      const browser = new Browser(this.#house.url, {}, this.#line());
      try {
        await submitPractice(browser, { lang: 'en', module: MODULE }, practiceAnswers('in-mh-special-cells'));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return;
      }
    }
  }

  /** A line that tries once, as of somebody who is asked to count. */
  #line(): typeof fetch {
    let formId = '';
    return async (input, init) => {
      const asked = performance.now();
      const body = typeof init?.body === 'string' ? init.body : '';
      formId = new URLSearchParams(body).get('form_id') ?? formId;
      const told = (one: Omit<Acknowledged, 'formId'>): void => {
        this.ledger.acknowledged({ ...one, formId });
      };
      try {
        const answer = await once(input as URL, init ?? {}, told);
        this.answered += 1;
        return answer;
      } catch (why) {
        this.#failedAt.push({ asked, why: why instanceof Error ? why.cause : why });
        throw why;
      }
    };
  }
}

async function stopped(house: House, signals: readonly NodeJS.Signals[], random: () => number) {
  await house.service.start();
  const load = new Load(house);
  while (load.answered < 40) await pause(5);
  await pause(random() * 50);
  const told = performance.now();
  for (const signal of signals) {
    house.service.signal(signal);
    await pause(20);
  }
  const ending = await house.service.ended();
  const seconds = (performance.now() - told) / 1000;
  await load.end();
  load.ledger.checkAll(house);
  return { ...ending, seconds, failed: load.failed(told), told: load.ledger.told, lost: load.ledger.lost.size };
}

describe('a service that is told to stop under load', () => {
  const ways: Readonly<Record<string, readonly NodeJS.Signals[]>> = {
    'by SIGTERM': ['SIGTERM'],
    'by SIGTERM five times': ['SIGTERM', 'SIGTERM', 'SIGTERM', 'SIGTERM', 'SIGTERM'],
    'by SIGINT': ['SIGINT'],
    'by a terminal and its parent at once': ['SIGINT', 'SIGINT'],
  };

  it('answers what is on its way, ends with 0, and starts again cleanly', { timeout: 300_000 }, async (t) => {
    const random = seededRandom(seed);
    const house = await House.make({ clients: 0 });
    try {
      for (const [way, signals] of Object.entries(ways)) {
        const { code, signal, seconds, failed, told, lost } = await stopped(house, signals, random);
        t.diagnostic(figuresLine(`stop ${way}`, seed, { code, seconds, failed, told, lost }));
        assert.deepEqual({ code, signal, failed, lost }, { code: 0, signal: null, failed: [], lost: 0 }, way);
        assert.ok(seconds <= MOST_SECONDS, `${way}: ${seconds} s`);
        assert.ok(told > 0);
      }
      assert.deepEqual(house.service.complaints, []);
    } finally {
      await house.close();
    }
  });
});
