import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { migrate as drizzlesOwn } from 'drizzle-orm/better-sqlite3/migrator';
import { assignmentsOfRound } from '../../src/db/assignment-store.ts';
import { databaseFaults } from '../../src/db/check-database.ts';
import { verifyHistory } from '../../src/db/history-store.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { DatabaseUnfit, openDatabase, type Db } from '../../src/db/open-database.ts';
import { latestReview } from '../../src/db/review-store.ts';
import { latestRound } from '../../src/db/round-store.ts';
import { caseScores, rounds } from '../../src/db/schema/index.ts';
import { median } from '../../src/domain/review/score.ts';

interface Entry {
  readonly tag: string;
  readonly when: number;
  readonly idx: number;
  readonly version: string;
  readonly breakpoints: boolean;
}
const journal = (JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as { entries: Entry[] }).entries;
const last = journal.at(-1)?.when ?? 0;

const tablesOf = (db: Db): string[] =>
  db.$client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
const rowsOf = (db: Db, table: string): number =>
  db.$client.prepare(`select count(*) from "${table}"`).pluck().get() as number;
const triggersOf = (db: Db): string[] =>
  db.$client.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck().all() as string[];

const schemaOf = (db: Db): string =>
  JSON.stringify(db.$client.prepare('select name, sql from sqlite_master order by name').all());

/** Every table with its columns. */
function columnsOf(db: Db): Map<string, string[]> {
  const names = (table: string) =>
    (db.$client.pragma(`table_info("${table}")`) as { name: string }[]).map((c) => c.name);
  return new Map(tablesOf(db).map((table) => [table, names(table)]));
}

/** What stands in these columns, a sum for each table. */
function sums(db: Db, columns: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  const sum = (table: string, names: readonly string[]): string => {
    const list = names.map((name) => `"${name}"`).join(', ');
    const rows = db.$client.prepare(`select ${list} from "${table}" order by ${list}`).raw().all();
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  };
  return Object.fromEntries([...columns].map(([table, names]) => [table, sum(table, names)]));
}

