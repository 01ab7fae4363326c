import type { ModuleId, PersonId } from '../../../src/domain/ids.ts';
import { paths } from '../../../src/paths.ts';
import { serve, type Served } from '../../support/browser.ts';
import { signIn } from '../../support/desk.ts';
import type { PlayedCase } from '../../support/played-case.ts';
import { person } from '../../support/strangers.ts';
import { MODULE } from '../../support/world.ts';
import type { HiddenWorld } from './hidden-world.ts';
import type { Listener } from './secrets.ts';

/** What somebody's browser holds, and where they begin to read. */
export interface Seat {
  readonly cookie: string;
  readonly pre: string;
  readonly starts: readonly string[];
}

/** Lets everybody in once, by the real doors, and keeps what their browsers were given. */
export async function seatAll(hidden: HiddenWorld): Promise<Record<Listener, Seat>> {
  const door = await serve(hidden.world.app);
  try {
    return await new Doors(hidden, door).all();
  } finally {
    await door.close();
  }
}

class Doors {
  readonly #hidden: HiddenWorld;
  readonly #door: Served;

  constructor(hidden: HiddenWorld, door: Served) {
    this.#hidden = hidden;
    this.#door = door;
  }

  async all(): Promise<Record<Listener, Seat>> {
    const { review, waiting, atWork, done, recused, withAPart } = this.#hidden;
    const elsewhere = await person(this.#hidden.world, 'elsewhere', 'another-module' as ModuleId, 'curator');
    const admin = await person(this.#hidden.world, 'admin', MODULE, 'admin');
    return {
      anybody: await this.#seat('', []),
      submitter: await this.#submitter(review),
      'submitter of the waiting case': await this.#submitter(waiting),
      'reviewer at work': await this.#reviewer(atWork),
      'reviewer who is done': await this.#reviewer(done),
      'reviewer who recused': await this.#reviewer(recused),
      curator: await this.#staff(review.curators.first.personId),
      safety: await this.#staff(review.stage.staff('ruth').personId),
      'curator with a part in the cases': await this.#staff(withAPart),
      'curator of another module': await this.#staff(elsewhere),
      'admin only': await this.#staff(admin),
    };
  }

  async #seat(held: string, starts: readonly string[]): Promise<Seat> {
    const fresh = this.#door.browser();
    await fresh.get('/en');
    const pre = fresh.cookie('fieldstone-pre') ?? '';
    const fronts = both((lang) => [paths.module(lang, MODULE)]);
    return { cookie: `fieldstone-pre=${pre}; ${held}`, pre, starts: ['/', ...fronts, ...starts] };
  }

  async #submitter({ played }: PlayedCase): Promise<Seat> {
    const browser = this.#door.browser();
    await browser.get(paths.receipt('en', MODULE));
    await browser.submit('/receipt', { code: played.receipt });
    const own = both((lang) => [paths.status(lang, MODULE)]);
    return this.#seat(`fieldstone-draft=${browser.cookie('fieldstone-draft') ?? ''}`, own);
  }

  #reviewer(key: string): Promise<Seat> {
    const id = this.#hidden.assignment(key);
    const link = this.#hidden.world.service.web.keys.linkFor(id);
    const own = both((lang) => [paths.invitation(lang, link), paths.review(lang, id)]);
    return this.#seat(`fieldstone-browser=demonstration-${key}`, own);
  }

  async #staff(personId: PersonId): Promise<Seat> {
    const browser = this.#door.browser();
    await signIn(this.#hidden.world, browser, personId);
    const desk = both((lang) => [paths.desk(lang, MODULE), paths.cases(lang, MODULE)]);
    return this.#seat(`fieldstone-sid=${browser.cookie('fieldstone-sid') ?? ''}`, desk);
  }
}

const both = (make: (lang: string) => string[]): string[] => ['en', 'ar'].flatMap(make);
