import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type Database from 'better-sqlite3';
import { git } from '../../support/people-with-git.ts';
import type { House } from './house.ts';

const run = promisify(execFile);

/** What must all be 0, or `true`, once everything has come to rest. */
export interface Outcome {
  /** Cases that nobody began, such as a second one from the same form, and cases that are not there. */
  readonly duplicates: number;
  readonly missing: number;
  /** Changes and merges in the content repository that are too many, or not there. */
  readonly changesDouble: number;
  readonly changesMissing: number;
  readonly branchesLeft: number;
  /** Rows of the outbox that a case which nobody disturbed has and this one has not, or the other way round. */
  readonly jobsWrong: readonly string[];
  readonly actsWrong: readonly string[];
  readonly lettersMissing: number;
  readonly unfinished: number;
  /** What `verify` says: the file, its foreign keys, the chain of the history. */
  readonly isSound: boolean;
}

interface Row {
  readonly id: string;
  readonly publicId: string;
  readonly state: string;
}

/** Counts a house in which nothing runs any more. `markers`: every case that was begun, its practice with it. */
export async function outcomeOf(
  house: House,
  markers: ReadonlyMap<string, string>,
  model: ReadonlyMap<string, Profile>,
): Promise<Outcome> {
  const found = house.lookNow((db) =>
    [...markers].map(([marker, practice]) => ({ practice, rows: casesOf(db, marker) })),
  );
  const cases = found.flatMap(({ practice, rows }) => rows.slice(0, 1).map((row) => ({ ...row, practice })));
  const changes = await changesIn(house, cases);
  const wrong = house.lookNow((db) => cases.map((one) => difference(profileOf(db, one.id), model.get(one.practice))));
  return {
    duplicates: house.lookNow((db) => numberOf(db, 'select count(*) from submissions')) - cases.length,
    missing: found.filter(({ rows }) => rows.length === 0).length,
    ...changes,
    jobsWrong: wrong.flatMap(({ jobs }) => jobs),
    actsWrong: wrong.flatMap(({ acts }) => acts),
    lettersMissing: house.lookNow((db) => lettersMissing(db, house)),
    unfinished: house.lookNow((db) => numberOf(db, "select count(*) from jobs where state in ('running', 'dead')")),
    isSound: await verify(house),
  };
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);
const numberOf = (db: Database.Database, sql: string): number => db.prepare(sql).pluck().get() as number;

const casesOf = (db: Database.Database, marker: string): Row[] =>
  db
    .prepare("select id, public_id publicId, state from submissions where title like ? order by state = 'draft', id")
    .all(`% ${marker}`) as Row[];

/** A case that is published stands in the repository once: one change, one merge, its folder. */
async function changesIn(
  house: House,
  cases: readonly Row[],
): Promise<Pick<Outcome, 'changesDouble' | 'changesMissing' | 'branchesLeft'>> {
  const dir = house.repository;
  const changes = lines(await git(dir, 'for-each-ref', '--format=%(refname)', 'refs/fieldstone/changes'));
  const heads = lines(await git(dir, 'for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'));
  const merges = lines(await git(dir, 'log', '--first-parent', '--merges', '--format=%s', 'main'));
  const folders = new Set(
    lines(await git(dir, 'ls-tree', '--name-only', 'main', 'modules/security-sector/practices/')),
  );
  const counted = cases.map(({ publicId, state }) => ({
    isPublished: state === 'published',
    isLeft: heads.some((head) => head.includes(publicId)),
    counts: [
      changes.filter((ref) => ref.includes(publicId)).length,
      merges.filter((subject) => subject.includes(publicId)).length,
      folders.has(`modules/security-sector/practices/${publicId}`) ? 1 : 0,
    ],
  }));
  const known = new Set(cases.map(({ publicId }) => publicId));
  const foreign = changes.filter((ref) => !known.has(ref.split('/')[4] ?? '')).length;
  const published = counted.filter(({ isPublished }) => isPublished);
  return {
    changesDouble: foreign + sum(counted, ({ counts }) => sum(counts, (count) => Math.max(0, count - 1))),
    changesMissing: sum(published, ({ counts }) => counts.filter((count) => count === 0).length),
    branchesLeft: published.filter(({ isLeft }) => isLeft).length,
  };
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** How many of each kind of job and of act a case has. */
export interface Profile {
  readonly jobs: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, number>;
}

/** What each press of a button adds without harm, and codes that are asked for: a matter of chance. */
const BY_CHANCE = [
  'look_at_change',
  'read_module',
  'merge_change',
  'letter assignment_code',
  'screened',
  'receipt_used',
];

export function profileOf(db: Database.Database, id: string): Profile {
  const jobs = db
    .prepare(
      `select kind || coalesce(' ' || json_extract(payload, '$.letter.name') || coalesce(' ' || json_extract(payload, '$.letter.about'), ''), '')
       from jobs where json_extract(payload, '$.letter.submissionId') = @id
         or json_extract(payload, '$.letter.assignmentId') in (select id from assignments where submission_id = @id)
         or coalesce(json_extract(payload, '$.decisionId'), json_extract(payload, '$.letter.decisionId')) in
            (select id from decisions where submission_id = @id)
         or json_extract(payload, '$.publicationId') in (select id from publications where submission_id = @id)`,
    )
    .pluck()
    .all({ id }) as string[];
  const acts = db
    .prepare("select act from history where object = ? and act not like 'letter_%'")
    .pluck()
    .all(id) as string[];
  // News is told apart by the id of what it is about.
  return { jobs: counted(jobs.map((job) => job.replace(/(letter news \w+).*/u, '$1'))), acts: counted(acts) };
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (!BY_CHANCE.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function difference(is: Profile, should: Profile | undefined): { jobs: string[]; acts: string[] } {
  if (should === undefined) return { jobs: [], acts: [] };
  return { jobs: between(is.jobs, should.jobs), acts: between(is.acts, should.acts) };
}

function between(is: ReadonlyMap<string, number>, should: ReadonlyMap<string, number>): string[] {
  const names = [...new Set([...is.keys(), ...should.keys()])];
  const wrong = names.filter((name) => is.get(name) !== should.get(name));
  return wrong.map((name) => `${name}: ${String(is.get(name) ?? 0)} of ${String(should.get(name) ?? 0)}`);
}

/** Letters that are down as sent and arrived nowhere, and jobs that ended without a word of their letter. */
function lettersMissing(db: Database.Database, house: House): number {
  const ended = numberOf(db, "select count(*) from jobs where kind = 'letter' and state = 'done'");
  const known = numberOf(db, 'select count(*) from letters');
  return house.lettersLost() + Math.abs(ended - known);
}

async function verify(house: House): Promise<boolean> {
  const words = ['bin/fieldstone.mjs', 'verify'];
  try {
    const { stdout } = await run(process.execPath, words, { env: { ...process.env, ...house.environment } });
    return stdout.startsWith('All is well');
  } catch {
    return false;
  }
}
