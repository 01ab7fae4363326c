import { assignmentsOfRound, type AssignmentRow } from '../../../src/db/assignment-store.ts';
import { latestPage, latestPublication } from '../../../src/db/publication-store.ts';
import { rulingDecision } from '../../../src/db/queries/shown-state.ts';
import { requestsOf } from '../../../src/db/request-store.ts';
import { findReviewDraft } from '../../../src/db/review-store.ts';
import { latestRound } from '../../../src/db/round-store.ts';
import { findSubmission, type SubmissionRow } from '../../../src/db/submission-store.ts';
import { theVersion } from '../../../src/db/version-store.ts';
import type { DecisionId, PublicationId, SubmissionId } from '../../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../../src/domain/module/definition.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import type { Actor, Staff } from '../../../src/domain/people/actor.ts';
import { ok, refuse, type Result } from '../../../src/domain/result.ts';
import { prefillGates } from '../../../src/domain/review/prefill-gates.ts';
import { reviewParts } from '../../../src/domain/review/review-parts.ts';
import { emptyReview, type Points, type ReviewDraft } from '../../../src/domain/review/review.ts';
import { acceptInvitation } from '../../../src/usecases/assignment/accept-invitation.ts';
import { declineInvitation } from '../../../src/usecases/assignment/decline-invitation.ts';
import { recuse } from '../../../src/usecases/assignment/recuse.ts';
import { answerAppeal } from '../../../src/usecases/decision/answer-appeal.ts';
import { recordDecision } from '../../../src/usecases/decision/record-decision.ts';
import { releaseDecision } from '../../../src/usecases/decision/release-decision.ts';
import { secondDecision } from '../../../src/usecases/decision/second-decision.ts';
import { sendDecisionNow } from '../../../src/usecases/decision/send-decision-now.ts';
import { takeBackDecision } from '../../../src/usecases/decision/take-back-decision.ts';
import { askClose, askMerge } from '../../../src/usecases/publication/ask-forge.ts';
import { askTakeDown } from '../../../src/usecases/publication/ask-take-down.ts';
import { offerPage } from '../../../src/usecases/publication/offer-page.ts';
import { prepareChange } from '../../../src/usecases/publication/prepare-change.ts';
import { recordClosing } from '../../../src/usecases/publication/record-closing.ts';
import { recordLanding } from '../../../src/usecases/publication/record-landing.ts';
import { recordOpening } from '../../../src/usecases/publication/record-opening.ts';
import { reviewMark } from '../../../src/usecases/review/review-mark.ts';
import { saveReviewPart } from '../../../src/usecases/review/save-review-part.ts';
import { submitReview } from '../../../src/usecases/review/submit-review.ts';
import { openRound } from '../../../src/usecases/round/open-round.ts';
import { returnReview } from '../../../src/usecases/review/return-review.ts';
import { releaseReviewer } from '../../../src/usecases/round/release-reviewer.ts';
import { liftHold } from '../../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../../src/usecases/safety/raise-hold.ts';
import { askSubmitter } from '../../../src/usecases/screening/ask-submitter.ts';
import { saveScreening } from '../../../src/usecases/screening/save-screening.ts';
import { answerRequests } from '../../../src/usecases/submission/answer-requests.ts';
import { appeal } from '../../../src/usecases/submission/appeal.ts';
import { approvePage } from '../../../src/usecases/submission/approve-page.ts';
import { askPageChange } from '../../../src/usecases/submission/ask-page-change.ts';
import { discardDraft } from '../../../src/usecases/submission/discard-draft.ts';
import { resumeSubmission } from '../../../src/usecases/submission/resume-submission.ts';
import { saveReplies } from '../../../src/usecases/submission/save-replies.ts';
import { sendSubmission } from '../../../src/usecases/submission/send-submission.ts';
import { withdrawSubmission } from '../../../src/usecases/submission/withdraw-submission.ts';
import type { Unit } from '../../../src/usecases/unit.ts';

/** One case, and everybody who may do something to it. */
export interface Scene {
  readonly id: SubmissionId;
  readonly token: string;
  readonly receipt: string;
  readonly module: ModuleDefinition;
  readonly curators: readonly [Staff, Staff];
  readonly safety: Staff;
  readonly reviewers: readonly string[];
  readonly answers: Answers;
  readonly words: string;
  /** As somebody's page had it; left out, as it is. */
  readonly revision?: number;
}

