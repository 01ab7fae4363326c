import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ModuleId, SubmissionId } from '../../domain/ids.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import { submissions } from './submissions.ts';

/** How many submissions a module has in each state. Triggers keep it, in the transaction that changes a state. */
export const stateCounts = sqliteTable(
  'state_counts',
  {
    module: text().$type<ModuleId>().notNull(),
    state: text().$type<SubmissionState>().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.module, t.state] }), check('counted', sql`${t.count} >= 0`)],
);

/** Under which number the words of a submission stand in the search index; the newest sent has the highest. */
export const searchNumbers = sqliteTable('search_numbers', {
  number: integer().primaryKey({ autoIncrement: true }),
  submissionId: text('submission_id')
    .$type<SubmissionId>()
    .notNull()
    .unique()
    .references(() => submissions.id),
});
