#!/usr/bin/env node
// The way into the program, whatever Node started it: everything behind it runs on Node 24, which the project
// carries, because better-sqlite3 ends an older one without a message.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MAJOR = 24;
const here = fileURLToPath(import.meta.url);
const root = path.dirname(path.dirname(here));
const carried = path.join(root, 'node_modules', '.bin', 'node');
const program = path.join(root, 'dist', 'src', 'cli.js');
const major = Number(process.versions.node.split('.')[0]);

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/**
 * What keeps the memory of a service low that mostly waits: small semi-spaces; no objects put among the old ones
 * because others of their place once grew old (here they are garbage a moment later, 120 MB of it under load); and one
 * pool of memory for the threads of Node instead of one for each (glibc; others pass it over).
 */
const flags = ['--max-semi-space-size=4', '--no-allocation-site-pretenuring'];
const lean = { MALLOC_ARENA_MAX: '2', ...process.env };

function startAgainOnCarriedNode() {
  const child = spawn(carried, [...flags, here, ...process.argv.slice(2)], { stdio: 'inherit', env: lean });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () =>
    stop('The Node that Fieldstone carries does not start: run `npm ci` in its folder and try again.'),
  );
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/**
 * Both must be known before Node begins: the same process starts once more with them. Where it cannot, or where whoever
 * started it talks to it over a channel, which would be cut, it needs more memory.
 */
function startAgainLean() {
  if (process.execve === undefined || process.send !== undefined) return;
  const words = [process.execPath, ...process.execArgv, ...flags, here, ...process.argv.slice(2)];
  process.execve(process.execPath, words, lean);
}

/**
 * Loaded as ES modules on Node 24, drizzle-orm leaves about 150 MB of garbage behind (its package.json has 179 KB of
 * `exports`). Its CommonJS build is the same code without that. Take this away once drizzle-orm loads lean.
 */
function loadDrizzleAsCommonJs() {
  nodeModule.registerHooks({
    resolve(specifier, context, next) {
      if (!/^drizzle-orm(?:\/|$)/u.test(specifier)) return next(specifier, context);
      return next(specifier, { ...context, conditions: ['node', 'require'] });
    },
  });
}

if (!existsSync(program)) {
  stop('Fieldstone is not built yet: run `npm start`, or `npm ci && npm run build`, in its folder first.');
} else if (major !== MAJOR && existsSync(carried)) {
  startAgainOnCarriedNode();
} else if (major < MAJOR) {
  stop(
    `Fieldstone needs Node ${MAJOR} on this machine and this is ${process.versions.node}: install Node ${MAJOR} and try again.`,
  );
} else {
  if (process.argv[2] === 'serve' && process.env.MALLOC_ARENA_MAX === undefined) startAgainLean();
  loadDrizzleAsCommonJs();
  await import(pathToFileURL(program).href);
}
