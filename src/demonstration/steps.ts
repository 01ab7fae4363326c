import { latestRound } from '../db/round-store.ts';
import { assignmentsOfRound } from '../db/assignment-store.ts';
import { findReviewDraft } from '../db/review-store.ts';
import { latestPage, latestPublication } from '../db/publication-store.ts';
import { rulingDecision } from '../db/queries/shown-state.ts';
import { findSubmission, type SubmissionRow } from '../db/submission-store.ts';
import { theVersion } from '../db/version-store.ts';
import type { SubmissionId } from '../domain/ids.ts';
import type { Answers } from '../domain/module/form.ts';
import type { Actor, Staff } from '../domain/people/actor.ts';
import { ok } from '../domain/result.ts';
import { suggestEvidence } from '../domain/review/evidence.ts';
import { prefillGates } from '../domain/review/prefill-gates.ts';
import { reviewParts } from '../domain/review/review-parts.ts';
import { emptyReview, type Points } from '../domain/review/review.ts';
import { isInterfaceLanguage, type InterfaceLanguage } from '../i18n/languages.ts';
import { acceptInvitation } from '../usecases/assignment/accept-invitation.ts';
import { recordDecision } from '../usecases/decision/record-decision.ts';
import { secondDecision } from '../usecases/decision/second-decision.ts';
import { sendDecisionNow } from '../usecases/decision/send-decision-now.ts';
import { askMerge } from '../usecases/publication/ask-forge.ts';
import { offerPage } from '../usecases/publication/offer-page.ts';
import { reviewMark } from '../usecases/review/review-mark.ts';
import { saveReviewPart } from '../usecases/review/save-review-part.ts';
import { submitReview } from '../usecases/review/submit-review.ts';
import { openRound } from '../usecases/round/open-round.ts';
import { liftHold } from '../usecases/safety/lift-hold.ts';
import { saveScreening } from '../usecases/screening/save-screening.ts';
import { sendSubmission } from '../usecases/submission/send-submission.ts';
import { startDraft } from '../usecases/submission/start-draft.ts';
import { madeUpReview } from './made-up-review.ts';
import type { Stage } from './stage.ts';

/** A case on the stage: its id, its receipt, and the submitter as an actor. */
export interface Played {
  readonly id: SubmissionId;
  readonly receipt: string;
  readonly submitter: Actor;
  readonly answers: Answers;
}

/** The language in which a submitter uses the service: the one they write in, where the interface speaks it. */
function spokenBy(answers: Answers): InterfaceLanguage {
  const { language } = answers;
  return typeof language === 'string' && isInterfaceLanguage(language) ? language : 'en';
}

export async function write(stage: Stage, formId: string, answers: Answers, daysAgo: number): Promise<Played> {
  const { module } = stage;
  const token = `demonstration-${formId}`;
  const { fields } = module.form;
  const draft = await stage.at(daysAgo, (unit) =>
    startDraft(unit, {
      definition: module,
      fields,
      typed: answers,
      seen: undefined,
      interfaceLanguage: spokenBy(answers),
      formId,
      token,
    }),
  );
  const submitter = { kind: 'submitter', submissionId: draft.submissionId } as const;
  return { id: draft.submissionId, receipt: draft.receipt, submitter, answers };
}

export async function send(stage: Stage, played: Played, daysAgo: number): Promise<void> {
  const confirmations = Object.fromEntries(
    stage.module.form.confirmations.map((id) => [id, played.answers[id] ?? true]),
  );
  await stage.at(daysAgo, (unit) =>
    sendSubmission(unit, played.submitter, {
      submissionId: played.id,
      confirmations,
      checked: true,
      receipt: played.receipt,
      interfaceLanguage: spokenBy(played.answers),
    }),
  );
}

export const lift = (stage: Stage, { id }: Played, daysAgo: number): Promise<unknown> =>
  stage.at(daysAgo, (unit) =>
    liftHold(unit, stage.staff('ruth'), { submissionId: id, reason: stage.script.holdLifted }),
  );

export async function screen(stage: Stage, { id }: Played, by: Staff, daysAgo: number): Promise<void> {
  const { version } = seen(stage, id);
  const { answers } = theVersion(stage.service.db, id, version);
  const prefilled = prefillGates(stage.module.rubric, answers);
  // Safety has looked at a case whose hold was lifted; the curator then passes the gates that had stopped it.
  const gates = Object.fromEntries(Object.keys(prefilled).map((gate) => [gate, 'pass' as const]));
  await stage.at(daysAgo, (unit) =>
    saveScreening(unit, by, { submissionId: id, version, gates, readForNames: true, note: '' }),
  );
}

