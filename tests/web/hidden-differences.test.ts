import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { assignmentsOfSubmission } from '../../src/db/assignment-store.ts';
import { putConflict } from '../../src/db/conflict-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { paths } from '../../src/paths.ts';
import type { Random } from '../../src/ports/random.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { recordDecision } from '../../src/usecases/decision/record-decision.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { ask, type Asked } from '../support/ask.ts';
import { serve, type Served } from '../support/browser.ts';
import { crawl } from '../support/crawl.ts';
import { PlayedCase } from '../support/played-case.ts';
import { rolledBackApp } from '../support/rolled-back.ts';
import { everyRoute } from '../support/route-addresses.ts';
import { KeptMail, makeWorld, MODULE, type World } from '../support/world.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same ids in the same order, each time. */
function repeatable(): Random {
  let count = 0;
  const bytes = (length: number): Buffer => {
    const block = createHash('sha512')
      .update(`repeatable ${String((count += 1))}`)
      .digest();
    return Buffer.concat([block, block, block]).subarray(0, length);
  };
  return {
    token: (length) => bytes(length).toString('base64url'),
    crockford: (length) => Array.from(bytes(length), (byte) => alphabet.charAt(byte % 32)).join(''),
  };
}

/** What no reviewer, no other submitter and nobody outside may learn. */
const hidden = (one: string): Answers => ({
  contact_channel: 'email',
  contact_email: `${one}@example.org`,
  contact_name: `${one} the contributor`,
  attribution: 'anonymous',
  attribution_reviewers: 'nothing',
  organisation: `Organisation of ${one}`,
  public_name: `Public name of ${one}`,
  coi: `Interests of ${one}, at length`,
  suggested_reviewers: [{ name: `${one} friend`, organisation: one, reason: one }],
  excluded_reviewers: [{ name: `${one} foe`, organisation: one, reason: one }],
});

/** A database, its pages, and who looks at them. */
class Side {
  readonly world: World;
  readonly mail: KeptMail;
  readonly served: Served;
  readonly viewers = new Map<string, string>();
  readonly starts = new Map<string, readonly string[]>();
  readonly publicIds: readonly string[];

  private constructor(world: World, mail: KeptMail, served: Served, publicIds: readonly string[]) {
    this.world = world;
    this.mail = mail;
    this.served = served;
    this.publicIds = publicIds;
  }

  static async made(name: string, more: boolean): Promise<Side> {
    const mail = new KeptMail();
    const world = await makeWorld({ mailer: mail, random: repeatable() });
    const reviewed = await PlayedCase.sent(world, 'in-mp-womens-help-desks', hidden(name));
    const { stage, reviewers, curators } = reviewed;
    await act.screen(stage, reviewed.played, curators.first, 0);
    await act.invite(stage, reviewed.played, curators.first, reviewers, 0);
    await act.accept(stage, reviewed.played, reviewers[0], 0);
    Object.assign(stage.script, { comment: `What ${name} thinks of it`, strengths: `What ${name} likes about it` });
    await act.review(stage, reviewed.played, reviewers[1], 3, 0);
    const waiting = await reviewed.another('hidden-differences-waiting', {
      ...practiceAnswers('in-mp-womens-help-desks'),
      title: 'The case whose decision is not told',
    });
    await act.screen(stage, waiting.played, curators.first, 0);
    const others = stage.script.people.filter(
      ({ roles, key }) => roles.includes('reviewer') && !reviewers.includes(key),
    );
    const two = others.slice(0, 2).map(({ key }) => key);
    await act.invite(stage, waiting.played, curators.first, two, 0);
    for (const key of two) await act.review(stage, waiting.played, key, 1, 0);
    const stopped = await reviewed.another('hidden-differences-stopped', {
      ...practiceAnswers('in-mp-womens-help-desks'),
      ...hidden(`${name}-again`),
    });
    await stage.work();
    const served = await serve(rolledBackApp(world.service).app);
    const publicIds = [reviewed, waiting, stopped].map((one) => one.submission().publicId);
    const side = new Side(world, mail, served, publicIds);
    await side.#meet(reviewed, waiting);
    await side.#rename(reviewed, name);
    if (more) await side.#add(reviewed, waiting, stopped);
    return side;
  }

