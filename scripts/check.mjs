// The static part of the house rules, each in turn; one that fails does not hide the next.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ownEnvironment, ownNode, root } from './own-node.mjs';

const tools = {
  types: ['typescript/bin/tsc', '--noEmit', '-p', '.'],
  lint: ['eslint/bin/eslint.js', '--max-warnings=0', '.'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  floors: ['dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type=err', 'src', 'views'],
  'dead code': ['knip/bin/knip.js', '--no-progress'],
  'dead code in production': ['knip/bin/knip.js', '--no-progress', '--production'],
};

/** Runs every check and returns the names of those that failed. */
export function runChecks() {
  return Object.entries(tools)
    .filter(([name, [tool, ...words]]) => {
      const started = Date.now();
      const done = spawnSync(ownNode, [path.join(root, 'node_modules', tool), ...words], {
        cwd: root,
        stdio: 'inherit',
        env: ownEnvironment,
      });
      process.stdout.write(
        `${done.status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
      );
      return done.status !== 0;
    })
    .map(([name]) => name);
}

export const checks = Object.keys(tools);

if (import.meta.filename === process.argv[1]) {
  const failed = runChecks();
  process.stdout.write(failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.join(', ')}.\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
