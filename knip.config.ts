import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/main.ts!',
    'src/cli.ts!',
    // Started as a thread of its own.
    'src/db/export/export-thread.ts!',
    'bin/*.mjs!',
    // Started as a thread of its own.
    'src/adapters/matching/matching-thread.ts!',
    'scripts/*.mjs',
    'bench/**/*.ts',
    'tests/**/*.test.{ts,tsx}',
    // Started as a process of its own, and by hand.
    'tests/adapters/forge-worker.ts',
    'tests/reliability/crash/{crash-points,early-answers,blind-forge,group-writer}.ts',
    'tests/browser/gallery/gallery.tsx',
    'examples/site/eleventy.config.js',
    'examples/site/*.11ty.js',
  ],
  project: [
    'src/**/*.{ts,tsx}!',
    'views/**/*.{ts,tsx}!',
    'bin/*.mjs!',
    'scripts/*.mjs',
    'tests/**/*.{ts,tsx}',
    'bench/**/*.ts',
    'examples/site/**/*.js',
  ],
  // Started by path from scripts/, never imported.
  ignoreDependencies: ['@11ty/eleventy', 'dependency-cruiser', 'prettier'],
  ignoreExportsUsedInFile: true,
};

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default config;
