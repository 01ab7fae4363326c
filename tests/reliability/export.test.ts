import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { PersonId } from '../../src/domain/ids.ts';
import { paths } from '../../src/paths.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { times } from '../support/long-run.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const CASES = times(4000, 100_000);
const page = paths.exports('en', MODULE);

describe('a file of all cases, while the service goes on', { timeout: 120_000 }, () => {
  let world: World;
  let served: Served;
  let browser: Browser;
  let file: string;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    await manyCases();
    const [first, second] = [await curator('Amira Haddad'), await curator('Marta Silva')];
    browser = first;
    await first.get(page);
    const reason = 'For the yearly meeting of the advisory group.';
    await first.submit(page, { scope: 'cases', format: 'csv', reason });
    const { forms } = await second.get(page);
    await second.submit(forms.find(({ action }) => /exports\/X-\w+$/u.test(action)) ?? assert.fail('Nothing waits'));
    await first.get(page);
    file = first.form('/file').action;
  });
  after(async () => {
    await served.close();
    world.close();
    assert.deepEqual(world.faults, []);
  });

  async function curator(name: string): Promise<Browser> {
    const visitor = served.browser();
    await signIn(world, visitor, await person(world, name, ['curator']));
    return visitor;
  }

  /** With titles that are long enough for the whole not to fit into what a line holds on its way. */
  async function manyCases(): Promise<void> {
    const { id } = await sentCase(world);
    const columns = world.service.db.$client
      .prepare("select name from pragma_table_info('submissions')")
      .pluck()
      .all() as string[];
    const own = ['id', 'public_id', 'form_hash', 'receipt_hash', 'title'];
    const rest = columns.filter((name) => !own.includes(name)).join(', ');
    world.service.db.$client.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${String(CASES - 1)})
      insert into submissions (${own.join(', ')}, ${rest})
      select 'many-' || i, printf('P-%06d', i), 'form-' || i, 'receipt-' || i, hex(zeroblob(1000)), ${rest} from n, submissions where id = '${id}'`);
  }

  /** Begins the download; how it is read is left to the test. */
  async function begin(headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const csrf = browser.form('/file').controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const cookie = ['fieldstone-pre', 'fieldstone-sid']
      .map((name) => `${name}=${browser.cookie(name) ?? ''}`)
      .join('; ');
    const asking = request(new URL(file, served.url), {
      method: 'POST',
      agent: false,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    asking.end(new URLSearchParams({ csrf }).toString());
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    assert.equal(answer.statusCode, 200);
    return answer;
  }

  const linesIn = (bytes: Buffer): number => bytes.toString('utf8').split('\r\n').length - 2;
  const read = async (answer: IncomingMessage): Promise<Buffer> => Buffer.concat((await answer.toArray()) as Buffer[]);

  /** How often this process has the database open. */
  const connections = (): number => {
    const database = path.join(world.folder, 'fieldstone.db');
    return readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === database;
      } catch {
        return false;
      }
    }).length;
  };
  it('has every case once, under the mark of UTF-8', async () => {
    const bytes = await read(await begin());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.equal(linesIn(bytes), CASES);
  });

  it('is packed for whoever takes it so', async () => {
    const answer = await begin({ 'accept-encoding': 'gzip' });
    assert.equal(answer.headers['content-encoding'], 'gzip');
    assert.equal(linesIn(gunzipSync(await read(answer))), CASES);
  });

  it('keeps nobody waiting: what is posted meanwhile is answered before its end', async () => {
    const answer = await begin();
    let ended = false;
    const whole = read(answer).finally(() => (ended = true));
    const other = served.browser();
    const first = paths.formPage('en', MODULE, world.module.form.pages[0]?.id ?? '');
    await other.get(first);
    const posted = await other.submit(first, {});
    assert.ok(posted.status < 500);
    assert.equal(ended, false, 'the export ended before the post was answered');
    await whole;
  });

  it('is read on only as fast as it is taken', async () => {
    const stream = world.service.web.exporter.read({
      id: 'X-SLOW0000' as never,
      module: MODULE,
      viewer: 'nobody' as PersonId,
      scope: 'cases',
      format: 'jsonl',
      words: { columns: {} as never, codes: {}, yes: '', no: '' },
      casesAt: '',
    });
    await once(stream, 'readable');
    const there = stream.readableLength;
    for (let count = 0; count < 1000; count += 1) await turn();
    assert.equal(stream.readableLength, there);
    stream.destroy();
    await once(stream, 'close');
  });

  it('stops when whoever takes it goes away, and lets go of the database', async () => {
    // A connection that was closed leaves its handle to the next one, because the locks of a process are one.
    const openWithFive = async (): Promise<number> => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => begin()));
      await Promise.all(answers.map((answer) => once(answer, 'readable')));
      const open = connections();
      for (const answer of answers) answer.destroy();
      await read(await begin());
      return open;
    };
    const open = await openWithFive();
    assert.ok(open > 5);
    assert.equal(await openWithFive(), open);
  });

  it('is cut off, and not ended, when it cannot be read to its end', async () => {
    const answer = await begin();
    await once(answer, 'readable');
    // As when the thread comes to the end of its memory.
    (world.service.web.exporter as unknown as { close(): void }).close();
    await assert.rejects(read(answer), { code: 'ECONNRESET' });
    assert.equal(linesIn(await read(await begin())), CASES, 'the next one has a new thread');
    assert.equal(world.faults.splice(0).length, 1);
  });
});
