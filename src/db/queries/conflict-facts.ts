import { eq } from 'drizzle-orm';
import type { ConflictFacts } from '../../domain/assignment/conflict.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { AnswerValue, Answers } from '../../domain/module/form.ts';
import type { Reader } from '../in-transaction.ts';
import { conflicts } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { sealedAnswers, theVersion } from '../version-store.ts';

const conflictsOf = statement((reader, { submissionId }: Given<{ submissionId: SubmissionId }>) =>
  reader.select().from(conflicts).where(eq(conflicts.submissionId, submissionId)),
);

/** What the case says about who must not review it. Holds contact data: it goes into the comparison and no further. */
export function conflictFacts(reader: Reader, submissionId: SubmissionId, version: number): ConflictFacts {
  const { answers } = theVersion(reader, submissionId, version);
  const sealed = sealedAnswers(reader, submissionId);
  const known = conflictsOf(reader).all({ submissionId });
  return {
    organisation: textIn(answers, 'organisation'),
    contactName: textIn(sealed, 'contact_name'),
    contactEmail: textIn(sealed, 'contact_email'),
    excluded: entriesIn(answers['excluded_reviewers']).map((entry) => ({
      name: textIn(entry, 'name'),
      organisation: textIn(entry, 'organisation'),
    })),
    declared: known
      .filter(({ kind }) => kind !== 'recused')
      .map(({ personId, reason }) => ({ personId, relation: reason })),
    recused: known.filter(({ kind }) => kind === 'recused').map(({ personId, reason }) => ({ personId, reason })),
    coSubmitters: [],
  };
}

function textIn(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}

function entriesIn(value: AnswerValue | undefined): readonly Answers[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Answers => typeof entry === 'object' && entry !== null);
}
