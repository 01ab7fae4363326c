import { insertAlternates } from '../../db/alternate-store.ts';
import { openingGaps, type OpeningGaps } from '../../db/queries/opening-gaps.ts';
import { alternatesAmong, reviewerCandidates } from '../../db/queries/reviewer-candidates.ts';
import { closeRoundRow, findRound, insertRound, latestRound, type RoundRow } from '../../db/round-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { RoundId, SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Actor, Staff } from '../../domain/people/actor.ts';
import type { Guard, Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { roundDue } from '../../domain/round/round.ts';
import { nextState } from '../../domain/submission/state.ts';
import { caseForMove } from '../decision/case-for.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { eligibleReviewer, type ChosenReviewer } from './eligible-reviewer.ts';
import { inviteReviewerTo, type Invitee } from './invite-reviewer-to.ts';
import { keepCaseScore } from './keep-case-score.ts';

export interface OpenRoundInput {
  readonly submissionId: SubmissionId;
  /** The revision of the case that the curator was looking at. */
  readonly revision: number;
  readonly reviewers: readonly ChosenReviewer[];
}

/**
 * Opens a round of review over the newest version, with form and rubric as they are now, and invites those chosen. Who
 * was not chosen and fits stands on the ranked list for places that fall free.
 */
export function openRound(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys' | 'modules'>,
  actor: Actor,
  input: OpenRoundInput,
): Result<RoundId, Refusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'open_round');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  const allowed = nextState(seen, 'open_round');
  if (!allowed.ok) return allowed;
  if (seen.revision !== input.revision) return refuse({ kind: 'changed_meanwhile' });
  const definition = unit.modules.current(seen.module);
  if (definition === undefined) return refuse({ kind: 'module_unavailable' });
  const guard = guardOf(openingGaps(unit.tx, definition, seen, unit.clock.now()));
  if (guard !== undefined) return refuse({ kind: 'guard', guard });
  const candidates = reviewerCandidates(unit.tx, definition, seen, unit.clock.now());
  const invitees = inviteesOf(input.reviewers.map((chosen) => eligibleReviewer(candidates, chosen, staff)));
  if (!invitees.ok) return invitees;
  const ranked = alternatesAmong(candidates, [staff.personId, ...invitees.value.map(({ personId }) => personId)]);
  return ok(writeRound(unit, staff, { seen, definition, invitees: invitees.value, ranked }));
}

function guardOf({ screening, answers }: OpeningGaps): Guard | undefined {
  if (screening === 'names_not_read') return 'names_not_read';
  if (screening !== undefined) return 'gates_open';
  return answers.length > 0 ? 'answers_incomplete' : undefined;
}

/** Everybody once; the first who may not be invited says why. */
function inviteesOf(checked: readonly Result<Invitee, Refusal>[]): Result<Invitee[], Refusal> {
  const invitees = new Map<string, Invitee>();
  for (const one of checked) {
    if (!one.ok) return one;
    invitees.set(one.value.personId, one.value);
  }
  return invitees.size === 0 ? refuse({ kind: 'guard', guard: 'reviewers_missing' }) : ok([...invitees.values()]);
}

interface NewRound {
  readonly seen: SubmissionRow;
  readonly definition: ModuleDefinition;
  readonly invitees: readonly Invitee[];
  readonly ranked: readonly Invitee['personId'][];
}

function writeRound(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  staff: Staff,
  { seen, definition, invitees, ranked }: NewRound,
): RoundId {
  const round = insertNext(unit, staff, seen, definition);
  const body = { round: round.number, version: round.version };
  const moved = moveSubmission(unit, { seen, move: 'open_round', actor: staff, body });
  // Nothing else can have moved it within this transaction; a fault takes the round back with it.
  if (!moved.ok) throw new Error(`The round could not be opened: ${moved.refusal.kind}`);
  insertAlternates(unit.tx, round.id, ranked);
  for (const invitee of invitees) inviteReviewerTo(unit, staff, round, invitee, definition.policy);
  keepCaseScore(unit, seen.id);
  return round.id;
}

function insertNext(
  unit: Pick<Unit, 'tx' | 'clock' | 'random'>,
  staff: Staff,
  seen: SubmissionRow,
  { commit, policy }: ModuleDefinition,
): RoundRow {
  const now = unit.clock.now();
  const before = latestRound(unit.tx, seen.id);
  // A case that was withdrawn and taken up again may have left its round open.
  if (before !== undefined) closeRoundRow(unit.tx, before.id, now.toISOString());
  const id = unit.random.token(12) as RoundId;
  insertRound(unit.tx, {
    id,
    submissionId: seen.id,
    number: (before?.number ?? 0) + 1,
    version: seen.version,
    definitionCommit: commit,
    quorum: policy.quorum,
    target: policy.target,
    openedBy: staff.personId,
    openedAt: now.toISOString(),
    dueAt: roundDue(now, policy).toISOString(),
  });
  const round = findRound(unit.tx, id);
  if (round === undefined) throw new Error(`Round ${id} was not written`);
  return round;
}
