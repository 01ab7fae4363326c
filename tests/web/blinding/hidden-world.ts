import { assignmentsOfSubmission } from '../../../src/db/assignment-store.ts';
import { putConflict } from '../../../src/db/conflict-store.ts';
import * as act from '../../../src/demonstration/steps.ts';
import { practiceAnswers } from '../../../src/demonstration/script.ts';
import type { AssignmentId, PersonId } from '../../../src/domain/ids.ts';
import { emptyReview } from '../../../src/domain/review/review.ts';
import { reviewParts } from '../../../src/domain/review/review-parts.ts';
import { recuse } from '../../../src/usecases/assignment/recuse.ts';
import { addNote } from '../../../src/usecases/cases/add-note.ts';
import { recordDecision } from '../../../src/usecases/decision/record-decision.ts';
import { reviewMark } from '../../../src/usecases/review/review-mark.ts';
import { saveReviewPart } from '../../../src/usecases/review/save-review-part.ts';
import { raiseHold } from '../../../src/usecases/safety/raise-hold.ts';
import { person } from '../../support/desk.ts';
import { PlayedCase } from '../../support/played-case.ts';
import { KeptMail, makeWorld, type World } from '../../support/world.ts';
import { answers, word } from './secrets.ts';

const PRACTICE = 'in-mp-womens-help-desks';

/** Three cases with a secret in every place that somebody must not see, and everybody who might want to. */
export interface HiddenWorld {
  readonly world: World;
  readonly mail: KeptMail;
  /** In review: one reviewer at work, one done, one recused. */
  readonly review: PlayedCase;
  /** Rejected, and the letter has not left. */
  readonly waiting: PlayedCase;
  /** Under a hold. */
  readonly stopped: PlayedCase;
  /** Keys of the script. */
  readonly atWork: string;
  readonly done: string;
  readonly recused: string;
  readonly withAPart: PersonId;
  readonly assignment: (reviewer: string) => AssignmentId;
}

export async function makeHiddenWorld(): Promise<HiddenWorld> {
  const mail = new KeptMail();
  const world = await makeWorld({ mailer: mail });
  const review = await PlayedCase.sent(world, PRACTICE, answers);
  const { stage, curators } = review;
  const [atWork = '', done = '', recused = '', ...others] = stage.script.people
    .filter(({ roles }) => roles.includes('reviewer'))
    .map(({ key }) => key);
  await rename(review, atWork, word('atworkname'));
  await rename(review, done, word('donename'));
  await rename(review, recused, word('leavername'));
  await act.screen(stage, review.played, curators.first, 0);
  await act.invite(stage, review.played, curators.first, [recused, done, atWork], 0);
  const assignment = (key: string): AssignmentId => {
    const rows = assignmentsOfSubmission(world.service.db, review.played.id);
    const found = rows.find(({ personId }) => personId === stage.person(key));
    if (found === undefined) throw new Error(`${key} was not invited`);
    return found.id;
  };
  const leaver = await act.accept(stage, review.played, recused, 0);
  await stage.at(0, (unit) =>
    recuse(unit, leaver, { assignmentId: assignment(recused), conflict: `${word('kinship')} of my family` }),
  );
  Object.assign(stage.script, { comment: word('opinion'), strengths: word('strengths') });
  await act.review(stage, review.played, done, 3, 0);
  await begun(review, atWork, assignment);
  await stage.at(0, (unit) => addNote(unit, curators.first, { submissionId: review.played.id, text: word('note') }));
  const waiting = await decidedUntold(review, others);
  const stopped = await heldCase(review);
  await stage.work();
  const withAPart = await person(world, 'Somebody With A Part', ['curator']);
  await world.service.write(({ tx, clock }) => {
    const at = clock.now().toISOString();
    for (const { played } of [review, waiting, stopped])
      putConflict(tx, { submissionId: played.id, personId: withAPart, kind: 'declared', reason: '', at });
  });
  return { world, mail, review, waiting, stopped, atWork, done, recused, withAPart, assignment };
}

/** The name, address and house of a reviewer, whom the script knows by the new address from then on. */
async function rename({ stage }: PlayedCase, key: string, name: string): Promise<void> {
  const id = stage.person(key);
  const email = `${name}@reviewers.example`;
  await stage.service.write(({ tx }) => {
    tx.run(`update people set name = '${name}', email = '${email}', organisation = '${name}' where id = '${id}'`);
  });
  const known = stage.script.people.find((one) => one.key === key);
  if (known !== undefined) known.email = email;
}

/** A reviewer who has typed something and not sent it. */
async function begun({ stage, played }: PlayedCase, key: string, assignment: (key: string) => AssignmentId) {
  const actor = await act.accept(stage, played, key, 0);
  const part = reviewParts(stage.module.rubric).find(({ kind }) => kind === 'remarks');
  if (part === undefined) throw new Error('The review form has no page for remarks');
  await stage.at(0, (unit) =>
    saveReviewPart(unit, actor, {
      assignmentId: assignment(key),
      part,
      typed: { ...emptyReview, strengths: word('draftcomment') },
      seen: reviewMark(unit.keys, part, emptyReview),
      language: 'en',
    }),
  );
}

async function decidedUntold(first: PlayedCase, others: readonly string[]): Promise<PlayedCase> {
  const title = `A case whose decision is not told ${word('waitingheading')}`;
  const waiting = await first.another('blinding-waiting', { ...practiceAnswers(PRACTICE), title });
  const { stage, curators, played } = waiting;
  Object.assign(stage.script, { comment: 'Plain and useful.', strengths: 'It is plain and useful.' });
  await act.screen(stage, played, curators.first, 0);
  const two = others.slice(0, 2);
  await act.invite(stage, played, curators.first, two, 0);
  for (const key of two) await act.review(stage, played, key, 3, 0);
  await stage.at(0, (unit) =>
    recordDecision(unit, curators.first, {
      submissionId: played.id,
      revision: waiting.submission().revision,
      outcome: 'reject',
      category: 'merit',
      letter: `${word('untoldletter')}: not this time; the reasons stand below, criterion by criterion.`,
      letterLanguage: 'en',
      evidence: undefined,
      departureReason: `${word('departure')} and the reasons for which it is left, at some length, for the staff.`,
      overrideReason: '',
      requests: [],
    }),
  );
  return waiting;
}

async function heldCase(first: PlayedCase): Promise<PlayedCase> {
  const title = `A case that was stopped ${word('stoppedheading')}`;
  const stopped = await first.another('blinding-stopped', { ...practiceAnswers(PRACTICE), title });
  const { stage, played } = stopped;
  await stage.at(0, (unit) =>
    raiseHold(unit, stage.staff('ruth'), { submissionId: played.id, reason: `${word('holdreason')} was seen` }),
  );
  return stopped;
}
