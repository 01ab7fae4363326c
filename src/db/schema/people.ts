import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AssignmentId, ModuleId, PersonId, SubmissionId } from '../../domain/ids.ts';
import type { Role } from '../../domain/people/actor.ts';

export const people = sqliteTable('people', {
  id: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  /** Lower case; one person, one address. */
  email: text().notNull().unique(),
  organisation: text().notNull().default(''),
  country: text().notNull().default(''),
  languages: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Codes of the form's approaches and institutions that this person knows. */
  topics: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** The language in which they last read the service: letters come in it. */
  interfaceLanguage: text('interface_language').notNull().default('en'),
  createdAt: text('created_at').notNull(),
  disabledAt: text('disabled_at'),
});

export const personRoles = sqliteTable(
  'person_roles',
  {
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    module: text().$type<ModuleId>().notNull(),
    role: text().$type<Role>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.module, t.role, t.personId] }),
    check('known_role', sql`${t.role} in ('reviewer', 'curator', 'safety', 'admin')`),
  ],
);

/** Links and codes that prove an address, hashed. `pre_hash` binds a sign-in to the browser that asked for it. */
export const signInRequests = sqliteTable(
  'sign_in_requests',
  {
    hash: text().primaryKey(),
    codeHash: text('code_hash').notNull(),
    preHash: text('pre_hash'),
    /** Missing for an unknown address: the same work is done, no letter leaves. */
    personId: text('person_id')
      .$type<PersonId>()
      .references(() => people.id),
    purpose: text().$type<'sign_in' | 'operator' | 'assignment'>().notNull(),
    assignmentId: text('assignment_id').$type<AssignmentId>(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
    tries: integer().notNull().default(0),
  },
  (t) => [
    index('sign_in_requests_by_browser').on(t.preHash),
    check('known_purpose', sql`${t.purpose} in ('sign_in', 'operator', 'assignment')`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    hash: text().primaryKey(),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
    seenAt: text('seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('sessions_by_person').on(t.personId)],
);

/** A browser in which a receipt was made or typed. The receipt is sealed with a key that only the cookie gives. */
export const submitterSessions = sqliteTable(
  'submitter_sessions',
  {
    hash: text().primaryKey(),
    submissionId: text('submission_id').$type<SubmissionId>().notNull(),
    sealedReceipt: text('sealed_receipt').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('submitter_sessions_by_submission').on(t.submissionId)],
);