  /** The other reviewer is somebody else. */
  async #rename({ stage, reviewers }: PlayedCase, name: string): Promise<void> {
    const id = stage.person(reviewers[1]);
    await this.world.service.write(({ tx }) => {
      tx.run(`update people set name = 'Reviewer ${name}', email = '${name}@reviewers.example' where id = '${id}'`);
    });
  }

  /** A conflict, a hold over another case, and a decision whose letter has not left. */
  async #add({ stage, reviewers, played, curators }: PlayedCase, waiting: PlayedCase, stopped: PlayedCase) {
    const at = this.world.clock.now().toISOString();
    await this.world.service.write(({ tx }) => {
      const personId = stage.person(reviewers[0]);
      putConflict(tx, { submissionId: stopped.played.id, personId, kind: 'declared', reason: 'Family', at });
    });
    await stage.at(0, (unit) =>
      raiseHold(unit, stage.staff('ruth'), { submissionId: stopped.played.id, reason: 'Danger' }),
    );
    await stage.at(0, (unit) =>
      recordDecision(unit, curators.first, {
        submissionId: waiting.played.id,
        revision: waiting.submission().revision,
        outcome: 'reject',
        category: 'merit',
        letter: 'Not this time; the reasons stand below, criterion by criterion, in your own language.',
        letterLanguage: 'en',
        evidence: undefined,
        departureReason: 'What is hidden stays hidden until its letter has left, however long this takes.',
        overrideReason: '',
        requests: [],
      }),
    );
    assert.notEqual(played.id, waiting.played.id);
  }

  /** Browsers that hold the same cookies on both sides. */
  async #meet(reviewed: PlayedCase, waiting: PlayedCase): Promise<void> {
    const { stage, reviewers } = reviewed;
    const pre = 'fieldstone-pre=the-same-visitor-on-both-sides';
    this.viewers.set('anybody', pre);
    this.starts.set('anybody', [
      '/',
      ...interfaceLanguages.flatMap((lang) => [`/${lang}`, paths.module(lang, MODULE)]),
    ]);
    const own = assignmentsOfSubmission(this.world.service.db, reviewed.played.id).find(
      ({ personId }) => personId === stage.person(reviewers[0]),
    );
    assert.ok(own);
    this.viewers.set('reviewer', `${pre}; fieldstone-browser=demonstration-${reviewers[0]}`);
    const link = this.world.service.web.keys.linkFor(own.id);
    this.starts.set(
      'reviewer',
      interfaceLanguages.flatMap((lang) => [paths.review(lang, own.id), paths.invitation(lang, link)]),
    );
    const submitter = this.#browser();
    await submitter.get(paths.receipt('en', MODULE));
    await submitter.submit('/receipt', { code: waiting.played.receipt });
    this.viewers.set('submitter', `${pre}; fieldstone-draft=demonstration-hidden-differences-waiting`);
    this.starts.set(
      'submitter',
      interfaceLanguages.map((lang) => paths.status(lang, MODULE)),
    );
    const { personId } = reviewed.curators.first;
    const sid = await this.#signIn(personId);
    this.viewers.set('curator', `${pre}; fieldstone-sid=${sid}`);
    this.starts.set('curator', [paths.desk('en', MODULE)]);
  }

  #browser() {
    return this.served.browser();
  }

  async #signIn(personId: PlayedCase['curators']['first']['personId']): Promise<string> {
    const real = await serve(this.world.app);
    const browser = real.browser();
    const token = await this.world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 }));
    await browser.get(paths.signInLink('en', token));
    await browser.submit(paths.signInLink('en', token));
    await real.close();
    return browser.cookie('fieldstone-sid') ?? '';
  }

  ask(viewer: string, method: string, path: string): Promise<Asked> {
    const cookie = this.viewers.get(viewer) ?? '';
    // Uncompressed: a token that is new each time would change the length.
    const headers = { 'accept-encoding': 'identity' };
    return ask(this.served.url, method, path, {
      cookie,
      headers,
      ...(method === 'POST' ? { fields: { reason: 'x' } } : {}),
    });
  }

  async close(): Promise<void> {
    await this.served.close();
    this.world.close();
  }
}

