import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Export } from '../../domain/export/export.ts';
import type { AssignmentId, DecisionId, ExportId, ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import type { RoleInModule } from '../../domain/people/actor.ts';
import type { SubmissionState } from '../../domain/submission/state.ts';
import type { Reader } from '../in-transaction.ts';
import { findExport, toExport } from '../export-store.ts';
import { findPerson, rolesOf } from '../person-store.ts';
import { assignments, decisions, letters, signInRequests, submissions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { sealedAnswers } from '../version-store.ts';
import { bouncedOn } from './bounced-contacts.ts';

const ofKey = statement((reader, { key }: Given<{ key: string }>) =>
  reader.select({ outcome: letters.outcome }).from(letters).where(eq(letters.key, key)),
);

/** Whether a letter left, or was found never to leave; undefined while it waits. */
export function letterOutcome(reader: Reader, key: string): (typeof letters.$inferSelect)['outcome'] | undefined {
  return ofKey(reader).get({ key })?.outcome;
}

/** What a letter may know of a case. */
export interface LetterCase {
  readonly id: SubmissionId;
  readonly publicId: string;
  readonly module: ModuleId;
  readonly state: SubmissionState;
  readonly held: boolean;
  readonly interfaceLanguage: string;
}

const caseById = statement((reader, { id }: Given<{ id: SubmissionId }>) => {
  const { publicId, module, state, held, interfaceLanguage } = submissions;
  return reader
    .select({ id: submissions.id, publicId, module, state, held, interfaceLanguage })
    .from(submissions)
    .where(eq(submissions.id, id));
});

export function letterCase(reader: Reader, id: SubmissionId): LetterCase | undefined {
  return caseById(reader).get({ id });
}

const ofAssignment = statement((reader, { id }: Given<{ id: AssignmentId }>) =>
  reader.select({ submissionId: assignments.submissionId }).from(assignments).where(eq(assignments.id, id)),
);

/** The case that an assignment belongs to. */
export function caseOfAssignment(reader: Reader, id: AssignmentId): LetterCase | undefined {
  const row = ofAssignment(reader).get({ id });
  return row && letterCase(reader, row.submissionId);
}

/**
 * Where a submitter wants to be written to; undefined for those who look for news themselves, and once the address was
 * refused for good.
 */
export function submittersAddress(reader: Reader, id: SubmissionId): string | undefined {
  const sealed = sealedAnswers(reader, id);
  const address = sealed[knownFields.contactEmail];
  if (sealed[knownFields.contactChannel] !== 'email' || typeof address !== 'string') return undefined;
  if (bouncedOn(reader, id) !== undefined) return undefined;
  return address.trim() === '' ? undefined : address.trim();
}

export interface LetterPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly RoleInModule[];
}

/** Somebody with an account; nobody writes to one that was closed. */
export function letterPerson(reader: Reader, id: PersonId): LetterPerson | undefined {
  const row = findPerson(reader, id);
  if (row?.disabledAt !== null) return undefined;
  const { name, email, interfaceLanguage } = row;
  return { id, name, email, language: interfaceLanguage, roles: rolesOf(reader, id) };
}

const goodRequest = statement((reader, { hash, now }: Given<{ hash: string; now: string }>) =>
  reader
    .select({ createdAt: signInRequests.createdAt, expiresAt: signInRequests.expiresAt })
    .from(signInRequests)
    .where(and(eq(signInRequests.hash, hash), isNull(signInRequests.usedAt), gt(signInRequests.expiresAt, now))),
);

/** For how many minutes a link or code was made, while it is still good; undefined when it is used up or over. */
export function minutesOfRequest(reader: Reader, hash: string, now: Date): number | undefined {
  const row = goodRequest(reader).get({ hash, now: now.toISOString() });
  return row && Math.round((Date.parse(row.expiresAt) - Date.parse(row.createdAt)) / 60_000);
}

const decisionById = statement((reader, { id }: Given<{ id: DecisionId }>) =>
  reader
    .select({
      submissionId: decisions.submissionId,
      needsSecond: decisions.needsSecond,
      secondAt: decisions.secondAt,
      undoneAt: decisions.undoneAt,
    })
    .from(decisions)
    .where(eq(decisions.id, id)),
);

/** A decision as letters about it need it: is it still in force, does it wait for its second person? */
export function letterDecision(
  reader: Reader,
  id: DecisionId,
): { submissionId: SubmissionId; undone: boolean; awaitsSecond: boolean } | undefined {
  const row = decisionById(reader).get({ id });
  if (row === undefined) return undefined;
  const undone = row.undoneAt !== null;
  return { submissionId: row.submissionId, undone, awaitsSecond: row.needsSecond && row.secondAt === null && !undone };
}

/** A file of all cases as letters about it need it. */
export function letterExport(reader: Reader, module: ModuleId, id: ExportId): Export | undefined {
  const row = findExport(reader, module, id);
  return row && toExport(row);
}
