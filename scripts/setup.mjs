// Gets a clone ready: installs what is missing and, with --build, builds what is older than its sources.
//
// This file runs before anything is installed, on whatever Node is there, so it has no dependency and keeps to
// syntax that old versions can read: then it can say in a sentence what is wrong instead of printing a stack.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = 20;
const OLDEST_GIT = [2, 38];

function stop(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  stop(
    'Fieldstone needs Node ' +
      OLDEST_NODE +
      ' or newer and this is ' +
      process.versions.node +
      ': install Node 24 and try again.',
  );
}

function checkGit() {
  const asked = spawnSync('git', ['--version'], { encoding: 'utf8' });
  const oldest = OLDEST_GIT.join('.');
  if (asked.error || asked.status !== 0)
    stop('Fieldstone needs git ' + oldest + ' or newer and found none: install git and try again.');
  const found = /(\d+)\.(\d+)/.exec(asked.stdout);
  const major = found ? Number(found[1]) : 0;
  const minor = found ? Number(found[2]) : 0;
  if (major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1])) return;
  stop(
    'Fieldstone needs git ' +
      oldest +
      ' or newer and this is "' +
      asked.stdout.trim() +
      '": install a newer git and try again.',
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages || {};
  } catch (_) {
    return undefined;
  }
}

/** Everything the lock file names is there in its version; what is optional may be absent on this machine. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const there = readPackages('node_modules/.package-lock.json');
  if (!wanted || !there) return false;
  return Object.keys(wanted).every(function (name) {
    if (name === '') return true;
    if (there[name]) return there[name].version === wanted[name].version;
    return Boolean(wanted[name].optional || wanted[name].devOptional);
  });
}

function install() {
  process.stdout.write('Installing what Fieldstone needs (once; about half a minute) …\n');
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath || process.execPath;
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const options = {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: Object.assign({}, process.env, { npm_config_loglevel: 'error' }),
  };
  const done = npm
    ? spawnSync(node, [npm].concat(words), options)
    : spawnSync('npm', words, Object.assign({ shell: process.platform === 'win32' }, options));
  if (done.error || done.status !== 0)
    stop('The packages could not be installed: look at the lines above, check the network, and try again.');
}

/** The newest change below a path, folders too: a deleted file shows in its folder alone. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(function (latest, name) {
    return Math.max(latest, newest(join(path, name)));
  }, stat.mtimeMs);
}

function isBuilt() {
  const stamp = join(root, 'dist', '.built');
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = [
    'src',
    'views',
    'public',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts/build.mjs',
    'package-lock.json',
  ];
  return sources.every(function (source) {
    return newest(join(root, source)) <= built;
  });
}

/** The Node that the project carries, if this machine has one of its binaries. */
function ownNode() {
  const carried = join(root, 'node_modules', '.bin', 'node');
  return existsSync(carried) ? carried : process.execPath;
}

function build() {
  process.stdout.write('Building …\n');
  const done = spawnSync(ownNode(), [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(1);
}

checkNode();
if (process.argv.indexOf('--build') >= 0) checkGit();
if (!isInstalled()) install();
if (process.argv.indexOf('--build') >= 0 && !isBuilt()) build();
