import { runningAssignments, waitingForSubmitters } from '../db/queries/clock-facts.ts';
import { agingDrafts, clearDraft } from '../usecases/reminders/clear-draft.ts';
import { expireInvitation, isLapsed } from '../usecases/reminders/expire-invitation.ts';
import { isLost, releaseLostPlace } from '../usecases/reminders/release-lost-place.ts';
import { remindReviewer, reviewersReminder } from '../usecases/reminders/remind-reviewer.ts';
import { remindSubmitter, submittersReminder } from '../usecases/reminders/remind-submitter.ts';
import { brokenPromises, tellOverdue } from '../usecases/reminders/tell-overdue.ts';
import { inTurns } from './in-turns.ts';
import type { WorkerDeps } from './worker-deps.ts';

/** Invitations that were not answered and places that were lost go to the next; each in a transaction of its own. */
export async function movePlaces({ db, write, clock }: WorkerDeps): Promise<void> {
  const all = runningAssignments(db);
  for await (const id of inTurns(all))
    if (isLapsed(db, id, clock.now())) await write((unit) => expireInvitation(unit, id));
  for await (const id of inTurns(all))
    if (isLost(db, id, clock.now())) await write((unit) => releaseLostPlace(unit, id));
}

/** Reviewers are reminded of what waits for them. */
export async function remindReviewers({ db, write, clock }: WorkerDeps): Promise<void> {
  for await (const id of inTurns(runningAssignments(db))) {
    if (reviewersReminder(db, id, clock.now()) === undefined) continue;
    await write((unit) => remindReviewer(unit, id));
  }
}

/** Submitters are reminded of what waits for their answer. */
export async function remindSubmitters({ db, write, clock }: WorkerDeps): Promise<void> {
  for await (const row of inTurns(waitingForSubmitters(db))) {
    if (submittersReminder(db, row, clock.now()) === undefined) continue;
    await write((unit) => remindSubmitter(unit, row.id));
  }
}

/** Curators are told of promises that were not kept. */
export async function tellOfBrokenPromises({ db, write, clock, registry }: WorkerDeps): Promise<void> {
  for (const module of registry.all()) {
    for await (const found of inTurns(brokenPromises(db, module, clock.now()))) {
      for (const broken of found) {
        await write((unit) => {
          tellOverdue(unit, broken);
        });
      }
    }
  }
}

/** Writers of forgotten drafts are warned; a month later the drafts are deleted. */
export async function clearDrafts({ db, write, clock, registry }: WorkerDeps): Promise<void> {
  for (const module of registry.all()) {
    for await (const aging of inTurns(agingDrafts(db, module, clock.now()))) {
      await write((unit) => {
        clearDraft(unit, aging);
      });
    }
  }
}
