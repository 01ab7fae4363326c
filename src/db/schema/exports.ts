import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ExportAnswer, ExportFormat, ExportScope } from '../../domain/export/export.ts';
import type { ExportId, ModuleId, PersonId } from '../../domain/ids.ts';
import { people } from './people.ts';

/** Who asked for a file of all cases and why, who answered, and whether it was downloaded. Kept for ever. */
export const caseExports = sqliteTable(
  'case_exports',
  {
    id: text().$type<ExportId>().primaryKey(),
    module: text().$type<ModuleId>().notNull(),
    scope: text().$type<ExportScope>().notNull(),
    format: text().$type<ExportFormat>().notNull(),
    reason: text().notNull(),
    askedBy: text('asked_by')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    askedAt: text('asked_at').notNull(),
    answer: text().$type<ExportAnswer['kind']>(),
    answeredBy: text('answered_by')
      .$type<PersonId>()
      .references(() => people.id),
    answeredAt: text('answered_at'),
    /** Why it was refused; whoever asked reads it. */
    answerReason: text('answer_reason'),
    downloads: integer().notNull().default(0),
    /** The last time. */
    downloadedAt: text('downloaded_at'),
  },
  (t) => [
    index('case_exports_by_module').on(t.module, t.askedAt, t.id),
    index('case_exports_by_person').on(t.askedBy, t.askedAt),
    index('case_exports_waiting')
      .on(t.module, t.askedAt)
      .where(sql`answer is null`),
    check('known_export', sql`${t.scope} in ('cases', 'reviews') and ${t.format} in ('csv', 'jsonl')`),
    check('export_has_reason', sql`length(${t.reason}) >= 20`),
    check('known_export_answer', sql`${t.answer} is null or ${t.answer} in ('approved', 'refused')`),
    check(
      'export_answered_whole',
      sql`(${t.answer} is null) = (${t.answeredBy} is null) and (${t.answer} is null) = (${t.answeredAt} is null)`,
    ),
    check('another_person_answers', sql`${t.answeredBy} is null or ${t.answeredBy} <> ${t.askedBy}`),
    check('export_refused_with_reason', sql`coalesce(${t.answer}, '') <> 'refused' or length(${t.answerReason}) > 0`),
    check('downloaded_when_approved', sql`${t.downloads} = 0 or coalesce(${t.answer}, '') = 'approved'`),
  ],
);