/** As drizzle-kit writes it when a column changes; its runner has opened a transaction before the first line. */
function recreationOf(db: Db, table: string): string[] {
  const inMaster = (type: string) =>
    db.$client
      .prepare('select sql from sqlite_master where type = ? and tbl_name = ? and sql is not null')
      .pluck()
      .all(type, table) as string[];
  const made = (inMaster('table')[0] ?? '')
    .replace(/^(CREATE TABLE )[`"]?\w+[`"]?/u, `$1\`__new_${table}\``)
    .replaceAll(`"${table}".`, `"__new_${table}".`);
  return [
    'PRAGMA foreign_keys=OFF;',
    made,
    `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
    `DROP TABLE \`${table}\`;`,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
    'PRAGMA foreign_keys=ON;',
    ...inMaster('index'),
  ];
}

describe('a database that was filled by an earlier version', () => {
  let place = '';
  let file = '';
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'fieldstone-migrate-'));
    file = path.join(place, 'fieldstone.db');
    // A demonstration of the first version, a row or more in every table.
    writeFileSync(file, brotliDecompressSync(readFileSync('tests/db/stored/0000_start.db.br')));
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
  });

  function inDatabase<T>(work: (db: Db) => T): T {
    const db = openDatabase(file);
    try {
      return work(db);
    } finally {
      db.$client.close();
    }
  }

  /** The migrations of this program and some more, in a folder of their own. */
  function withMore(...more: readonly { tag: string; when: number; sql: readonly string[] }[]): string {
    const folder = path.join(place, `drizzle-${String(more.length)}`);
    cpSync('drizzle', folder, { recursive: true });
    const added = more.map(({ tag, when }) => ({ idx: journal.length, version: '6', when, tag, breakpoints: true }));
    for (const { tag, sql } of more)
      writeFileSync(path.join(folder, `${tag}.sql`), sql.join('--> statement-breakpoint\n'));
    mkdirSync(path.join(folder, 'meta'), { recursive: true });
    const entries = [...journal, ...added];
    writeFileSync(
      path.join(folder, 'meta', '_journal.json'),
      JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
    );
    return folder;
  }

  it('has rows in every table', () => {
    inDatabase((db) => {
      for (const table of tablesOf(db)) assert.ok(rowsOf(db, table) > 0, table);
    });
  });

  it('keeps every row and every value, and goes through this version', () => {
    inDatabase((db) => {
      const before = sums(db, columnsOf(db));
      const columns = columnsOf(db);
      const { applied } = migrateDatabase(db);
      assert.equal(applied, journal.length - 1);
      assert.deepEqual(sums(db, columns), before);
      assert.deepEqual(databaseFaults(db), []);
      assert.equal(verifyHistory(db).brokenAt, undefined);
      assert.equal(db.$client.pragma('foreign_keys', { simple: true }), 1);
      assert.equal(migrateDatabase(db).applied, 0);
    });
  });

  /** Every table that others hang on, and the history with its triggers, as the next version might change them. */
  const recreated = ['submissions', 'people', 'rounds', 'assignments', 'history'];
  const nextVersion = (): string =>
    withMore({
      tag: '9000_recreate',
      when: last + 1000,
      sql: statementsOfNext(),
    });

  /** Worked out on a copy that has this version. */
  function statementsOfNext(): string[] {
    const copy = path.join(place, 'copy.db');
    copyFileSync(file, copy);
    const db = openDatabase(copy);
    try {
      migrateDatabase(db);
      return recreated.flatMap((table) => recreationOf(db, table));
    } finally {
      db.$client.close();
    }
  }

  it('loses no row and no trigger when tables are recreated', () => {
    const folder = nextVersion();
    inDatabase((db) => {
      migrateDatabase(db);
      const [before, triggers] = [sums(db, columnsOf(db)), triggersOf(db)];
      assert.ok(triggers.includes('history_is_not_deleted') && triggers.includes('state_counts_update'));
      assert.equal(migrateDatabase(db, folder).applied, 1);
      assert.deepEqual(sums(db, columnsOf(db)), before);
      assert.deepEqual(triggersOf(db), triggers);
      assert.deepEqual(databaseFaults(db), []);
      assert.throws(() => db.$client.exec('delete from history'), /append-only/);
    });
  });

  it('would lose both with the runner that comes with drizzle', (t) => {
    const folder = nextVersion();
    inDatabase((db) => {
      // What hangs on a submission without a cascade would stop the drop; what cascades would not.
      const cascading = ['submissions', 'contacts', 'drafts', 'history'];
      migrateDatabase(db);
      db.$client.pragma('foreign_keys = OFF');
      for (const table of tablesOf(db).filter((one) => !cascading.includes(one) && !one.startsWith('case_search')))
        db.$client.exec(`delete from "${table}"`);
      db.$client.pragma('foreign_keys = ON');
      const [rows, triggers] = [rowsOf(db, 'contacts'), triggersOf(db).length];
      drizzlesOwn(db, { migrationsFolder: folder });
      t.diagnostic(
        `${String(rows - rowsOf(db, 'contacts'))} rows and ${String(triggers - triggersOf(db).length)} triggers lost`,
      );
      assert.equal(rowsOf(db, 'contacts'), 0);
      assert.ok(triggers > 2 && triggersOf(db).length === 0);
      assert.deepEqual(databaseFaults(db), [], 'and nothing would have told');
    });
  });

  it('lets a migration take a trigger away that says so', () => {
    const sql = ['drop trigger `history_is_not_deleted`;', ...inDatabase((db) => recreationOf(db, 'history'))];
    const folder = withMore({ tag: '9000_free', when: last + 1000, sql });
    inDatabase((db) => {
      migrateDatabase(db, folder);
      const names = triggersOf(db);
      assert.ok(names.includes('history_is_not_changed') && !names.includes('history_is_not_deleted'), String(names));
    });
  });

  it('knows what the rounds of before amount to', () => {
    inDatabase((db) => {
      migrateDatabase(db);
      const kept = db.select().from(caseScores).all();
      assert.equal(
        kept.length,
        new Set(
          db
            .select({ id: rounds.submissionId })
            .from(rounds)
            .all()
            .map((r) => r.id),
        ).size,
      );
      for (const row of kept) {
        const places = assignmentsOfRound(db, row.roundId);
        const said = places.flatMap(({ id, label, status }) => {
          const review = status === 'submitted' ? latestReview(db, id) : undefined;
          return review === undefined
            ? []
            : [{ label, recommendation: review.answers.recommendation, total: review.total }];
        });
        const totals = said.flatMap(({ total }) => total ?? []);
        assert.equal(latestRound(db, row.submissionId)?.id, row.roundId);
        assert.deepEqual(row.said, said);
        assert.equal(row.answered, totals.length);
        assert.equal(row.score ?? undefined, median(totals));
        assert.equal(row.spread, totals.length === 0 ? null : Math.max(...totals) - Math.min(...totals));
        assert.equal(row.open, places.filter(({ status }) => status === 'invited' || status === 'accepted').length);
      }
      assert.ok(kept.some(({ answered }) => answered > 1) && kept.some(({ answered, wanted }) => answered < wanted));
    });
  });

  /** Two branches were merged: the second one brings a migration that is older than what ran here already. */
  const lateComer = (): string =>
    withMore(
      { tag: '9000_new', when: last + 2000, sql: ['create table newer (a text) strict;'] },
      { tag: '9001_late', when: last + 1000, sql: ['create table late (a text) strict;'] },
    );
  const first = () => withMore({ tag: '9000_new', when: last + 2000, sql: ['create table newer (a text) strict;'] });

  it('gets a migration that was written before one that it has', () => {
    inDatabase((db) => {
      migrateDatabase(db, first());
      assert.equal(migrateDatabase(db, lateComer()).applied, 1);
      assert.ok(tablesOf(db).includes('late'));
    });
  });

  it('would be left without it, in silence, with the runner that comes with drizzle', () => {
    inDatabase((db) => {
      drizzlesOwn(db, { migrationsFolder: first() });
      drizzlesOwn(db, { migrationsFolder: lateComer() });
      assert.ok(!tablesOf(db).includes('late'));
    });
  });

  it('stays as it was when a statement fails, whichever', (t) => {
    const statements = statementsOfNext();
    const points = statements.length + 1;
    inDatabase((db) => {
      const state = JSON.stringify([sums(db, columnsOf(db)), triggersOf(db)]);
      for (let at = 0; at < points; at += 1) {
        const sql = statements.toSpliced(at, 0, 'select no_such_function();');
        const folder = withMore({ tag: `9000_fails_${String(at)}`, when: last + 1000, sql });
        assert.throws(() => migrateDatabase(db, folder), /no_such_function/);
        assert.equal(JSON.stringify([sums(db, columnsOf(db)), triggersOf(db)]), state, String(at));
      }
      assert.equal(migrateDatabase(db).applied, journal.length - 1);
    });
    t.diagnostic(`${String(points)} points`);
  });

  it(
    'stays as it was, or is the new one, when the process is killed at any statement',
    { timeout: 240_000 },
    async (t) => {
      const statements = statementsOfNext();
      const before = inDatabase((db) => sums(db, columnsOf(db)));
      const columns = inDatabase(columnsOf);
      const step = Math.ceil(statements.length / 8);
      let kills = 0;
      for (let at = 0; at <= statements.length; at += step) {
        const sql = statements.toSpliced(at, 0, 'select die();');
        await killedIn(withMore({ tag: `9000_kills_${String(at)}`, when: last + 1000, sql }));
        kills += 1;
        inDatabase((db) => {
          assert.deepEqual(sums(db, columnsOf(db)), before);
          assert.equal(triggersOf(db).length, 2);
          assert.deepEqual(databaseFaults(db), []);
        });
      }
      inDatabase((db) => {
        migrateDatabase(db);
        assert.deepEqual(sums(db, columns), before);
      });
      t.diagnostic(`${String(kills)} kills`);
    },
  );

  it('would be left half changed by a runner without a transaction', async () => {
    const statements = statementsOfNext();
    inDatabase((db) => migrateDatabase(db));
    const before = inDatabase(schemaOf);
    const sql = statements.toSpliced(5, 0, 'select die();').join('--> statement-breakpoint\n');
    await killedIn(sql, 'for (const one of process.argv[2].split("--> statement-breakpoint")) db.$client.exec(one);');
    assert.notEqual(inDatabase(schemaOf), before);
  });

  /** A process of its own that migrates and dies of the statement `select die()`. */
  async function killedIn(folder: string, runs = 'migrateDatabase(db, process.argv[2]);'): Promise<void> {
    const program = `
      import { openDatabase } from ${JSON.stringify(path.resolve('src/db/open-database.ts'))};
      import { migrateDatabase } from ${JSON.stringify(path.resolve('src/db/migrate.ts'))};
      const db = openDatabase(process.argv[1]);
      db.$client.function('die', () => process.kill(process.pid, 'SIGKILL'));
      ${runs}
    `;
    const words = ['--import', 'tsx', '--input-type=module-typescript', '--eval', program, file, folder];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
  }

  it('is refused by a program that is older than it, and not touched', () => {
    inDatabase((db) => {
      migrateDatabase(db, first());
      const before = sums(db, columnsOf(db));
      assert.throws(
        () => migrateDatabase(db),
        (error: unknown) => {
          assert.ok(error instanceof DatabaseUnfit);
          assert.match(error.message, /newer Fieldstone\. Start that version/);
          return true;
        },
      );
      assert.deepEqual(sums(db, columnsOf(db)), before);
    });
  });

  it('is not left with rows that point at nothing', () => {
    const folder = withMore({ tag: '9000_cuts', when: last + 1000, sql: ['delete from `people`;'] });
    inDatabase((db) => {
      assert.throws(() => migrateDatabase(db, folder), /point at nothing/);
      assert.equal(rowsOf(db, 'people'), 11);
      assert.deepEqual(databaseFaults(db), []);
      assert.equal(db.$client.pragma('foreign_keys', { simple: true }), 1);
    });
  });
});

describe('the list of migrations', () => {
  it('goes forward in time', () => {
    const times = journal.map(({ when }) => when);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
    assert.equal(new Set(times).size, times.length);
  });
});
