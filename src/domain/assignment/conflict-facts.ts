import type { PersonId } from '../ids.ts';
import type { AnswerValue, Answers } from '../module/form.ts';
import type { ConflictFacts } from './conflict.ts';

/** A conflict that was written down. */
export interface KnownConflict {
  readonly personId: PersonId;
  readonly kind: string;
  readonly reason: string;
}

/** What the answers of a case say about who must not review it, with the conflicts that are known of it. */
export function conflictFactsIn(answers: Answers, sealed: Answers, known: readonly KnownConflict[]): ConflictFacts {
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
