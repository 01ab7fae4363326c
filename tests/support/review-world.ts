import { insertRound } from '../../src/db/round-store.ts';
import { alternates, contacts, people, personRoles } from '../../src/db/schema/index.ts';
import { insertSubmission, findSubmission, type SubmissionRow } from '../../src/db/submission-store.ts';
import { insertVersion } from '../../src/db/version-store.ts';
import type { AssignmentId, PersonId, PublicId, RoundId, SubmissionId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { splitSealed } from '../../src/domain/module/visible-answers.ts';
import type { Role, Staff } from '../../src/domain/people/actor.ts';
import { inviteReviewerTo } from '../../src/usecases/round/invite-reviewer-to.ts';
import { serve, type Browser, type Served } from './browser.ts';
import { examplePractices } from './example-module.ts';
import { makeWorld, MODULE, type World } from './world.ts';

/** A service with one case in review, reviewers who are invited to it, and browsers. */
export interface ReviewWorld {
  readonly world: World;
  readonly served: Served;
  readonly submissionId: SubmissionId;
  readonly roundId: RoundId;
  readonly people: Readonly<Record<'curator' | 'safety' | 'rosa' | 'samir' | 'tala', Staff>>;
  /** Rosa's and Samir's; Tala is the alternate. */
  readonly rosa: AssignmentId;
  readonly samir: AssignmentId;
  /** The path of the link in the letter. */
  link(assignment: AssignmentId, lang?: string): string;
  /** A browser in which the invitation was accepted. */
  accepted(assignment: AssignmentId): Promise<Browser>;
  submission(): SubmissionRow;
  close(): Promise<void>;
}

export async function makeReviewWorld(changes: Answers = {}): Promise<ReviewWorld> {
  const world = await makeWorld();
  const served = await serve(world.app);
  const { write, db, web } = world.service;
  const staff = {
    curator: await addPerson(world, 'curator', 'curator'),
    safety: await addPerson(world, 'safety', 'safety'),
    rosa: await addPerson(world, 'rosa', 'reviewer'),
    samir: await addPerson(world, 'samir', 'reviewer'),
    tala: await addPerson(world, 'tala', 'reviewer'),
  };
  const submissionId = 'case-in-review' as SubmissionId;
  const roundId = 'round-1' as RoundId;
  await addCase(world, submissionId, changes);
  const [rosa, samir] = await write((unit) => {
    const now = world.clock.now().toISOString();
    const round = {
      id: roundId,
      submissionId,
      number: 1,
      version: 1,
      definitionCommit: world.module.commit,
      quorum: 2,
      target: 2,
      openedBy: staff.curator.personId,
      openedAt: now,
      dueAt: now,
      closedAt: null,
    };
    insertRound(unit.tx, round);
    unit.tx.insert(alternates).values({ roundId, personId: staff.tala.personId, rank: 1 }).run();
    const { policy } = world.module;
    return [staff.rosa, staff.samir].map(({ personId }) =>
      inviteReviewerTo(unit, staff.curator, round, { personId }, policy),
    ) as [AssignmentId, AssignmentId];
  });
  const link = (assignment: AssignmentId, lang = 'en') => `/${lang}/invitation/${web.keys.linkFor(assignment)}`;
  return {
    world,
    served,
    submissionId,
    roundId,
    people: staff,
    rosa,
    samir,
    link,
    accepted: async (assignment) => {
      const browser = served.browser();
      await browser.get(link(assignment));
      await browser.submit('/accept', { statement: 'yes' });
      return browser;
    },
    submission: () => {
      const row = findSubmission(db, submissionId);
      if (row === undefined) throw new Error('The case is gone');
      return row;
    },
    close: async () => {
      await served.close();
      world.close();
    },
  };
}

async function addPerson({ service, clock }: World, name: string, ...roles: Role[]): Promise<Staff> {
  const personId = `person-${name}` as PersonId;
  await service.write(({ tx }) => {
    const facts = { languages: ['en'], topics: [], createdAt: clock.now().toISOString() };
    tx.insert(people)
      .values({ ...facts, id: personId, name: `${name} N.`, email: `${name}@${name}.example.org` })
      .run();
    for (const role of roles) tx.insert(personRoles).values({ personId, module: MODULE, role }).run();
  });
  return { kind: 'staff', personId, name, roles: roles.map((role) => ({ module: MODULE, role })) };
}

/** A case in review with the answers of an example practice, and what a test changes in them. */
async function addCase(world: World, id: SubmissionId, changes: Answers): Promise<void> {
  const practice = examplePractices().find((one) => one.id === 'in-mp-womens-help-desks');
  const { sealed, open } = splitSealed(world.module, { ...practice?.answers, ...changes });
  const now = world.clock.now().toISOString();
  const text = (field: string): string => (typeof open[field] === 'string' ? open[field] : '');
  await world.service.write(({ tx }) => {
    insertSubmission(tx, {
      id,
      publicId: 'P-TEST1' as PublicId,
      module: MODULE,
      formHash: 'form',
      receiptHash: 'receipt',
      state: 'in_review',
      stateEnteredAt: now,
      version: 1,
      language: text('language'),
      kind: text('kind'),
      title: text('title'),
      interfaceLanguage: 'en',
      sentAt: now,
      createdAt: now,
      updatedAt: now,
    });
    tx.insert(contacts).values({ submissionId: id, answers: sealed }).run();
    insertVersion(tx, {
      submissionId: id,
      number: 1,
      answers: open,
      definitionCommit: world.module.commit,
      createdAt: now,
    });
  });
}
