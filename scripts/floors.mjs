// The floors of the house: who may import whom. One table; dependency-cruiser's rules are made from it, and the tests
// plant a violation of every row.

/** Packages without I/O, clock or randomness: all that the domain may use besides itself. */
export const purePackages = ['libphonenumber-js', 'yaml', 'diff'];

/** A floor's files, and the floors of the house that it may import besides itself. */
export const floors = {
  domain: { files: '^src/domain/', may: [] },
  ports: { files: '^src/ports/', may: ['domain'] },
  paths: { files: '^src/paths\\.ts$', may: ['domain'] },
  db: { files: '^src/db/', may: ['domain'] },
  adapters: { files: '^src/adapters/', may: ['domain', 'ports'] },
  i18n: { files: '^src/i18n/', may: [] },
  usecases: { files: '^src/usecases/', may: ['domain', 'ports', 'db'] },
  views: { files: '^views/', may: ['i18n', 'paths'] },
  letters: { files: '^src/letters/', may: ['domain', 'ports', 'i18n', 'views', 'paths', 'queries'] },
  web: { files: '^src/web/', may: ['domain', 'ports', 'usecases', 'queries', 'i18n', 'views', 'letters', 'paths'] },
  worker: { files: '^src/worker/', may: ['domain', 'ports', 'usecases', 'letters', 'outbox', 'queries'] },
  config: { files: '^src/config/', may: [] },
};

/**
 * What a floor may read of another without owning it: `queries` never write, and the two types beside them
 * (a reader, an open transaction) are how they are called.
 */
export const queries = '^src/db/(?:queries/|in-transaction\\.ts$)';

/** What the worker may touch of the database by itself: the job table. */
export const outbox = '^src/db/outbox\\.ts$';

const parts = { queries, outbox };
const filesOf = (name) => parts[name] ?? floors[name].files;

function floorRule([name, { files, may }]) {
  return {
    name: `floor-${name}`,
    severity: 'error',
    comment: `${name} may import ${['itself', ...may].join(', ')}; see docs/architecture.md.`,
    from: { path: files },
    to: { path: '^(?:src|views|tests|scripts|bin)/', pathNot: [files, ...may.map(filesOf)] },
  };
}

const onlyIn = (name, packages, places, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(?:src|views)/', pathNot: places },
  to: { path: `node_modules/(?:${packages})(?:/|$)` },
});

const domainIsPure = [
  {
    name: 'domain-without-node',
    severity: 'error',
    comment: 'Hashing, time, ids and files are passed into the domain.',
    from: { path: floors.domain.files },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'domain-pure-packages',
    severity: 'error',
    comment: `The domain may use ${purePackages.join(', ')} and nothing else from npm.`,
    from: { path: floors.domain.files },
    to: { path: 'node_modules/', pathNot: `node_modules/(?:@types/)?(?:${purePackages.join('|')})/` },
  },
];

const adaptersFromCompose = {
  name: 'adapters-from-compose',
  severity: 'error',
  comment: 'Concrete adapters are named in compose.ts alone.',
  from: { path: '^(?:src|views)/', pathNot: ['^src/compose\\.ts$', floors.adapters.files] },
  to: { path: floors.adapters.files },
};

const noCircles = {
  name: 'no-circles',
  severity: 'error',
  comment: 'A circle of imports, types counted, is one file in several pieces.',
  from: {},
  to: { circular: true },
};

const everythingResolves = {
  name: 'everything-resolves',
  severity: 'error',
  comment: 'An import that leads nowhere.',
  from: {},
  to: { couldNotResolve: true },
};

export const rules = [
  ...Object.entries(floors).map(floorRule),
  ...domainIsPure,
  onlyIn(
    'database-in-db',
    '(?:@types/)?better-sqlite3|drizzle-orm',
    ['^src/db/'],
    'SQLite and drizzle live in src/db.',
  ),
  onlyIn('express-in-web', '(?:@types/)?express', ['^src/web/', '^src/main\\.ts$'], 'HTTP lives in src/web.'),
  adaptersFromCompose,
  noCircles,
  everythingResolves,
];
