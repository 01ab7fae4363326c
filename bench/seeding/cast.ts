import { exportScopes, type ExportScope } from '../../src/domain/export/export.ts';
import type { ExportId, PersonId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/people/actor.ts';
import { daysAgo, type Seeds } from './seeds.ts';

export const CURATOR = 'curator-0' as PersonId;
export const OTHER_CURATOR = 'curator-1' as PersonId;

/** The secrets that browsers hold while they are measured; each has the shape that the service gives out. */
export const secrets = {
  curator: 'session-of-the-curator',
  reviewer: 'session-of-the-reviewer',
  reviewersBrowser: 'browser-of-the-reviewer',
  /** The cookie to which the tokens of forms are bound; one for everybody. */
  pre: 'before-anything-else',
} as const;

/** Curators, a safety person and all reviewers, two of them signed in. */
export function seedCast(seeds: Seeds): void {
  person(seeds, CURATOR, 'curator');
  person(seeds, OTHER_CURATOR, 'curator');
  person(seeds, 'safety-0' as PersonId, 'safety');
  for (const id of seeds.reviewers) person(seeds, id, 'reviewer');
  session(seeds, CURATOR, secrets.curator);
  const [first] = seeds.reviewers;
  if (first !== undefined) session(seeds, first, secrets.reviewer);
  for (const scope of exportScopes) approvedExport(seeds, scope);
}

/** Files of all cases that the curator may take today. */
export const exportOf = (scope: ExportScope): ExportId => `X-BENCH-${scope}` as ExportId;

function approvedExport(seeds: Seeds, scope: ExportScope): void {
  const at = daysAgo(seeds, 0);
  seeds.insert('caseExports', {
    id: exportOf(scope),
    module: seeds.module.id,
    scope,
    format: 'csv',
    reason: 'To measure how dear it is.',
    askedBy: CURATOR,
    askedAt: at,
    answer: 'approved',
    answeredBy: OTHER_CURATOR,
    answeredAt: at,
  });
}

function person(seeds: Seeds, id: PersonId, role: Role): void {
  const { insert, dice, module } = seeds;
  insert('people', {
    id,
    name: `${dice.of(['Amina', 'Carlos', 'Dewi', 'Leila', 'Marta', 'Ruth'])} ${id}`,
    email: `${id}@example.org`,
    languages: ['en', dice.of(['fr', 'es', 'ar'])],
    topics: [dice.of(['police', 'military', 'data', 'survivor_support'])],
    createdAt: daysAgo(seeds, 700),
  });
  insert('personRoles', { personId: id, module: module.id, role });
}

function session(seeds: Seeds, personId: PersonId, sid: string): void {
  const hash = seeds.service.web.keys.hash('session', sid);
  insertSession(seeds, personId, hash);
}

function insertSession(seeds: Seeds, personId: PersonId, hash: string): void {
  const at = daysAgo(seeds, 0);
  seeds.insert('sessions', { hash, personId, createdAt: at, seenAt: at, expiresAt: daysAgo(seeds, -1) });
}
