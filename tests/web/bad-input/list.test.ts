import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const LIST = 'docs/bad-input.md';
const FOLDER = 'tests/web/bad-input';
/** How many cases each part has. */
const parts = { A: 23, B: 15, C: 16, E: 19, F: 13, G: 8, J: 8, K: 14 };

const lines = readFileSync(LIST, 'utf8')
  .split('\n')
  .map((line) => /^\| ([A-Z]\d+) +\| (.+?) +\| (.+?) +\|$/u.exec(line))
  .filter((found) => found !== null)
  .map(([, number = '', what = '', by = '']) => ({ number, what, by: by.split(' · ') }));

const rowNumbers = new Set(
  readdirSync(FOLDER)
    .filter((file) => file !== 'list.test.ts')
    .flatMap((file) => [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/['"`]([A-K]\d+)(?:['"`]|:)/gu)])
    .map(([, number]) => number),
);

describe('the list of bad input', () => {
  it('has every case once, in order', () => {
    const wanted = Object.entries(parts).flatMap(([part, count]) =>
      Array.from({ length: count }, (_, at) => `${part}${String(at + 1)}`),
    );
    assert.deepEqual(
      lines.map(({ number }) => number),
      wanted,
    );
  });

  it('knows every row, and every row is in it', () => {
    const withRows = lines.filter(({ by }) => by.includes('rows')).map(({ number }) => number);
    assert.deepEqual([...rowNumbers].sort(), [...withRows].sort());
  });

  it('names tests that there are', () => {
    for (const { number, by } of lines)
      for (const one of by.filter((held) => held.startsWith('`'))) {
        const [, file = ''] = /^`([^`]+)`: “/u.exec(one) ?? [];
        assert.ok(existsSync(file), `${number}: ${file}`);
        const source = readFileSync(file, 'utf8');
        const titles = [...one.matchAll(/“([^”]+)”/gu)].map(([, title]) => title ?? '');
        assert.ok(titles.length > 0, number);
        for (const title of titles) assert.ok(source.includes(title), `${number}: ${file} has no test “${title}”`);
      }
  });

  it('says why a case is not here', () => {
    for (const { number, by } of lines)
      for (const one of by) assert.match(one, /^(?:rows$|`|not here: .{15})/u, number);
  });
});
