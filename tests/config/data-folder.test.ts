import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { prepareDataFolder } from '../../src/config/data-folder.ts';
import { readSecret } from '../../src/config/secrets.ts';
import { explainListenError, StartFailure } from '../../src/config/start-failures.ts';

describe('the data folder', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-data-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made for its owner alone, and nothing is left in it', () => {
    const made = path.join(folder, 'a', 'b');
    prepareDataFolder(made);
    assert.equal(statSync(made).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(made), []);
  });

  it('is refused below a file, and where nobody can write', () => {
    writeFileSync(path.join(folder, 'file'), '');
    for (const place of [path.join(folder, 'file', 'data'), '/proc/fieldstone']) {
      assert.throws(
        () => {
          prepareDataFolder(place);
        },
        (error) => error instanceof StartFailure && error.message.includes(place) && error.message.includes('DATA_DIR'),
      );
    }
  });

  it('keeps one secret for ever, readable by its owner alone', () => {
    const first = readSecret({ secretKey: undefined, dataFolder: folder });
    assert.deepEqual(readSecret({ secretKey: undefined, dataFolder: folder }), first);
    assert.deepEqual(readdirSync(folder), ['secret.key']);
    assert.equal(statSync(path.join(folder, 'secret.key')).mode & 0o777, 0o600);
    assert.equal(first.length, 64);
  });

  it('takes the text of its file as SECRET_KEY too', () => {
    const kept = readSecret({ secretKey: undefined, dataFolder: folder });
    const text = readFileSync(path.join(folder, 'secret.key'), 'utf8').trim();
    assert.deepEqual(readSecret({ secretKey: text, dataFolder: '/nowhere' }), kept);
  });

  it('does not start over a damaged secret', () => {
    writeFileSync(path.join(folder, 'secret.key'), 'half');
    assert.throws(() => readSecret({ secretKey: undefined, dataFolder: folder }), /restore it from the backup/u);
  });
});

describe('a port', () => {
  it('that is taken ends the start in a sentence', async () => {
    const first = createServer();
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const { port } = first.address() as AddressInfo;
    const second = createServer();
    const error = await new Promise((resolve) => second.once('error', resolve).listen(port, '127.0.0.1'));
    first.close();
    const failure = explainListenError(error, '127.0.0.1', port);
    assert.ok(failure instanceof StartFailure);
    assert.equal(
      failure.message,
      `Port ${String(port)} is taken by another program: stop that program, or set PORT to a free one.`,
    );
  });

  it('leaves other errors as they are', () => {
    const error = new Error('other');
    assert.equal(explainListenError(error, '127.0.0.1', 1), error);
  });
});
