import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { OutboxFolderMailer } from '../../src/adapters/mail/outbox-folder-mailer.ts';
import { databaseFaults } from '../../src/db/check-database.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import { jobs } from '../../src/db/schema/index.ts';
import { StorageUnavailable } from '../../src/domain/storage-faults.ts';
import type { Mailer } from '../../src/ports/mailer.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person } from '../support/desk.ts';
import { times } from '../support/long-run.ts';
import { PlayedCase } from '../support/played-case.ts';
import { SmallDisk } from '../support/small-disk.ts';
import { KeptMail, makeWorld, MODULE, type World } from '../support/world.ts';

const START = '/en/security-sector/practice/start';
const STORY = '/en/security-sector/practice/story';
const chosen = { language: 'en', kind: 'promising_practice', contact_channel: 'receipt_code' };
const WRITERS = 8;
const CYCLES = times(3, 20);

const refusedOf = (statuses: readonly number[]): number => statuses.filter((status) => status === 503).length;

/** Somebody who goes on writing the same page, and remembers what the service said that it has. */
class Writer {
  readonly #browser: Browser;
  readonly #name: string;
  #saves = 0;
  /** The text of the last answer that was no refusal. */
  kept = '';
  /** The text that was typed last, whatever the answer. */
  typed = '';
  readonly statuses: number[] = [];

  private constructor(browser: Browser, name: string) {
    this.#browser = browser;
    this.#name = name;
  }

  static async begin(browser: Browser, name: string): Promise<Writer> {
    await browser.get(START);
    await browser.submit('/practice/start', chosen);
    return new Writer(browser, name);
  }

  /** Opens the page, which must always be possible, and saves a text of about `size` characters. */
  async write(size: number): Promise<number> {
    const page = await this.#browser.get(STORY);
    assert.equal(page.status, 200);
    const form = this.#browser.form('/practice/story');
    const field = form.controls.find(({ kind }) => kind === 'textarea')?.name ?? '';
    this.#saves += 1;
    this.typed = `${this.#name} ${String(this.#saves)} ${'and so on '.repeat(size / 10)}end`;
    const answer = await this.#browser.submit(form, { [field]: this.typed }, { button: 'go=later' });
    const status = answer.way[0]?.status ?? 0;
    this.statuses.push(status);
    if (status === 303) this.kept = this.typed;
    else assertGivenBack(answer, this.typed);
    return status;
  }
}

function assertGivenBack(
  page: { readonly status: number; readonly text: string; readonly html: string },
  typed: string,
) {
  assert.equal(page.status, 503);
  assert.ok(page.html.includes(typed), 'what was typed is on the page');
  assert.match(page.text, /Copy your text and try again/);
}