export const invite = (
  stage: Stage,
  { id }: Played,
  by: Staff,
  reviewers: readonly string[],
  daysAgo: number,
): Promise<unknown> =>
  stage.at(daysAgo, (unit) =>
    openRound(unit, by, {
      submissionId: id,
      revision: seen(stage, id).revision,
      reviewers: reviewers.map((key) => ({ personId: stage.person(key), overrideReason: '' })),
    }),
  );

export async function accept(stage: Stage, played: Played, reviewer: string, daysAgo: number): Promise<Actor> {
  const personId = stage.person(reviewer);
  const round = latestRound(stage.service.db, played.id);
  const row = round && assignmentsOfRound(stage.service.db, round.id).find((one) => one.personId === personId);
  if (row === undefined) throw new Error(`${reviewer} was not invited`);
  const actor = { kind: 'reviewer', personId, assignmentId: row.id } as const;
  const browser = `demonstration-${reviewer}`;
  await stage.at(daysAgo, (unit) =>
    acceptInvitation(unit, actor, { assignmentId: row.id, statement: true, browser, language: 'en' }),
  );
  return actor;
}

export async function review(
  stage: Stage,
  played: Played,
  reviewer: string,
  points: Points,
  daysAgo: number,
): Promise<void> {
  const actor = await accept(stage, played, reviewer, daysAgo + 4);
  if (actor.kind !== 'reviewer') return;
  const { assignmentId } = actor;
  const typed = madeUpReview(stage, played.answers, points);
  for (const part of reviewParts(stage.module.rubric)) {
    await stage.at(daysAgo + 1, (unit) => {
      const stored = findReviewDraft(unit.tx, assignmentId)?.answers ?? emptyReview;
      return saveReviewPart(unit, actor, {
        assignmentId,
        part,
        typed,
        seen: reviewMark(unit.keys, part, stored),
        language: 'en',
      });
    });
  }
  await stage.at(daysAgo, (unit) => submitReview(unit, actor, { assignmentId }));
}

export async function decide(
  stage: Stage,
  { id, answers }: Played,
  by: { first: Staff; second: Staff },
  outcome: 'accept' | 'revise' | 'reject',
  daysAgo: number,
): Promise<void> {
  const language = typeof answers['language'] === 'string' ? answers['language'] : 'en';
  const { script } = stage;
  const letter = script.letters[outcome][language] ?? script.letters[outcome]['en'] ?? '';
  const decided = await stage.at(daysAgo, (unit) =>
    recordDecision(unit, by.first, {
      submissionId: id,
      revision: seen(stage, id).revision,
      outcome,
      category: outcome === 'reject' ? 'duplicate' : 'merit',
      letter,
      letterLanguage: language,
      evidence: outcome === 'accept' ? suggestEvidence(stage.module.rubric, answers) : undefined,
      departureReason: script.departure,
      overrideReason: '',
      requests: outcome === 'revise' ? script.requests : [],
    }),
  );
  if (decided.waits) await stage.at(daysAgo, (unit) => secondDecision(unit, by.second, { decisionId: decided.id }));
  await stage.at(daysAgo, (unit) => {
    const ruling = rulingDecision(unit.tx, id);
    return ruling === undefined ? ok('none') : sendDecisionNow(unit, by.first, { decisionId: ruling.id });
  });
  await stage.work();
}

export const offer = (stage: Stage, { id }: Played, by: Staff, daysAgo: number): Promise<unknown> =>
  stage.at(daysAgo, (unit) => offerPage(unit, by, { submissionId: id, revision: seen(stage, id).revision }));

export async function merge(stage: Stage, { id }: Played, by: Staff, daysAgo: number): Promise<void> {
  const publication = latestPublication(stage.service.db, id);
  const head = publication?.head ?? '';
  await stage.at(daysAgo, (unit) => askMerge(unit, by, { submissionId: id, head }));
  await stage.work();
}

export const offeredPage = (stage: Stage, { id }: Played) => latestPage(stage.service.db, id);

export function seen({ service }: Stage, id: SubmissionId): SubmissionRow {
  const row = findSubmission(service.db, id);
  if (row === undefined) throw new Error(`The case ${id} is gone`);
  return row;
}
