import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

/** Makes a Node say that it is another one. */
function pretending(version: string): string[] {
  const lie = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(lie)}`];
}

describe('a clone', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'fieldstone-clone-'));
    for (const part of ['bin', 'scripts', 'fieldstone']) cpSync(part, path.join(root, part), { recursive: true });
    put('package.json', '{ "type": "module" }');
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function put(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }

  function carryNode(): void {
    mkdirSync(path.join(root, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(process.execPath, path.join(root, 'node_modules', '.bin', 'node'));
  }

  function run(words: string[], folders = process.env['PATH'] ?? ''): { code: number | null; said: string } {
    const env = { PATH: folders };
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8' });
    return { code: status, said: stderr };
  }

  function gitThatSays(line: string): string {
    put('fake/git', `#!/bin/sh\necho "${line}"\n`);
    chmodSync(path.join(root, 'fake/git'), 0o755);
    return `${path.join(root, 'fake')}${path.delimiter}/bin`;
  }

  it('says in a sentence that Node is too old', () => {
    const { code, said } = run([...pretending('18.19.0'), 'scripts/setup.mjs']);
    assert.equal(code, 1);
    assert.equal(said, 'Fieldstone needs Node 20 or newer and this is 18.19.0: install Node 24 and try again.\n');
  });

  it('says in a sentence that git is too old', () => {
    const { code, said } = run(['scripts/setup.mjs', '--build'], gitThatSays('git version 2.37.9'));
    assert.equal(code, 1);
    assert.match(
      said,
      /^Fieldstone needs git 2\.38 or newer and this is "git version 2\.37\.9": install a newer git.*\n$/u,
    );
  });

  it('says in a sentence that git is missing', () => {
    const { code, said } = run(['scripts/setup.mjs', '--build'], path.join(root, 'empty'));
    assert.equal(code, 1);
    assert.equal(said, 'Fieldstone needs git 2.38 or newer and found none: install git and try again.\n');
  });

  it('says in a sentence that it is not built', () => {
    const { code, said } = run(['bin/fieldstone.mjs', '--help']);
    assert.equal(code, 1);
    assert.match(said, /^Fieldstone is not built yet: [^\n]+\n$/u);
  });

  it('says in a sentence that this machine has no Node for it', () => {
    put('dist/src/cli.js', '');
    const { code, said } = run([...pretending('22.1.0'), 'bin/fieldstone.mjs']);
    assert.equal(code, 1);
    assert.equal(said, 'Fieldstone needs Node 24 on this machine and this is 22.1.0: install Node 24 and try again.\n');
  });

  it('counts as set up when the lock file names nothing else, and installs nothing', () => {
    const packages = (one: string) => JSON.stringify({ packages: { '': {}, 'node_modules/one': { version: one } } });
    const elsewhere = { 'node_modules/mac': { version: '1.0.0', optional: true } };
    const lock = JSON.parse(packages('1.0.0')) as { packages: object };
    put('package-lock.json', JSON.stringify({ packages: { ...lock.packages, ...elsewhere } }));
    put('node_modules/.package-lock.json', packages('1.0.0'));
    assert.deepEqual(run(['scripts/setup.mjs']), { code: 0, said: '' });
  });

  it('hands over to the Node it carries, with its words, signals and exit code', async () => {
    carryNode();
    put(
      'dist/src/cli.js',
      `process.on('SIGTERM', () => process.exit(7));
       console.log(process.versions.node, process.argv.slice(2).join(' '));
       setInterval(() => undefined, 1000);`,
    );
    const words = [...pretending('20.1.0'), 'bin/fieldstone.mjs', 'serve', '--here'];
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(said.toString(), `${process.versions.node} serve --here\n`);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 7);
  });

  it('loads drizzle as CommonJS, which keeps the service small', () => {
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    put(
      'dist/src/cli.js',
      `import { eq } from 'drizzle-orm';
       import { drizzle } from 'drizzle-orm/better-sqlite3';
       import { createRequire } from 'node:module';
       const loaded = Object.keys(createRequire(import.meta.url).cache);
       const common = loaded.some((file) => file.endsWith('drizzle-orm/index.cjs'));
       process.exitCode = common && typeof eq === 'function' && typeof drizzle === 'function' ? 3 : 4;`,
    );
    assert.deepEqual(run(['bin/fieldstone.mjs']), { code: 3, said: '' });
  });

  it('starts from anywhere through a link', () => {
    carryNode();
    put('dist/src/cli.js', 'process.exitCode = process.argv[2] === "verify" ? 3 : 4;');
    symlinkSync(path.join(root, 'fieldstone'), path.join(root, 'link'));
    assert.equal(spawnSync(path.join(root, 'link'), ['verify'], { cwd: tmpdir() }).status, 3);
  });
});
