// Compiles into a folder of its own and swaps it in at the end: a build that fails leaves the last good one.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownNode, root } from './own-node.mjs';

const fresh = path.join(root, `.dist-${process.pid}`);
const old = path.join(root, `.dist-old-${process.pid}`);
const dist = path.join(root, 'dist');

function compile() {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const words = [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh, '--noEmitOnError'];
  return spawnSync(ownNode, words, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** The stamp is as old as the start: a source that changed during the build is newer than it. */
function swapIn(startedAt) {
  cpSync(path.join(root, 'public'), path.join(fresh, 'public'), { recursive: true });
  const stamp = path.join(fresh, '.built');
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
}

const startedAt = new Date();
try {
  if (compile()) {
    swapIn(startedAt);
  } else {
    process.stderr.write('The build failed: mend what is named above and try again.\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}