type Done = Result<unknown, { kind: string }>;
/** What is done with what is there now; `who` may be anybody, `n` picks among what there is. */
export type Step = (unit: Unit, scene: Scene, who: Actor, n: number) => Done;

const nothing = refuse({ kind: 'nothing_there' });
const at = ({ tx }: Pick<Unit, 'tx'>, { id }: Scene): SubmissionRow | undefined => findSubmission(tx, id);
const revisionOf = (unit: Unit, scene: Scene): number => scene.revision ?? at(unit, scene)?.revision ?? 0;

const request = (text: string, n: number) => ({
  field: 'summary',
  level: n % 2 === 0 ? ('must' as const) : ('should' as const),
  editorial: false,
  text,
});

const decide =
  (outcome: 'accept' | 'revise' | 'reject'): Step =>
  (unit, scene, who, n) =>
    recordDecision(unit, who, {
      submissionId: scene.id,
      revision: revisionOf(unit, scene),
      outcome,
      category: 'merit',
      letter: scene.words,
      letterLanguage: 'en',
      evidence: outcome === 'accept' ? 'E2' : undefined,
      departureReason: scene.words,
      overrideReason: scene.words,
      requests: outcome === 'revise' ? [request(scene.words, n)] : [],
    });

function assignmentAt(unit: Unit, scene: Scene, n: number): AssignmentRow | undefined {
  const round = latestRound(unit.tx, scene.id);
  const rows = round === undefined ? [] : assignmentsOfRound(unit.tx, round.id);
  return rows[n % Math.max(rows.length, 1)];
}

/** The reviewer of one of the places does it, unless somebody else is meant. */
const atPlace =
  (work: (unit: Unit, scene: Scene, reviewer: Actor, row: AssignmentRow, n: number) => Done): Step =>
  (unit, scene, who, n) => {
    const row = assignmentAt(unit, scene, n);
    if (row === undefined) return nothing;
    const own = { kind: 'reviewer', personId: row.personId, assignmentId: row.id } as const;
    return work(unit, scene, who.kind === 'reviewer' ? own : who, row, n);
  };

const decisionOf =
  (work: (unit: Unit, who: Actor, decisionId: DecisionId) => Done): Step =>
  (unit, scene, who) => {
    const ruling = rulingDecision(unit.tx, scene.id);
    return ruling === undefined ? nothing : work(unit, who, ruling.id);
  };

const publicationOf =
  (work: (unit: Unit, scene: Scene, id: PublicationId, n: number) => Done): Step =>
  (unit, scene, _who, n) => {
    const publication = latestPublication(unit.tx, scene.id);
    return publication === undefined ? nothing : work(unit, scene, publication.id, n);
  };

const pageAnswer = (unit: Unit, scene: Scene) => {
  const page = latestPage(unit.tx, scene.id);
  return { submissionId: scene.id, number: page?.number ?? 0, pageHash: page?.pageHash ?? '' };
};

const sending = (scene: Scene) => ({
  submissionId: scene.id,
  confirmations: Object.fromEntries(scene.module.form.confirmations.map((id) => [id, scene.answers[id] ?? true])),
  checked: true,
  receipt: scene.receipt,
  interfaceLanguage: 'en' as const,
});

function screen(unit: Unit, scene: Scene, who: Actor, verdict: 'pass' | 'unsure'): Done {
  const seen = at(unit, scene);
  if (seen === undefined || seen.version === 0) return nothing;
  const { answers } = theVersion(unit.tx, scene.id, seen.version);
  const gates = Object.fromEntries(
    Object.keys(prefillGates(scene.module.rubric, answers)).map((gate) => [gate, verdict]),
  );
  const input = { submissionId: scene.id, version: seen.version, gates, readForNames: true, note: '' };
  return saveScreening(unit, who, input);
}

