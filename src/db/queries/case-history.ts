import { asc, desc, eq } from 'drizzle-orm';
import type { SubmissionId } from '../../domain/ids.ts';
import { historyOf } from '../history-store.ts';
import type { Reader } from '../in-transaction.ts';
import { letters, notes, people } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { namesOf } from './names-of.ts';

type OfSubmission = Given<{ submissionId: SubmissionId }>;

/** What happened to a case, oldest first, with the names of those who did it. For staff. */
export function caseHistory(reader: Reader, submissionId: SubmissionId) {
  const rows = historyOf(reader, submissionId);
  const ids = rows.flatMap(({ actor, body }) => [personIn(actor), personIn(`person:${String(body['person'] ?? '')}`)]);
  const names = namesOf(
    reader,
    ids.filter((id) => id !== undefined),
  );
  return rows.map((row) => {
    const [kind = ''] = row.actor.split(':');
    const about = names.get(personIn(`person:${String(row.body['person'] ?? '')}`) ?? '');
    return { ...row, kind, name: names.get(personIn(row.actor) ?? ''), about };
  });
}

const personIn = (actor: string): string | undefined =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : undefined;

const lettersOf = statement((reader, { submissionId }: OfSubmission) =>
  reader
    .select({ name: letters.name, outcome: letters.outcome, at: letters.at, to: people.name })
    .from(letters)
    .leftJoin(people, eq(people.id, letters.personId))
    .where(eq(letters.submissionId, submissionId))
    .orderBy(asc(letters.at)),
);

/** The letters of a case that left, or never will; newest last. */
export function caseLetters(reader: Reader, submissionId: SubmissionId) {
  return lettersOf(reader).all({ submissionId });
}

export interface WrittenNote {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

const writtenNotes = statement((reader, { submissionId }: OfSubmission) =>
  reader
    .select({ at: notes.at, by: people.name, text: notes.text })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.by))
    .where(eq(notes.submissionId, submissionId))
    .orderBy(desc(notes.at), desc(notes.id)),
);

/** Notes of a case with their writers' names, newest first. */
export function notesOf(reader: Reader, submissionId: SubmissionId): WrittenNote[] {
  return writtenNotes(reader).all({ submissionId });
}
