import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretKeys } from '../../src/adapters/keys/secret-keys.ts';
import { systemRandom } from '../../src/adapters/random/system-random.ts';
import { insertAssignment, moveAssignmentRow, findAssignment } from '../../src/db/assignment-store.ts';
import { keepDefinition } from '../../src/db/definition-store.ts';
import { inTransaction } from '../../src/db/in-transaction.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { closeDatabase, openDatabase, type Db } from '../../src/db/open-database.ts';
import { insertRound } from '../../src/db/round-store.ts';
import { contacts, people, personRoles, reviews, screenings } from '../../src/db/schema/index.ts';
import { findSubmission, insertSubmission, type SubmissionRow } from '../../src/db/submission-store.ts';
import { insertVersion } from '../../src/db/version-store.ts';
import type { AssignmentId, PersonId, PublicId, RoundId, SubmissionId } from '../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { splitSealed } from '../../src/domain/module/visible-answers.ts';
import type { Role, Staff } from '../../src/domain/people/actor.ts';
import type { ReviewAnswers } from '../../src/domain/review/review.ts';
import { total } from '../../src/domain/review/score.ts';
import type { Unit } from '../../src/usecases/unit.ts';
import { exampleModule, examplePractices } from './example-module.ts';
import { TestClock } from './test-clock.ts';

/** A real database with the example module, and cases put straight into the state that a test begins in. */
export class CaseWorld {
  readonly module: ModuleDefinition;
  readonly clock: TestClock;
  readonly db: Db;
  readonly #folder: string | undefined;
  readonly #keys = secretKeys(Buffer.alloc(32, 7));
  #made = 0;

  /** On the database of a whole service, or on one of its own. */
  constructor(within?: { readonly service: { readonly db: Db }; readonly module: ModuleDefinition; clock: TestClock }) {
    this.module = within?.module ?? exampleModule();
    this.clock = within?.clock ?? new TestClock();
    this.#folder = within === undefined ? mkdtempSync(path.join(tmpdir(), 'fieldstone-case-')) : undefined;
    this.db = within?.service.db ?? openDatabase(path.join(this.#folder ?? '', 'fieldstone.db'));
    if (within !== undefined) return;
    migrateDatabase(this.db);
    this.do(({ tx }) => {
      keepDefinition(tx, this.module, this.#now());
    });
  }

  do<T>(work: (unit: Unit) => T): T {
    const modules = { current: (id: string) => (id === this.module.id ? this.module : undefined) };
    return inTransaction(
      this.db,
      (tx) => work({ tx, clock: this.clock, random: systemRandom, keys: this.#keys, modules }) as never,
    );
  }

  close(): void {
    if (this.#folder === undefined) return;
    closeDatabase(this.db);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  person(name: string, ...roles: Role[]): Staff {
    const personId = `person-${name}` as PersonId;
    this.do(({ tx }) => {
      const facts = { languages: ['en'], topics: [], createdAt: this.#now() };
      tx.insert(people)
        .values({ ...facts, id: personId, name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` })
        .run();
      for (const role of roles) tx.insert(personRoles).values({ personId, module: this.module.id, role }).run();
    });
    return { kind: 'staff', personId, name, roles: roles.map((role) => ({ module: this.module.id, role })) };
  }

  /** A case in screening, sent with the answers of one of the example practices. */
  sent(practice = 'in-mp-womens-help-desks', changes: Answers = {}): SubmissionId {
    this.#made += 1;
    const id = `submission-${String(this.#made)}` as SubmissionId;
    const found = examplePractices().find((one) => one.id === practice);
    if (found === undefined) throw new Error(`There is no practice ${practice}`);
    const { sealed, open } = splitSealed(this.module, { ...found.answers, ...changes });
    this.do(({ tx }) => {
      insertSubmission(tx, this.#row(id, open));
      tx.insert(contacts).values({ submissionId: id, answers: sealed }).run();
      const definitionCommit = this.module.commit;
      insertVersion(tx, { submissionId: id, number: 1, answers: open, definitionCommit, createdAt: this.#now() });
    });
    return id;
  }

  #row(id: SubmissionId, answers: Answers): Parameters<typeof insertSubmission>[1] {
    const text = (field: string): string => (typeof answers[field] === 'string' ? answers[field] : '');
    return {
      id,
      publicId: `P-T${String(this.#made).padStart(4, '0')}` as PublicId,
      module: this.module.id,
      formHash: `form-${id}`,
      receiptHash: `receipt-${id}`,
      state: 'screening',
      stateEnteredAt: this.#now(),
      version: 1,
      language: text('language'),
      kind: text('kind'),
      title: text('title'),
      interfaceLanguage: 'en',
      sentAt: this.#now(),
      createdAt: this.#now(),
      updatedAt: this.#now(),
    };
  }

  /** The same case in review, screened by `curator`, with a submitted review of each reviewer. */
  reviewed(id: SubmissionId, curator: Staff, given: readonly { by: Staff; review: ReviewAnswers }[]): RoundId {
    const roundId = `round-${id}` as RoundId;
    this.do(({ tx }) => {
      const gates = Object.fromEntries(this.module.rubric.gates.map((gate) => [gate.id, 'pass' as const]));
      const by = curator.personId;
      tx.insert(screenings)
        .values({ submissionId: id, version: 1, gates, readForNames: true, by, at: this.#now() })
        .run();
      insertRound(tx, {
        id: roundId,
        submissionId: id,
        number: 1,
        version: 1,
        definitionCommit: this.module.commit,
        quorum: 2,
        target: 2,
        openedBy: by,
        openedAt: this.#now(),
        dueAt: this.#now(),
      });
      tx.run(`update submissions set state = 'in_review' where id = '${id}'`);
    });
    for (const [index, { by, review }] of given.entries()) this.review(id, roundId, by, review, 'ABCDE'[index] ?? 'Z');
    return roundId;
  }

  review(id: SubmissionId, roundId: RoundId, by: Staff, review: ReviewAnswers, label: string): AssignmentId {
    const assignmentId = `assignment-${id}-${by.personId}` as AssignmentId;
    this.do(({ tx }) => {
      insertAssignment(tx, {
        id: assignmentId,
        roundId,
        submissionId: id,
        personId: by.personId,
        label,
        status: 'accepted',
        linkHash: `link-${assignmentId}`,
        invitedAt: this.#now(),
        respondBy: this.#now(),
      });
      const row = findAssignment(tx, assignmentId);
      if (row === undefined) throw new Error('The assignment was not written');
      moveAssignmentRow(tx, row, { status: 'submitted', submittedAt: this.clock.now() }, this.clock.now());
      const points = total(this.module.rubric, review.scores);
      tx.insert(reviews)
        .values({ assignmentId, number: 1, answers: review, total: points ?? null, submittedAt: this.#now() })
        .run();
    });
    return assignmentId;
  }

  submission(id: SubmissionId): SubmissionRow {
    const row = findSubmission(this.db, id);
    if (row === undefined) throw new Error(`${id} is gone`);
    return row;
  }

  #now(): string {
    return this.clock.now().toISOString();
  }
}