function writeReview(unit: Unit, scene: Scene, reviewer: Actor, row: AssignmentRow, n: number): Done {
  const points: Points = ([3, 3, 2, 1] as const)[n % 4] ?? 3;
  const typed = reviewOf(scene.module, scene.words, points);
  for (const part of reviewParts(scene.module.rubric)) {
    const stored = findReviewDraft(unit.tx, row.id)?.answers ?? emptyReview;
    const seen = reviewMark(unit.keys, part, stored);
    const saved = saveReviewPart(unit, reviewer, { assignmentId: row.id, part, typed, seen, language: 'en' });
    if (!saved.ok) return saved;
  }
  return submitReview(unit, reviewer, { assignmentId: row.id });
}

function reviewOf({ rubric }: ModuleDefinition, words: string, points: Points): ReviewDraft {
  return {
    ...emptyReview,
    gates: Object.fromEntries(rubric.gates.map(({ id }) => [id, { verdict: 'pass' as const }])),
    scores: Object.fromEntries(rubric.criteria.map(({ id }) => [id, { kind: 'scored' as const, points }])),
    comments: Object.fromEntries(rubric.criteria.map(({ id }) => [id, words])),
    evidenceLevel: 'E2',
    recommendation: points >= 3 ? 'accept' : points === 2 ? 'revise' : 'reject',
    confidence: 3,
    strengths: words,
    requests: points === 2 ? [request(words, 0)] : [],
  };
}

/** Everything that anybody can do to a case, forge and clock included. */
export const steps = {
  discard: (unit, { id, token }, who) => discardDraft(unit, who, { submissionId: id, token }),
  send: (unit, scene, who) => sendSubmission(unit, who, sending(scene)),
  ask: (unit, scene, who, n) =>
    askSubmitter(unit, who, {
      submissionId: scene.id,
      revision: revisionOf(unit, scene),
      requests: [request(scene.words, n)],
    }),
  answer: (unit, scene, who) => {
    const seen = at(unit, scene);
    const asked = seen === undefined ? [] : requestsOf(unit.tx, scene.id, seen.version);
    const replies = asked.map(({ id }) => ({ requestId: id, kind: 'done' as const, text: scene.words }));
    const kept = saveReplies(unit, who, { submissionId: scene.id, replies });
    return kept.ok ? answerRequests(unit, who, sending(scene)) : kept;
  },
  screen: (unit, scene, who) => screen(unit, scene, who, 'pass'),
  screen_unsure: (unit, scene, who) => screen(unit, scene, who, 'unsure'),
  open_round: (unit, scene, who, n) => {
    const chosen = [0, 1].map((place) => scene.reviewers[(n + place) % scene.reviewers.length] ?? '');
    const reviewers = chosen.map((personId) => ({ personId: personId as never, overrideReason: scene.words }));
    return openRound(unit, who, { submissionId: scene.id, revision: revisionOf(unit, scene), reviewers });
  },
  accept_invitation: atPlace((unit, _scene, who, { id }) =>
    acceptInvitation(unit, who, { assignmentId: id, statement: true, browser: `walk-${id}`, language: 'en' }),
  ),
  decline: atPlace((unit, scene, who, { id }) =>
    declineInvitation(unit, who, { assignmentId: id, reason: scene.words }),
  ),
  recuse: atPlace((unit, scene, who, { id }) => recuse(unit, who, { assignmentId: id, conflict: scene.words })),
  review: atPlace(writeReview),
  release: (unit, scene, who, n) => {
    const row = assignmentAt(unit, scene, n);
    if (row === undefined) return nothing;
    return releaseReviewer(unit, who, { submissionId: scene.id, assignmentId: row.id, reason: scene.words });
  },
  give_back: (unit, scene, who, n) => {
    const row = assignmentAt(unit, scene, n);
    if (row === undefined) return nothing;
    return returnReview(unit, who, { assignmentId: row.id, note: scene.words });
  },
  accept: decide('accept'),
  revise: decide('revise'),
  reject: decide('reject'),
  second: decisionOf((unit, who, decisionId) => secondDecision(unit, who, { decisionId })),
  take_back: decisionOf((unit, who, decisionId) => takeBackDecision(unit, who, { decisionId })),
  send_now: decisionOf((unit, who, decisionId) => sendDecisionNow(unit, who, { decisionId })),
  letter_leaves: (unit, { id }) => {
    const ruling = rulingDecision(unit.tx, id);
    if (ruling?.releaseAt == null || ruling.releaseAt > unit.clock.now().toISOString()) return nothing;
    const done = releaseDecision(unit, { decisionId: ruling.id });
    return done === 'released' ? ok(done) : refuse({ kind: done });
  },
  offer_page: (unit, scene, who) => offerPage(unit, who, { submissionId: scene.id, revision: revisionOf(unit, scene) }),
  ask_change: (unit, scene, who) => askPageChange(unit, who, { ...pageAnswer(unit, scene), text: scene.words }),
  approve_page: (unit, scene, who) => approvePage(unit, who, { ...pageAnswer(unit, scene), agreed: true }),
  forge_opens: publicationOf((unit, _scene, publicationId, n) => {
    const { kind } = prepareChange(unit, { publicationId, words: () => 'Words' });
    if (kind !== 'go') return refuse({ kind });
    recordOpening(unit, { publicationId, changeNumber: n + 1, head: 'a'.repeat(40) });
    return ok(kind);
  }),
  merge: (unit, { id }, who) =>
    askMerge(unit, who, { submissionId: id, head: latestPublication(unit.tx, id)?.head ?? '' }),
  close: (unit, { id, words }, who) => askClose(unit, who, { submissionId: id, reason: words }),
  /** Somebody merges on the forge itself, whatever the state is here. */
  forge_merges: publicationOf((unit, scene, publicationId) => {
    if (latestPublication(unit.tx, scene.id)?.state !== 'open') return nothing;
    recordLanding(unit, { publicationId, mergeCommit: 'b'.repeat(40) });
    return ok('merged');
  }),
  forge_closes: publicationOf((unit, scene, publicationId) => {
    if (latestPublication(unit.tx, scene.id)?.state !== 'open') return nothing;
    recordClosing(unit, { publicationId });
    return ok('closed');
  }),
  withdraw: (unit, { id }, who) => withdrawSubmission(unit, who, { submissionId: id }),
  resume: (unit, { id }, who) => resumeSubmission(unit, who, { submissionId: id }),
  appeal: (unit, { id, words }, who) => appeal(unit, who, { submissionId: id, text: words }),
  reopen: (unit, { id, words }, who) => answerAppeal(unit, who, { submissionId: id, outcome: 'reopened', text: words }),
  keep: (unit, { id, words }, who) => answerAppeal(unit, who, { submissionId: id, outcome: 'kept', text: words }),
  take_down: (unit, { id, words }, who) => askTakeDown(unit, who, { submissionId: id, reason: words }),
  hold: (unit, { id, words }, who) => raiseHold(unit, who, { submissionId: id, reason: words }),
  lift: (unit, { id, words }, who) => liftHold(unit, who, { submissionId: id, reason: words }),
} satisfies Record<string, Step>;