describe('a data folder whose disk is full', { skip: SmallDisk.skip }, () => {
  let disk: SmallDisk;
  let world: World;
  let served: Served;
  before(async () => {
    disk = SmallDisk.mount(16);
    world = await makeWorld({ home: disk.folder });
    served = await serve(world.app);
  });
  after(async () => {
    await served.close();
    world.close();
    disk.unmount();
  });

  const isKept = (text: string): boolean =>
    world.service.db.$client.prepare('select 1 from drafts where instr(answers, ?) > 0').get(text) !== undefined;

  it('loses nothing that was acknowledged, gives back what was not, and goes on when there is room', async (t) => {
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, n) => Writer.begin(served.browser(), `Writer-${String(n)}`)),
    );
    const all = (size: number) => Promise.all(writers.map((writer) => writer.write(size)));
    let refused = 0;
    let wouldBeLost = 0;
    let lost = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await all(2000);
      const underway = all(2000);
      setImmediate(() => {
        disk.fill();
      });
      refused += refusedOf(await underway);
      for (let round = 0; round < 200 && refused < (cycle + 1) * 2 * WRITERS; round += 1) {
        refused += refusedOf(await all(9000));
      }
      lost += writers.filter(({ kept }) => !isKept(kept)).length;
      wouldBeLost += writers.filter(({ typed }) => !isKept(typed)).length;
      disk.free();
    }
    const faults = world.faults.length;
    const back = await all(2000);
    const statuses = writers.flatMap((writer) => writer.statuses);
    const acknowledged = statuses.filter((status) => status === 303).length;
    t.diagnostic(JSON.stringify({ acknowledged, refused, lost, wouldBeLost, faultsInLog: faults }));
    assert.ok(refused >= CYCLES * 2 * WRITERS, 'the disk was not full enough to prove anything');
    assert.equal(lost, 0);
    assert.ok(wouldBeLost > 0, 'who is told so before the commit has lost something');
    assert.deepEqual([...new Set(statuses)].sort(), [303, 503]);
    assert.deepEqual(new Set(back), new Set([303]), 'without a new start');
    assert.equal(writers.filter(({ kept }) => !isKept(kept)).length, 0);
    assert.deepEqual(databaseFaults(world.service.db), []);
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
    assert.equal(faults, refused, 'each is in the log');
    assert.ok(world.faults.every((fault) => fault instanceof StorageUnavailable));
  });

  it('publishes once, as soon as there is room', async () => {
    const life = await (await PlayedCase.sent(world)).approved();
    disk.fill();
    await world.service.worker.lookNow().catch((fault: unknown) => {
      assert.ok(fault instanceof StorageUnavailable);
    });
    assert.equal(life.publication().state, 'queued');
    disk.free();
    for (let turn = 0; turn < 4; turn += 1) {
      world.clock.pass({ minutes: 10 });
      await world.service.worker.lookNow();
    }
    assert.equal(life.publication().state, 'open');
    const changes = await world.service.web.forgeOf(MODULE).listChanges(AbortSignal.timeout(60_000));
    assert.deepEqual(
      changes.map(({ state }) => state),
      ['open'],
    );
  });
});

describe('a disk that fills up while a letter leaves', { skip: SmallDisk.skip }, () => {
  it('does not keep the letter for ever: it leaves again, the same one', async () => {
    const disk = SmallDisk.mount(8);
    const mail = new KeptMail();
    const filling: Mailer = {
      send: async (letter) => {
        await mail.send(letter);
        if (mail.sent.length === 1) disk.fill();
      },
    };
    const world = await makeWorld({ home: disk.folder, mailer: filling });
    try {
      await person(world, 'Reader One', ['reviewer']);
      await assert.rejects(world.service.worker.lookNow(), StorageUnavailable);
      assert.deepEqual(letterStates(world), ['running']);
      disk.free();
      world.clock.pass({ minutes: 6 });
      await world.service.worker.lookNow();
      assert.deepEqual(letterStates(world), ['done']);
      const [first, second] = mail.sent;
      assert.equal(mail.sent.length, 2);
      assert.deepEqual(second, first);
    } finally {
      world.close();
      disk.unmount();
    }
  });
});

const letterStates = (world: World): string[] =>
  world.service.db
    .select({ state: jobs.state })
    .from(jobs)
    .where(eq(jobs.kind, 'letter'))
    .all()
    .map(({ state }) => state);

describe('an outbox folder whose disk is full', { skip: SmallDisk.skip }, () => {
  it('keeps the letters waiting, and gets each of them whole when there is room', async () => {
    const disk = SmallDisk.mount(1);
    const outbox = new OutboxFolderMailer(disk.folder);
    const world = await makeWorld({ mailer: outbox });
    try {
      for (const name of ['Reader One', 'Reader Two']) await person(world, name, ['reviewer']);
      disk.fill();
      await world.service.worker.lookNow();
      assert.deepEqual(letterStates(world), ['due', 'due']);
      assert.equal((await outbox.list()).length, 0);
      assert.match(String(world.faults[0]), /ENOSPC/);
      disk.free();
      world.clock.pass({ minutes: 10 });
      await world.service.worker.lookNow();
      assert.deepEqual(letterStates(world), ['done', 'done']);
      assert.deepEqual((await outbox.list()).map(({ to }) => to).sort().length, 2);
    } finally {
      world.close();
      disk.unmount();
    }
  });
});
