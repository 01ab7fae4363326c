import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The smallest house: a file on every floor, each importing only what it may. */
const house: Record<string, string> = {
  'src/domain/thing.ts': 'export interface Thing { readonly id: string }\n',
  'src/ports/clock.ts': "import type { Thing } from '../domain/thing.ts';\nexport type Clock = () => Thing;\n",
  'src/paths.ts':
    "import type { Thing } from './domain/thing.ts';\nexport const pathOf = (thing: Thing) => `/${thing.id}`;\n",
  'src/db/in-transaction.ts': "import type Database from 'better-sqlite3';\nexport type Tx = Database.Database;\n",
  'src/db/outbox.ts': "import type { Tx } from './in-transaction.ts';\nexport type Enqueue = (tx: Tx) => void;\n",
  'src/db/thing-store.ts': "import type { Tx } from './in-transaction.ts';\nexport type Insert = (tx: Tx) => void;\n",
  'src/db/queries/things.ts':
    "import type { Thing } from '../../domain/thing.ts';\nexport type Things = () => Thing[];\n",
  'src/adapters/clock/system-clock.ts':
    "import type { Clock } from '../../ports/clock.ts';\nexport type SystemClock = Clock;\n",
  'src/i18n/translate.ts': 'export type Translate = (key: string) => string;\n',
  'src/config/config.ts': 'export interface Config { readonly port: number }\n',
  'src/usecases/keep.ts': "import type { Insert } from '../db/thing-store.ts';\nexport type Keep = Insert;\n",
  'src/letters/letters.ts': "import type { PageModel } from '../../views/page.tsx';\nexport type Letter = PageModel;\n",
  'src/web/app.ts':
    "import type { Things } from '../db/queries/things.ts';\nimport type { Express } from 'express';\nexport type App = (things: Things) => Express;\n",
  'src/worker/run.ts': "import type { Enqueue } from '../db/outbox.ts';\nexport type Run = Enqueue;\n",
  'src/compose.ts':
    "import type { SystemClock } from './adapters/clock/system-clock.ts';\nexport type Compose = SystemClock;\n",
  'views/page.tsx':
    "import type { Translate } from '../src/i18n/translate.ts';\nexport interface PageModel { readonly t: Translate }\n",
};

const importing = (target: string): string =>
  `import type * as planted from '${target}';\nexport type Planted = typeof planted;\n`;

/** Each planted file breaks exactly the rule it is named for. */
const violations: readonly { readonly rule: string; readonly file: string; readonly imports: string }[] = [
  { rule: 'floor-domain', file: 'src/domain/planted.ts', imports: '../ports/clock.ts' },
  { rule: 'domain-without-node', file: 'src/domain/planted.ts', imports: 'node:crypto' },
  { rule: 'domain-pure-packages', file: 'src/domain/planted.ts', imports: 'zod' },
  { rule: 'floor-ports', file: 'src/ports/planted.ts', imports: '../db/outbox.ts' },
  { rule: 'floor-paths', file: 'src/paths.ts', imports: './i18n/translate.ts' },
  { rule: 'floor-db', file: 'src/db/planted.ts', imports: '../ports/clock.ts' },
  { rule: 'floor-db', file: 'src/db/queries/planted.ts', imports: '../../usecases/keep.ts' },
  { rule: 'floor-adapters', file: 'src/adapters/planted.ts', imports: '../db/outbox.ts' },
  { rule: 'floor-adapters', file: 'src/adapters/planted.ts', imports: '../usecases/keep.ts' },
  { rule: 'floor-i18n', file: 'src/i18n/planted.ts', imports: '../domain/thing.ts' },
  { rule: 'floor-usecases', file: 'src/usecases/planted.ts', imports: '../i18n/translate.ts' },
  { rule: 'floor-usecases', file: 'src/usecases/planted.ts', imports: '../../views/page.tsx' },
  { rule: 'floor-views', file: 'views/planted.tsx', imports: '../src/domain/thing.ts' },
  { rule: 'floor-views', file: 'views/planted.tsx', imports: '../src/db/queries/things.ts' },
  { rule: 'floor-letters', file: 'src/letters/planted.ts', imports: '../web/app.ts' },
  { rule: 'floor-letters', file: 'src/letters/planted.ts', imports: '../db/thing-store.ts' },
  { rule: 'floor-web', file: 'src/web/planted.ts', imports: '../db/thing-store.ts' },
  { rule: 'floor-web', file: 'src/web/planted.ts', imports: '../worker/run.ts' },
  { rule: 'floor-web', file: 'src/web/planted.ts', imports: '../config/config.ts' },
  { rule: 'floor-worker', file: 'src/worker/planted.ts', imports: '../web/app.ts' },
  { rule: 'floor-worker', file: 'src/worker/planted.ts', imports: '../db/thing-store.ts' },
  { rule: 'floor-config', file: 'src/config/planted.ts', imports: '../domain/thing.ts' },
  { rule: 'database-in-db', file: 'src/usecases/planted.ts', imports: 'better-sqlite3' },
  { rule: 'database-in-db', file: 'src/web/planted.ts', imports: 'drizzle-orm' },
  { rule: 'express-in-web', file: 'src/usecases/planted.ts', imports: 'express' },
  { rule: 'adapters-from-compose', file: 'src/main.ts', imports: './adapters/clock/system-clock.ts' },
  { rule: 'adapters-from-compose', file: 'src/web/planted.ts', imports: '../adapters/clock/system-clock.ts' },
  { rule: 'everything-resolves', file: 'src/web/planted.ts', imports: './nowhere.ts' },
];

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

describe('the floors of the house', () => {
  let root = '';

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'fieldstone-floors-'));
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs', 'scripts']) {
      cpSync(file, path.join(root, file), { recursive: true });
    }
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    for (const [file, text] of Object.entries(house)) plant(file, text);
  });

  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function plant(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }

  /** The rules that are broken, and by which file. */
  async function broken(): Promise<string[]> {
    const tool = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const cruise = run(process.execPath, [tool, '--output-type=json', 'src', 'views'], { cwd: root });
    const { stdout } = await cruise.catch((failed: unknown) => failed as { stdout: string });
    const { violations: found } = (JSON.parse(stdout) as Cruise).summary;
    return found.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
  }

  it('lets every floor import what it may', async () => {
    assert.deepEqual(await broken(), []);
  });

  it('finds each planted violation', async () => {
    const expected: string[] = [];
    violations.forEach(({ rule, file, imports }, index) => {
      const planted = file.includes('planted') ? file.replace('planted', `planted-${String(index)}`) : file;
      plant(planted, importing(imports));
      expected.push(`${rule}: ${planted}`);
    });
    const found = await broken();
    for (const violation of expected) assert.ok(found.includes(violation), `not found: ${violation}`);
  });

  it('counts types when it looks for circles', async () => {
    plant('src/domain/circle-one.ts', importing('./circle-two.ts'));
    plant('src/domain/circle-two.ts', importing('./circle-one.ts'));
    const found = await broken();
    assert.ok(found.includes('no-circles: src/domain/circle-one.ts'));
  });
});

describe('this house', () => {
  it('has a planted violation for every rule', async () => {
    const { rules } = await import('../../scripts/floors.mjs');
    const proven = new Set([...violations.map(({ rule }) => rule), 'no-circles']);
    assert.deepEqual(
      rules.map(({ name }) => name).filter((name) => !proven.has(name)),
      [],
    );
  });
});
