import { eq } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import { textsIn } from '../domain/module/texts-in.ts';
import { searchable, searchWords } from '../domain/submission/search-words.ts';
import type { Tx } from './in-transaction.ts';
import { insertsInto } from './row-writes.ts';
import { searchNumbers, submissions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

/** The full-text index, which drizzle knows nothing of. It keeps no text, only where each word stands. */
export const caseSearch = sqliteTable('case_search', { number: integer('rowid').notNull(), words: text() });

/** A word of three letters or more also finds longer ones. */
const LETTERS_TO_GO_ON = 3;

/** What the index is asked for words that people typed: for these alone, or for longer ones too. */
export interface Matches {
  readonly whole: string;
  readonly longer: string;
}

/** Undefined when there is no word in what was typed. */
export function matchesFor(typed: string): Matches | undefined {
  const words = searchWords(typed);
  if (words.length === 0) return undefined;
  return {
    whole: words.map((word) => `"${word}"`).join(' '),
    longer: words.map((word) => `"${word}"${word.length < LETTERS_TO_GO_ON ? '' : '*'}`).join(' '),
  };
}

type OfSubmission = Given<{ submissionId: SubmissionId }>;

const formerNumber = statement((tx: Tx, { submissionId }: OfSubmission) =>
  tx
    .delete(searchNumbers)
    .where(eq(searchNumbers.submissionId, submissionId))
    .returning({ number: searchNumbers.number }),
);
const newNumber = statement((tx: Tx, { submissionId }: OfSubmission) =>
  tx.insert(searchNumbers).values({ submissionId }).returning({ number: searchNumbers.number }),
);
const nameOf = statement((tx: Tx, { submissionId }: OfSubmission) =>
  tx.select({ publicId: submissions.publicId }).from(submissions).where(eq(submissions.id, submissionId)),
);

const forgetWords = statement((tx: Tx, { number }: Given<{ number: number }>) =>
  tx.delete(caseSearch).where(eq(caseSearch.number, number)),
);
const insertWords = insertsInto(caseSearch);

/** Makes what was sent the words by which its case is found, and the case the newest of those found. */
export function indexCase(tx: Tx, submissionId: SubmissionId, answers: Answers): void {
  const before = formerNumber(tx).get({ submissionId });
  if (before !== undefined) forgetWords(tx).run({ number: before.number });
  const after = newNumber(tx).get({ submissionId });
  const name = nameOf(tx).get({ submissionId });
  const words = searchable([name?.publicId, ...textsIn(answers)].join(' '));
  insertWords(tx, { number: after.number, words });
}
