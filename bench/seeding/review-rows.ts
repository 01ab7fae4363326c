import type { Tx } from '../../src/db/in-transaction.ts';
import type { AssignmentId, PersonId, RoundId } from '../../src/domain/ids.ts';
import { emptyReview, type Points, type ReviewDraft } from '../../src/domain/review/review.ts';
import { total } from '../../src/domain/review/score.ts';
import { keepCaseScore } from '../../src/usecases/round/keep-case-score.ts';
import { CURATOR, secrets } from './cast.ts';
import { daysAgo, type Seeds } from './seeds.ts';
import type { SeededCase } from './submission-rows.ts';

export type Place = 'invited' | 'accepted' | 'submitted';

/** The screening and the one round of a case, with its reviewers in these places. */
export function insertRound(
  seeds: Seeds,
  one: SeededCase,
  places: readonly { readonly by: PersonId; readonly place: Place }[],
): AssignmentId[] {
  const { insert, module, chain, dice } = seeds;
  const isOpen = one.state === 'in_review';
  const opened = one.entered + (isOpen ? 0 : 15);
  const at = daysAgo(seeds, opened);
  const gates = Object.fromEntries(module.rubric.gates.map(({ id }) => [id, 'pass' as const]));
  const actor = `person:${CURATOR}`;
  insert('screenings', { submissionId: one.id, version: 1, gates, readForNames: true, by: CURATOR, at });
  chain.tell({ at, actor, act: 'screened', object: one.id, body: { version: 1 } });
  const id = dice.id() as RoundId;
  insert('rounds', {
    id,
    submissionId: one.id,
    number: 1,
    version: 1,
    definitionCommit: module.commit,
    quorum: 2,
    target: 2,
    openedBy: CURATOR,
    openedAt: at,
    dueAt: daysAgo(seeds, opened - 28),
    closedAt: isOpen ? null : daysAgo(seeds, one.entered),
  });
  chain.tell({ at, actor, act: 'open_round', object: one.id, body: { from: 'screening', to: 'in_review', round: 1 } });
  const asked = places.map(({ by, place }, index) =>
    insertAssignment(seeds, one, { id, at }, by, place, 'ABCD'[index] ?? 'Z'),
  );
  // Everything is written inside the transaction of a batch.
  keepCaseScore({ tx: seeds.service.db as unknown as Tx, clock: seeds.service.web.clock }, one.id);
  return asked;
}

function insertAssignment(
  seeds: Seeds,
  one: SeededCase,
  round: { id: RoundId; at: string },
  personId: PersonId,
  place: Place,
  label: string,
): AssignmentId {
  const { insert, chain, dice, service } = seeds;
  const id = dice.id() as AssignmentId;
  const soon = daysAgo(seeds, one.entered - 7);
  insert('assignments', {
    id,
    roundId: round.id,
    submissionId: one.id,
    personId,
    label,
    status: place,
    linkHash: service.web.keys.digest(`link to ${id}`),
    invitedBy: CURATOR,
    invitedAt: round.at,
    respondBy: soon,
    acceptedAt: place === 'invited' ? null : round.at,
    reviewDue: place === 'invited' ? null : daysAgo(seeds, one.entered - 21),
    submittedAt: place === 'submitted' ? daysAgo(seeds, one.entered) : null,
  });
  chain.tell({ at: round.at, actor: `person:${CURATOR}`, act: 'invited', object: one.id, body: { assignment: id } });
  if (personId === seeds.reviewers[0]) insertReviewersBrowser(seeds, id);
  if (place === 'submitted') insertReview(seeds, one, id, personId);
  return id;
}

/** The browser in which this assignment was accepted. */
export function insertReviewersBrowser(seeds: Seeds, assignmentId: AssignmentId): void {
  const hash = seeds.service.web.keys.hash('browser', `${secrets.reviewersBrowser}|${assignmentId}`);
  const times = { createdAt: daysAgo(seeds, 1), expiresAt: daysAgo(seeds, -30) };
  seeds.insert('assignmentBrowsers', { hash, assignmentId, ...times });
}

function insertReview(seeds: Seeds, one: SeededCase, assignmentId: AssignmentId, by: PersonId): void {
  const { insert, module, chain } = seeds;
  const answers = reviewOf(seeds, pointsFor(one));
  const at = daysAgo(seeds, one.entered);
  const submitted = { assignmentId, answers, submittedAt: at };
  insert('reviewDrafts', { assignmentId, answers, savedAt: at });
  insert('reviews', { ...submitted, number: 1, total: total(module.rubric, answers.scores) ?? null });
  const body = { assignment: assignmentId, version: 1 };
  chain.tell({ at, actor: `person:${by}`, act: 'review_submitted', object: one.id, body });
}

/** Reviewers of a case agree, so that nothing but the state of its cases makes one database slower than another. */
const pointsFor = ({ state, index }: SeededCase): Points =>
  state === 'rejected' ? 1 : state === 'revision' ? 2 : index % 2 === 0 ? 3 : 4;

const STRENGTHS = 'Clear about what was done, by whom, and what changed for the people it was meant for.';
const COMMENT = 'Shown with figures before and after; a second source would make it stronger still.';

/** Every criterion with the same points. */
function reviewOf({ module }: Seeds, points: Points): ReviewDraft {
  const { gates, criteria } = module.rubric;
  return {
    ...emptyReview,
    gates: Object.fromEntries(gates.map(({ id }) => [id, { verdict: 'pass' as const }])),
    scores: Object.fromEntries(criteria.map(({ id }) => [id, { kind: 'scored' as const, points }])),
    comments: Object.fromEntries(criteria.slice(0, 2).map(({ id }) => [id, COMMENT])),
    evidenceLevel: 'E2',
    recommendation: points >= 3 ? 'accept' : points === 2 ? 'revise' : 'reject',
    confidence: 3,
    strengths: STRENGTHS,
    requests: points === 2 ? [{ field: 'summary', level: 'must', editorial: false, text: COMMENT }] : [],
  };
}
