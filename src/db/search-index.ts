import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import { textsIn } from '../domain/module/texts-in.ts';
import { searchable, searchWords } from '../domain/submission/search-words.ts';
import type { Tx } from './in-transaction.ts';
import { searchNumbers, submissions } from './schema/index.ts';
import { statement } from './statement.ts';

/** The full-text index, which drizzle knows nothing of. It keeps no text, only where each word stands. */
export const caseSearch = sqliteTable('case_search', { number: integer('rowid').notNull() });

/** A word of three letters or more also finds longer ones. */
const LETTERS_TO_GO_ON = 3;

/** What the index is asked for words that people typed; undefined when there is no word among it. */
export function matchFor(typed: string): string | undefined {
  const words = searchWords(typed).map((word) => `"${word}"${word.length < LETTERS_TO_GO_ON ? '' : '*'}`);
  return words.length === 0 ? undefined : words.join(' ');
}

const formerNumber = statement((tx: Tx) =>
  tx
    .delete(searchNumbers)
    .where(eq(searchNumbers.submissionId, sql.placeholder('submissionId')))
    .returning({ number: searchNumbers.number }),
);
const newNumber = statement((tx: Tx) =>
  tx
    .insert(searchNumbers)
    .values({ submissionId: sql.placeholder('submissionId') })
    .returning({ number: searchNumbers.number }),
);
const nameOf = statement((tx: Tx) =>
  tx
    .select({ publicId: submissions.publicId })
    .from(submissions)
    .where(eq(submissions.id, sql.placeholder('submissionId'))),
);

/** Makes what was sent the words by which its case is found, and the case the newest of those found. */
export function indexCase(tx: Tx, submissionId: SubmissionId, answers: Answers): void {
  const before = formerNumber(tx).get({ submissionId });
  if (before !== undefined) tx.run(sql`delete from case_search where rowid = ${before.number}`);
  const after = newNumber(tx).get({ submissionId });
  const name = nameOf(tx).get({ submissionId });
  const words = searchable([name?.publicId, ...textsIn(answers)].join(' '));
  tx.run(sql`insert into case_search (rowid, words) values (${after.number}, ${words})`);
}
