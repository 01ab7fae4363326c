import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../in-transaction.ts';
import { assignments, conflicts, submissions } from '../schema/index.ts';
import { statement } from '../statement.ts';

/** Cases in which the viewer has a part: they are in no list and in no count. */
const ownParts = (reader: Reader) =>
  union(
    reader
      .select({ id: assignments.submissionId })
      .from(assignments)
      .where(eq(assignments.personId, sql.placeholder('viewer'))),
    reader
      .select({ id: conflicts.submissionId })
      .from(conflicts)
      .where(eq(conflicts.personId, sql.placeholder('viewer'))),
  );

/** Placeholders: `module` and `viewer`. A draft is written out, since the index of changes leaves it out. */
export const isListed = (reader: Reader): SQL | undefined =>
  and(
    eq(submissions.module, sql.placeholder('module')),
    sql`${submissions.state} <> 'draft'`,
    notInArray(submissions.id, ownParts(reader)),
  );

/** The states of the cases that are kept from the viewer. */
export const ownCases = statement((reader) =>
  reader
    .select({ state: submissions.state })
    .from(submissions)
    .where(and(eq(submissions.module, sql.placeholder('module')), inArray(submissions.id, ownParts(reader)))),
);
