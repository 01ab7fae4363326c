import assert from 'node:assert/strict';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { jobs, letters, people } from '../../src/db/schema/index.ts';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import * as act from '../../src/demonstration/steps.ts';
import { askForSignIn } from '../../src/usecases/account/ask-for-sign-in.ts';
import { withdrawSubmission } from '../../src/usecases/submission/withdraw-submission.ts';
import { person } from '../support/desk.ts';
import { loopbackCertificate } from '../support/loopback-certificate.ts';
import { seedOf, times } from '../support/long-run.ts';
import { MortalService, type Death } from '../support/mortal-service.ts';
import { PlayedCase } from '../support/played-case.ts';
import { PostOffice, type Mood, type Stage } from '../support/post-office.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { SpoiltLine, spoilings } from '../support/spoilt-line.ts';
import { makeWorld, type World } from '../support/world.ts';

const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };
/** Short, so that silence is soon over; long where nothing is silent. */
const impatient = { connectMs: 700, greetingMs: 700, silenceMs: 700 };
const LETTERS = times(60, 1000);
const seed = seedOf(20261125);

/** Each recipient's welcome, and nobody else's letter. */
async function welcome(world: World, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await person(world, `Reader ${String(n)}`, ['reviewer']);
}
const isGone = (to: string): boolean => /^reader\.\d*0@/.test(to);

const faults: Partial<Record<Stage, readonly Mood[]>> = {
  greeting: [{ code: 421 }, { code: 421 }, 'drop', 'drop', 'hang'],
  recipient: [{ code: 451, words: '4.7.1 Greylisted' }, { code: 450 }, 'drop'],
  data: [{ code: 452 }, 'drop', 'hang', 'take_and_drop', 'take_and_drop', 'take_and_drop', 'take_and_hang'],
};

/** A bad day at the post office. */
function badDay(office: PostOffice, roll: () => number): void {
  office.mood = (stage, named) => {
    if (stage === 'recipient' && isGone(named)) return { code: 550, words: '5.1.1 No such user' };
    const moods = faults[stage] ?? [];
    return (roll() < 0.15 ? moods[Math.floor(roll() * moods.length)] : undefined) ?? 'take';
  };
}

/** Counts how often the office took a letter and the sender did not learn of it. */
class DoubtCounter implements Mailer {
  doubts = 0;
  readonly #office: PostOffice;
  readonly #mailer: Mailer;

  constructor(office: PostOffice) {
    this.#office = office;
    this.#mailer = new SmtpMailer(office.address, from, impatient);
  }

  async send(mail: Mail, signal: AbortSignal): Promise<void> {
    const before = this.#office.arrived.length;
    try {
      await this.#mailer.send(mail, signal);
    } catch (error) {
      this.doubts += this.#office.arrived.length - before;
      throw error;
    }
  }
}

