import assert from 'node:assert/strict';
import { assignmentsOfSubmission } from '../../src/db/assignment-store.ts';
import { latestPage } from '../../src/db/publication-store.ts';
import { people, submissions } from '../../src/db/schema/index.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { AssignmentId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import type { InterfaceLanguage } from '../../src/i18n/languages.ts';
import { askForSignIn } from '../../src/usecases/account/ask-for-sign-in.ts';
import { requestAssignmentCode } from '../../src/usecases/assignment/request-assignment-code.ts';
import { returnReview } from '../../src/usecases/review/return-review.ts';
import { submitReview } from '../../src/usecases/review/submit-review.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { approvePage } from '../../src/usecases/submission/approve-page.ts';
import { PlayedCase } from './played-case.ts';
import type { World } from './world.ts';

/** Lets the worker look while everybody reads in one language, whatever the steps of the play have noted. */
export async function lookIn({ service }: World, language: InterfaceLanguage): Promise<void> {
  await service.write(({ tx }) => {
    tx.update(people).set({ interfaceLanguage: language }).run();
    tx.update(submissions).set({ interfaceLanguage: language }).run();
  });
  await service.worker.lookNow();
}

/** The assignment of one of the demonstration's reviewers. */
export function assignmentOf(world: World, { stage, played }: PlayedCase, key: string): AssignmentId {
  const all = assignmentsOfSubmission(world.service.db, played.id);
  const row = all.find(({ personId }) => personId === stage.person(key));
  assert.ok(row, `${key} was not invited`);
  return row.id;
}

/** A whole life of a practice in which nearly every kind of letter leaves; the worker looks after every step. */
export async function lifeWithLetters(world: World, language: InterfaceLanguage): Promise<PlayedCase> {
  const life = await PlayedCase.sent(world);
  const { stage, played } = life;
  const submissionId = played.id;
  const [first, second, safety] = [stage.staff('leila'), stage.staff('marta'), stage.staff('ruth')];
  const reviewer = (key: string) =>
    ({ kind: 'reviewer', personId: stage.person(key), assignmentId: assignmentOf(world, life, key) }) as const;
  const pass = (days: number) => () => {
    world.clock.pass({ days });
    return Promise.resolve();
  };
  const steps: (() => Promise<unknown>)[] = [
    () => act.screen(stage, played, first, 0),
    () => act.invite(stage, played, first, ['grace', 'hanna', 'dewi'], 0),
    pass(5),
    () => act.accept(stage, played, 'dewi', 0),
    () => act.review(stage, played, 'grace', 3, 0),
    () => {
      const input = { assignmentId: reviewer('grace').assignmentId, pre: 'a browser' };
      return stage.at(0, (unit) => requestAssignmentCode(unit, input));
    },
    () => {
      const input = { submissionId, assignmentId: reviewer('grace').assignmentId, note: 'Please look at gate 2.' };
      return stage.at(0, (unit) => returnReview(unit, first, input));
    },
    () => stage.at(0, (unit) => submitReview(unit, reviewer('grace'), reviewer('grace'))),
    () => act.review(stage, played, 'hanna', 3, 0),
    // Of dewi nothing more is heard: five days before, late, and given up.
    pass(18),
    pass(20),
    pass(7),
    () => stage.at(0, (unit) => raiseHold(unit, safety, { submissionId, reason: 'A call came in.' })),
    () => stage.at(0, (unit) => liftHold(unit, safety, { submissionId, reason: 'All is well.' })),
    () => act.decide(stage, played, { first, second }, 'accept', 0),
    () => act.offer(stage, played, second, 0),
    () => {
      const page = latestPage(world.service.db, submissionId);
      assert.ok(page);
      const input = { submissionId, number: page.number, pageHash: page.pageHash, agreed: true };
      return stage.at(0, (unit) => approvePage(unit, played.submitter, input));
    },
    () => act.merge(stage, played, first, 0),
    () =>
      stage.at(0, (unit) => {
        askForSignIn(unit, { email: 'leila.haddad@curators.example', pre: 'a browser' });
        return ok('asked');
      }),
  ];
  await lookIn(world, language);
  for (const step of steps) {
    await step();
    await lookIn(world, language);
  }
  return life;
}
