import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.join(import.meta.dirname, '../..');
const tsx = fileURLToPath(import.meta.resolve('tsx'));
const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-check-text-'));

/** In an empty folder, with no setting at all, or with settings that no service would start with. */
function checkText(args: readonly string[], input: string | Buffer = '', environment: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, ['--import', tsx, path.join(root, 'src/cli.ts'), 'check-text', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  return { code: done.status, out: done.stdout, said: done.stderr };
}

const unsafe = 'Ask Mrs. Parvin Sahelani (tel. ٠٧٩٠٠٠٠٠٠٠) 😀 or write to a.b@c.example.\n';

describe('check-text', () => {
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints what it finds, in code units of the text as read, and ends with 1', () => {
    const file = path.join(folder, 'unsafe.txt');
    writeFileSync(file, unsafe);
    const fromFile = checkText([file]);
    assert.deepEqual([fromFile.code, fromFile.said], [1, '']);
    const found = JSON.parse(fromFile.out) as { type: string; excerpt: string; start: number; end: number }[];
    assert.deepEqual(
      found.map((one) => [Object.keys(one).join(), one.type, one.excerpt]),
      [
        ['type,excerpt,start,end', 'person_name', 'Parvin Sahelani'],
        ['type,excerpt,start,end', 'phone', '٠٧٩٠٠٠٠٠٠٠'],
        ['type,excerpt,start,end', 'email', 'a.b@c.example'],
      ],
    );
    for (const { excerpt, start, end } of found) assert.equal(unsafe.slice(start, end), excerpt);
    assert.deepEqual(checkText(['-'], unsafe), fromFile);
    rmSync(file);
  });

  it('needs no data folder, no settings and no service, and leaves nothing behind', () => {
    const wrong = { BASE_URL: 'ftp://x', PORT: 'none', DATA_DIR: '/nowhere/at/all', SMTP_URL: 'x' };
    assert.deepEqual(checkText(['-'], 'Desks for women in 36 districts.', wrong), { code: 0, out: '[]\n', said: '' });
    assert.deepEqual(readdirSync(folder), []);
  });

  const wrongly: readonly (readonly [string, readonly string[], string | Buffer, RegExp])[] = [
    ['no file', [], '', /^Say which text to check: .*\.\n$/],
    ['two files', ['a', 'b'], '', /^Say which text to check: .*\.\n$/],
    ['an option that is none', ['--fast'], '', /^Say which text to check: .*\.\n$/],
    ['a file that is not there', ['missing.txt'], '', /missing\.txt.* cannot be read: .*\.\n$/],
    ['a folder', ['.'], '', / cannot be read: .*\.\n$/],
    ['bytes that are no UTF-8', ['-'], Buffer.from([0xff, 0xfe, 0x41]), / is not a text in UTF-8: .*\.\n$/],
    ['more than it takes', ['-'], Buffer.alloc(10_000_001, 'a '), / is longer than 10 MB: .*\.\n$/],
  ];
  for (const [what, args, input, says] of wrongly) {
    it(`ends with 2 and one sentence for ${what}`, () => {
      const { code, out, said } = checkText(args, input);
      assert.deepEqual([code, out], [2, '']);
      assert.match(said, says);
      assert.equal(said.trim().split('\n').length, 1);
    });
  }
});
