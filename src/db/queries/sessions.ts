import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { PersonId } from '../../domain/ids.ts';
import type { Staff } from '../../domain/people/actor.ts';
import type { Reader } from '../in-transaction.ts';
import { latestIssue } from '../latest-issue.ts';
import { people, personRoles, sessions, submitterSessions } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';

/** Minutes without a request after which a staff session ends. */
export const STAFF_IDLE_MINUTES = 30;

/** A session in use, and when it was last noted to be. */
export interface StaffSession {
  readonly staff: Staff;
  readonly seenAt: Date;
}

type InUse = Given<{ hash: string; now: string; idleSince: string; latest: string }>;

const staffSession = statement((reader, { hash, now, idleSince, latest }: InUse) =>
  reader
    .select({ personId: people.id, name: people.name, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.hash, hash),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, idleSince),
        lte(sessions.createdAt, latest),
        isNull(people.disabledAt),
      ),
    ),
);

const heldRoles = statement((reader, { personId }: Given<{ personId: PersonId }>) =>
  reader
    .select({ module: personRoles.module, role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId)),
);

const submitterSession = statement((reader, { hash, now }: Given<{ hash: string; now: string }>) =>
  reader
    .select({ submissionId: submitterSessions.submissionId, sealedReceipt: submitterSessions.sealedReceipt })
    .from(submitterSessions)
    .where(and(eq(submitterSessions.hash, hash), gt(submitterSessions.expiresAt, now))),
);

/** The person behind a session that is neither idle nor over, with the roles as they are now. */
export function findStaffSession(reader: Reader, hash: string, now: Date): StaffSession | undefined {
  const idleSince = new Date(now.getTime() - STAFF_IDLE_MINUTES * 60_000).toISOString();
  const at = now.toISOString();
  const row = staffSession(reader).get({ hash, now: at, idleSince, latest: latestIssue(at) });
  if (row === undefined) return undefined;
  const roles = heldRoles(reader).all({ personId: row.personId });
  const staff: Staff = { kind: 'staff', personId: row.personId, name: row.name, roles };
  return { staff, seenAt: new Date(row.seenAt) };
}

export function findSubmitterSession(reader: Reader, hash: string, now: Date) {
  return submitterSession(reader).get({ hash, now: now.toISOString() });
}
