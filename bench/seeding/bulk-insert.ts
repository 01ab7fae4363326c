import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../src/db/open-database.ts';
import * as schema from '../../src/db/schema/index.ts';

const tables = {
  people: schema.people,
  personRoles: schema.personRoles,
  sessions: schema.sessions,
  submissions: schema.submissions,
  drafts: schema.drafts,
  contacts: schema.contacts,
  submitterSessions: schema.submitterSessions,
  screenings: schema.screenings,
  requests: schema.requests,
  rounds: schema.rounds,
  assignments: schema.assignments,
  assignmentBrowsers: schema.assignmentBrowsers,
  reviewDrafts: schema.reviewDrafts,
  reviews: schema.reviews,
  decisions: schema.decisions,
  pages: schema.pages,
  publications: schema.publications,
  caseExports: schema.caseExports,
  jobs: schema.jobs,
  letters: schema.letters,
  history: schema.history,
} as const;

type Tables = typeof tables;
export type TableName = keyof Tables;

/** Puts one row into a table. */
export type Insert = <N extends TableName>(name: N, row: Tables[N]['$inferInsert']) => void;

/** Rows go in through the schema, one prepared statement a table; the caller opens the transactions. */
export function bulkInsert(db: Db): Insert {
  const runs = new Map(Object.entries(tables).map(([name, table]) => [name, prepared(db, table)]));
  return (name, row) => {
    runs.get(name)?.(row);
  };
}

function prepared(db: Db, table: SQLiteTable): (row: object) => void {
  const columns = getTableColumns(table);
  const names = Object.keys(columns);
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const left = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.default ?? null]));
  const statement = db.insert(table).values(values).prepare();
  return (row) => {
    statement.run({ ...left, ...row });
  };
}
