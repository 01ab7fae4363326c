// Runs every test, or the files that are named. Flags: --coverage, --verbose, --no-static, --no-browser.
// The last line is `N passed, N failed`, with `, N skipped` where something was.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checks, runChecks } from './check.mjs';
import { findChromium, installCommand } from './chromium.mjs';
import { ownEnvironment, ownNode, root } from './own-node.mjs';

const words = process.argv.slice(2);
const flags = new Set(words.filter((word) => word.startsWith('--')));
const named = words.filter((word) => !word.startsWith('--'));
const total = { passed: 0, failed: 0, skipped: 0 };

function add(counts) {
  for (const kind of Object.keys(total)) total[kind] += counts[kind] ?? 0;
}

/** Files that start processes, browsers or a compiler keep a process of their own; all others share one. */
const groups = [
  {
    name: 'server',
    isolation: 'none',
    files: (file) => !/^tests\/(browser|reliability|architecture|house|site)\//u.test(file),
  },
  {
    name: 'house',
    isolation: 'process',
    files: (file) => /^tests\/(reliability|architecture|house|site)\//u.test(file),
  },
  { name: 'browser', isolation: 'process', files: (file) => file.startsWith('tests/browser/') },
];

function testFiles() {
  // No glob: on the first run this file itself still runs on whatever Node started npm.
  const all = readdirSync(path.join(root, 'tests'), { recursive: true })
    .map((file) => `tests/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.test\.tsx?$/u.test(file))
    .sort();
  return named.length === 0
    ? all
    : all.filter((file) => named.some((name) => file.includes(name.replace(/^\.\//u, ''))));
}

async function runFiles(files, isolation, { more = [], environment = {}, isHeldBack = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-count-'));
  const counts = path.join(folder, 'counts.json');
  const reporter = flags.has('--verbose') ? 'spec' : 'dot';
  const status = await run(
    ownNode,
    [
      '--import',
      'tsx',
      '--test',
      `--test-isolation=${isolation}`,
      '--test-concurrency=1',
      '--test-timeout=300000',
      ...more,
      `--test-reporter=${reporter}`,
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/count-reporter.mjs',
      `--test-reporter-destination=${counts}`,
      ...files,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: (process.env.LONG === '1' ? 300 : 40) * 60_000,
      killSignal: 'SIGKILL',
      env: { ...ownEnvironment, ...environment },
    },
    isHeldBack,
  );
  const counted = readCounts(counts);
  rmSync(folder, { recursive: true, force: true });
  // A run that ends badly without a failed test, or without a summary, is a failure all the same.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

/** Runs a program to its end; its status. What it prints is held back while another group has the screen. */
function run(command, words, options, isHeldBack) {
  return new Promise((resolve) => {
    const child = spawn(command, words, options);
    const held = [];
    const show = (data) => (isHeldBack ? held.push(data) : process.stdout.write(data));
    const end = (status) => {
      for (const data of held) process.stdout.write(data);
      resolve(status);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    child.on('error', (error) => {
      show(`${error.message}\n`);
      end(1);
    });
    child.on('close', end);
  });
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function countTests(file) {
  return readFileSync(path.join(root, file), 'utf8').match(/^\s*(?:void )?(?:it|test)\(/gmu)?.length ?? 1;
}

function runBrowser(files) {
  const chromium = flags.has('--no-browser') ? undefined : findChromium();
  if (chromium !== undefined) return runFiles(files, 'process', { environment: { FIELDSTONE_CHROMIUM: chromium } });
  process.stdout.write(`No Chromium was found, so the browser tests are skipped. To run them: ${installCommand}\n`);
  return { skipped: files.reduce((sum, file) => sum + countTests(file), 0) };
}

function runStatic() {
  const failed = runChecks().length;
  return { passed: checks.length - failed, failed };
}

/** Thresholds hold for a whole run, so each part that has its own is run on its own; they are never lowered. */
async function runCoverage() {
  const server = testFiles().filter(groups[0].files);
  const parts = [
    {
      include: 'src/domain/**',
      lines: 100,
      branches: 100,
      files: server.filter((file) => file.startsWith('tests/domain/')),
    },
    { include: 'src/usecases/**', lines: 95, branches: 0, files: server },
    { include: 'src/**', lines: 90, branches: 0, files: server },
  ];
  for (const { include, lines, branches, files } of parts) {
    if (files.length === 0) continue;
    process.stdout.write(
      `\nCoverage of ${include}: at least ${lines} % of lines${branches > 0 ? `, ${branches} % of branches` : ''}\n`,
    );
    const more = [
      '--experimental-test-coverage',
      `--test-coverage-include=${include}`,
      `--test-coverage-lines=${lines}`,
      `--test-coverage-branches=${branches}`,
    ];
    const { failed } = await runFiles(files, 'none', { more });
    add(failed === 0 ? { passed: 1 } : { failed: 1 });
  }
}

async function runGroup(group, isHeldBack = false) {
  const files = testFiles().filter(group.files);
  if (files.length === 0) return;
  process.stdout.write(`\n${group.name}: ${files.length} files\n`);
  add(await (group.name === 'browser' ? runBrowser(files) : runFiles(files, group.isolation, { isHeldBack })));
}

// The first group is one process and keeps one core busy; a browser wants the machine to itself.
const [server, house, browser] = groups;
await Promise.all([runGroup(server), runGroup(house, true)]);
await runGroup(browser);
if (named.length === 0 && !flags.has('--no-static')) add(runStatic());
if (flags.has('--coverage')) await runCoverage();

process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