/** The whole answer, without what is new each time. */
const bytesOf = ({ status, location, headers, text }: Asked): string => {
  const kept = [...headers].filter(([name]) => !['date', 'set-cookie', 'keep-alive', 'connection'].includes(name));
  // A form that was never saved brings a receipt of its own.
  const isNew = text.includes('name="form_id"');
  const old = isNew ? text.replace(/(?:<span>[0-9A-Z]{4} ?<\/span>)+/gu, '') : text;
  const body = old.replace(/name="(?:csrf|form_id)" value="[^"]*"/gu, '').replace(/E-[0-9A-Z]{8}/gu, 'E-');
  return JSON.stringify([status, location, kept, body]);
};

describe('two databases that differ in what is hidden', () => {
  let one: Side;
  let other: Side;
  before(async () => {
    one = await Side.made('amal', false);
    other = await Side.made('beatriz-elena', true);
  });
  after(async () => {
    await one.close();
    await other.close();
  });

  /** Every page that the viewer comes to on one side, and every address there is with what stands in theirs. */
  async function requestsOf(viewer: string): Promise<[string, string][]> {
    const { paths: found } = await crawl(
      one.served.browser({ cookie: one.viewers.get(viewer) ?? '' }),
      one.starts.get(viewer) ?? [],
    );
    const guessed = everyRoute().flatMap(({ path, get, post }) =>
      one.publicIds.flatMap((publicId): [string, string][] => {
        const at = path.replace(':lang', 'en').replace(':module', MODULE).replace(':publicId', publicId);
        if (!path.includes(':publicId') && publicId !== one.publicIds[0]) return [];
        const address = at.replace(/:\w+/gu, publicId);
        return [
          ...(get === undefined ? [] : [['GET', address] as [string, string]]),
          ...(post === undefined ? [] : [['POST', address] as [string, string]]),
        ];
      }),
    );
    return [...found.map((path): [string, string] => ['GET', path]), ...guessed];
  }

  async function differing(viewer: string): Promise<{ requests: number; differing: string[] }> {
    const requests = await requestsOf(viewer);
    const told: string[] = [];
    for (const [method, path] of requests) {
      const [left, right] = [
        bytesOf(await one.ask(viewer, method, path)),
        bytesOf(await other.ask(viewer, method, path)),
      ];
      if (left === right) continue;
      const from = [...left].findIndex((sign, index) => sign !== right[index]);
      told.push(
        `${viewer} ${method} ${path}: ${left.slice(from - 60, from + 90)} | ${right.slice(from - 60, from + 90)}`,
      );
    }
    return { requests: requests.length, differing: told };
  }

  it('look the same to reviewers, to the submitter and from outside', async (t) => {
    assert.deepEqual(one.publicIds, other.publicIds);
    const all = { requests: 0, differing: [] as string[] };
    for (const viewer of ['anybody', 'reviewer', 'submitter']) {
      const found = await differing(viewer);
      all.requests += found.requests;
      all.differing.push(...found.differing);
    }
    const control = await differing('curator');
    t.diagnostic(
      `two databases: requests=${String(all.requests)} differing=${String(all.differing.length)} ` +
        `(control, a curator: ${String(control.differing.length)} of ${String(control.requests)})`,
    );
    assert.deepEqual(all.differing, []);
    assert.ok(all.requests >= 500 && control.differing.length > 10);
  });

  it('write the same letters to the reviewer', () => {
    const toReviewer = ({ mail, world }: Side) =>
      mail.sent
        .filter(({ to }) => to === new Map([...one.mail.sent].map((letter) => [letter.to, letter])).get(to)?.to)
        .filter(({ subject }) => /review/iu.test(subject))
        .map(({ to, subject, text, messageId }) => ({ to, subject, text, messageId, at: world.clock.now() }));
    assert.ok(toReviewer(one).length > 0);
    assert.deepEqual(toReviewer(one), toReviewer(other));
  });
});