/** Whose page says which revision of the case it shows. */
export const looked: readonly string[] = ['ask', 'open_round', 'accept', 'revise', 'reject', 'offer_page'];

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as StepName[];

type Part = 'submitter' | 'curator' | 'another_curator' | 'safety' | 'reviewer' | 'service';
const staffSteps =
  'ask screen screen_unsure open_round release give_back accept revise reject take_back send_now offer_page merge close reopen keep take_down hold';

/** Who does it as a rule. */
export function partFor(step: StepName): Part {
  if (['accept_invitation', 'decline', 'recuse', 'review'].includes(step)) return 'reviewer';
  if (step === 'second' || step === 'reopen' || step === 'keep') return 'another_curator';
  if (step === 'lift') return 'safety';
  if (staffSteps.split(' ').includes(step)) return 'curator';
  return /^(?:forge_|letter_)/u.test(step) ? 'service' : 'submitter';
}

export const parts: readonly Part[] = ['submitter', 'curator', 'another_curator', 'safety', 'reviewer', 'service'];

export function actorFor({ id, curators, safety }: Scene, part: Part): Actor {
  switch (part) {
    case 'submitter':
      return { kind: 'submitter', submissionId: id };
    case 'curator':
      return curators[0];
    case 'another_curator':
      return curators[1];
    case 'safety':
      return safety;
    case 'reviewer':
      return { kind: 'reviewer', personId: 'nobody' as never, assignmentId: 'none' as never };
    case 'service':
      return { kind: 'service' };
  }
}