describe('mail on a bad day', () => {
  let world: World;
  let office: PostOffice;
  beforeEach(async () => {
    world = await makeWorld();
    office = await PostOffice.open();
  });
  afterEach(async () => {
    await office.close();
    world.close();
  });

  const jobsIn = (state: string) =>
    world.service.db
      .select()
      .from(jobs)
      .where(sql`${jobs.state} = ${state} and ${jobs.kind} = 'letter'`)
      .all();
  /** Looks, and dies and starts again, until nothing waits any more. */
  const liveOn = async (mailer: Mailer, deathOf: () => Death): Promise<{ deaths: number }> => {
    let life = await MortalService.start(world, mailer, deathOf);
    let deaths = 0;
    for (let turn = 0; jobsIn('due').length + jobsIn('running').length > 0; turn += 1) {
      assert.ok(turn < LETTERS * 5, 'it does not come to an end');
      await life.look();
      if (life.dead) {
        deaths += 1;
        life = await MortalService.start(world, mailer, deathOf);
      }
      world.clock.pass({ minutes: 10 });
    }
    life.service.close();
    return { deaths };
  };
  const lost = (): string[] => {
    const reached = new Set(office.arrived.flatMap(({ recipients }) => recipients));
    const all = world.service.db.select({ email: people.email }).from(people).all();
    return all.map(({ email }) => email).filter((email) => !isGone(email) && !reached.has(email));
  };

  it(`loses none of ${String(LETTERS)} letters, and sends few twice: the same ones`, async (t) => {
    const roll = seededRandom(seed);
    await welcome(world, LETTERS);
    badDay(office, roll);
    const mailer = new DoubtCounter(office);
    const deathOf = (): Death => (roll() < 0.05 ? 'after' : roll() < 0.05 ? 'before' : undefined);
    const { deaths } = await liveOn(mailer, deathOf);

    assert.deepEqual(lost(), []);
    const facts = world.service.db.select().from(letters).all();
    assert.equal(facts.filter(({ outcome }) => outcome === 'sent').length, LETTERS * 0.9);
    assert.equal(facts.filter(({ outcome }) => outcome === 'refused').length, LETTERS * 0.1);
    assert.equal(jobsIn('dead').length, LETTERS * 0.1, 'whose address somebody can mend');
    const byId = Map.groupBy(office.arrived, ({ messageId }) => messageId);
    assert.equal(byId.size, LETTERS * 0.9);
    for (const [id, copies] of byId) {
      const [fact] = facts.filter(({ messageId }) => messageId === id);
      const to = world.service.db
        .select()
        .from(people)
        .where(eq(people.id, fact?.personId ?? ('' as never)))
        .get();
      for (const copy of copies) assert.deepEqual(copy.recipients, [to?.email]);
      assert.equal(new Set(copies.map(({ raw }) => raw)).size, 1, 'a letter that came twice was not the same');
    }
    const doubles = office.arrived.length - byId.size;
    const figures = { seed, letters: LETTERS, lost: 0, twice: doubles, bound: deaths + mailer.doubts, kills: deaths };
    t.diagnostic(JSON.stringify({ ...figures, takenInSilence: mailer.doubts }));
    assert.ok(doubles <= deaths + mailer.doubts);
  });

  it('loses no letter to bad TLS or a greeting of ten megabytes, and sends none in plain text', async (t) => {
    const roll = seededRandom(seed);
    const count = times(30, 500);
    await welcome(world, count);
    await office.close();
    office = await PostOffice.open(loopbackCertificate);
    const trusted = tls.getCACertificates('default');
    tls.setDefaultCACertificates([...trusted, loopbackCertificate.cert]);
    const line = await SpoiltLine.before(office.port, () =>
      roll() < 0.4 ? (spoilings[Math.floor(roll() * spoilings.length)] ?? 'none') : 'none',
    );
    try {
      const server = { host: '127.0.0.1', port: line.port, security: 'starttls', login: undefined } as const;
      await liveOn(new SmtpMailer(server, from, impatient), () => undefined);
      const sent = office.arrived.flatMap(({ recipients }) => recipients);
      assert.equal(new Set(sent).size, count);
      assert.equal(sent.length, count, 'a letter came twice');
      assert.doesNotMatch(line.plain, /mail from|rcpt to/iu);
      for (const how of spoilings) assert.ok((line.spoilt.get(how) ?? 0) > 0, `no connection had ${how}`);
      t.diagnostic(`bad TLS: seed=${String(seed)} letters=${String(count)} ${JSON.stringify([...line.spoilt])}`);
    } finally {
      tls.setDefaultCACertificates(trusted);
      await line.close();
    }
  });

  it('would lose letters if it noted them before they were taken', async (t) => {
    const roll = seededRandom(seed);
    await welcome(world, LETTERS);
    badDay(office, roll);
    const inner = new SmtpMailer(office.address, from, impatient);
    const underway: Promise<unknown>[] = [];
    const marksFirst: Mailer = {
      send: (mail: Mail, signal: AbortSignal) => {
        underway.push(inner.send(mail, signal).catch(() => undefined));
        return Promise.resolve();
      },
    };
    await liveOn(marksFirst, () => undefined);
    await Promise.all(underway);
    t.diagnostic(`${String(lost().length)} lost`);
    assert.ok(lost().length > 0);
  });

  it('keeps every letter while the server is down for a day, and sends what is still wanted', async () => {
    const { port, address } = office;
    await office.close();
    const life = await MortalService.start(world, new SmtpMailer(address, from), () => undefined);
    await welcome(world, 9);
    const closed = world.service.db
      .select()
      .from(people)
      .all()
      .find(({ email }) => !isGone(email));
    assert.ok(closed);
    for (let hour = 0; hour < 24; hour += 1) {
      await life.look();
      world.clock.pass({ minutes: 60 });
    }
    assert.equal(jobsIn('due').length, 9);
    assert.match(jobsIn('due')[0]?.lastError ?? '', /ECONNREFUSED/);
    await world.service.write(({ tx, clock }) => {
      tx.update(people).set({ disabledAt: clock.now().toISOString() }).where(eq(people.id, closed.id)).run();
    });
    office = await PostOffice.open({}, port);
    world.clock.pass({ minutes: 600 });
    await life.look();
    life.service.close();
    assert.deepEqual(lost(), [closed.email]);
    assert.equal(office.arrived.length, 8);
    assert.deepEqual([jobsIn('done').length, jobsIn('cancelled').length, jobsIn('due').length], [8, 1, 0]);
  });

  for (const [what, ends] of [
    ['nobody to a case that was withdrawn', true],
    ['everybody to a case that goes on', false],
  ] as const) {
    it(`invites, after a day without a server, ${what}`, async () => {
      const { port, address } = office;
      await office.close();
      const down = await makeWorld({ mailer: new SmtpMailer(address, from) });
      try {
        const life = await PlayedCase.sent(down);
        const { stage, played, curators } = life;
        await act.screen(stage, played, curators.first, 0);
        await act.invite(stage, played, curators.first, ['grace', 'hanna'], 0);
        down.clock.pass({ minutes: 600 });
        await down.service.worker.lookNow();
        const { id: submissionId, submitter } = played;
        if (ends) await stage.at(0, (unit) => withdrawSubmission(unit, submitter, { submissionId }));
        office = await PostOffice.open({}, port);
        down.clock.pass({ minutes: 840 });
        await down.service.worker.lookNow();
        const facts = down.service.db.select().from(letters).all();
        const about = facts.filter(({ name, submissionId: id }) => id === submissionId && name !== 'curator_alert');
        assert.deepEqual(
          about.map(({ name, outcome }) => `${name} ${outcome}`),
          ends ? [] : ['invitation sent', 'invitation sent'],
        );
        assert.equal(office.arrived.length, facts.length);
      } finally {
        down.close();
      }
    });
  }

  it('gives a letter up after five days, for a person to see', async () => {
    office.mood = () => ({ code: 421 });
    const life = await MortalService.start(world, new SmtpMailer(office.address, from), () => undefined);
    await welcome(world, 1);
    const queued = world.clock.now();
    let days = 0;
    while (jobsIn('dead').length === 0 && days < 8) {
      await life.look();
      world.clock.pass({ minutes: 120 });
      days = (world.clock.now().getTime() - queued.getTime()) / 86_400_000;
    }
    life.service.close();
    assert.ok(days > 4 && days < 6.5, String(days));
    assert.match(jobsIn('dead')[0]?.lastError ?? '', /^421/);
  });

  it('drops a letter to sign in when its link is as good as over', async () => {
    office.mood = (stage) => (stage === 'recipient' ? { code: 451 } : 'take');
    const life = await MortalService.start(world, new SmtpMailer(office.address, from), () => undefined);
    await welcome(world, 1);
    await world.service.write((unit) => {
      askForSignIn(unit, { email: 'reader.0@reader-0.example', pre: 'a browser' });
    });
    const tries: number[] = [];
    for (let minute = 0; minute < 12; minute += 0.25) {
      const before = signInJob()?.attempts;
      await life.look();
      if (signInJob()?.attempts !== before) tries.push(minute);
      world.clock.pass({ minutes: 0.25 });
    }
    life.service.close();
    assert.equal(signInJob()?.state, 'cancelled');
    assert.equal(tries.length, 4);
    assert.ok((tries[3] ?? 99) <= 7, tries.join(' '));
    assert.equal(jobsIn('due').length, 1, 'the welcome goes on waiting');
  });
  const signInJob = () =>
    world.service.db
      .select()
      .from(jobs)
      .all()
      .find(({ payload }) => payload.kind === 'letter' && payload.letter.name === 'sign_in');
});
