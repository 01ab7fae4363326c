import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Of `node:fs`, what these files may use: there since Node 20, on which a first `npm test` runs them. */
const newer = ['globSync', 'glob'];

describe('what runs before the carried Node is there', () => {
  for (const file of [...readdirSync('scripts').map((name) => `scripts/${name}`), 'bin/fieldstone.mjs'].filter((name) =>
    name.endsWith('.mjs'),
  )) {
    it(`${file} asks for nothing that Node 20 lacks`, () => {
      const imports = [...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from 'node:fs(?:\/promises)?'/gu)];
      const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
      assert.deepEqual(
        names.filter((name) => newer.includes(name)),
        [],
      );
    });
  }
});
