import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Which repository on a forge a name of the configuration led to, so that another one of that name is noticed. */
export const repositories = sqliteTable('repositories', {
  /** As `github:<owner>/<name>`. */
  key: text().primaryKey(),
  /** The number that the forge has given it, which stays when somebody renames it. */
  number: integer().notNull(),
  /** The tip of its default branch as it was last seen. */
  head: text().notNull(),
});
