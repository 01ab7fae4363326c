import { assignmentsOfRound } from '../../db/assignment-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { caseFacts } from '../../db/queries/case-facts.ts';
import { reviewerCandidates, type ReviewerCandidate } from '../../db/queries/reviewer-candidates.ts';
import type { RoundRow } from '../../db/round-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { PersonId, SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Actor, Staff } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { caseForMove } from '../decision/case-for.ts';
import { inviteReviewer } from '../round/invite-reviewer.ts';
import { openRoundOf } from '../round/open-round-of.ts';
import { openRound } from '../round/open-round.ts';
import type { Unit } from '../unit.ts';

export interface ProposalInput {
  readonly submissionId: SubmissionId;
  /** Of the case when the proposal was made. */
  readonly revision: number;
  readonly reviewers: readonly PersonId[];
}

/** Why a proposal holds no longer; nothing of it was done. */
export type NotTakenUp =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else filled the places. */
  | { readonly kind: 'places_taken' }
  | { readonly kind: PersonTrouble; readonly personId: PersonId };

type PersonTrouble =
  'reviewer_gone' | 'reviewer_in_conflict' | 'reviewer_full' | 'reviewer_asked' | 'language_not_read';

type TakingUp = Pick<Unit, 'tx' | 'clock' | 'random' | 'keys' | 'modules'>;

/**
 * Asks the people of a proposal, as the page of the case would: opens a round with them, or gives them the empty places
 * of the open one. Everything that the proposal was made from is looked at again, and it is done whole or not at all.
 */
export function takeUpProposal(
  unit: TakingUp,
  actor: Actor,
  input: ProposalInput,
): Result<'opened' | 'filled', NotTakenUp> {
  const found = caseForMove(unit, actor, input.submissionId, 'open_round');
  if (!found.ok) return refused(found.refusal);
  const { seen, staff } = found.value;
  if (seen.held) return refused({ kind: 'on_hold', move: 'open_round' });
  if (seen.revision !== input.revision) return refused({ kind: 'changed_meanwhile' });
  return seen.state === 'in_review' ? fillRound(unit, staff, seen, input) : openWith(unit, staff, seen, input);
}

const refused = (refusal: Refusal) => refuse({ kind: 'refused', refusal } as const);

function openWith(
  unit: TakingUp,
  staff: Staff,
  seen: SubmissionRow,
  input: ProposalInput,
): Result<'opened', NotTakenUp> {
  const definition = unit.modules.current(seen.module);
  if (definition === undefined) return refused({ kind: 'module_unavailable' });
  const trouble = troubleWith(unit, staff, { seen, definition, asked: [] }, input.reviewers);
  if (trouble !== undefined) return refuse(trouble);
  const reviewers = input.reviewers.map((personId) => ({ personId, overrideReason: '' }));
  const opened = openRound(unit, staff, { ...input, reviewers });
  return opened.ok ? ok('opened') : refused(opened.refusal);
}

function fillRound(
  unit: TakingUp,
  staff: Staff,
  seen: SubmissionRow,
  input: ProposalInput,
): Result<'filled', NotTakenUp> {
  const open = openRoundOf(unit, seen);
  if (!open.ok) return refused(open.refusal);
  const round = open.value;
  const definition = pinnedDefinition(unit.tx, seen.module, round.definitionCommit);
  const asked = assignmentsOfRound(unit.tx, round.id).map(({ personId }) => personId);
  const trouble = troubleWith(unit, staff, { seen, definition, asked }, input.reviewers);
  if (trouble !== undefined) return refuse(trouble);
  if (input.reviewers.length > emptyPlaces(unit, definition, seen)) return refuse({ kind: 'places_taken' });
  for (const personId of input.reviewers) inviteOne(unit, staff, round, personId);
  return ok('filled');
}

function inviteOne(unit: TakingUp, staff: Staff, { submissionId }: RoundRow, personId: PersonId): void {
  const invited = inviteReviewer(unit, staff, { submissionId, chosen: { personId, overrideReason: '' } });
  // All of it was looked at before the first; a fault takes those back who were asked already.
  if (!invited.ok) throw new Error(`A proposed reviewer was not invited: ${invited.refusal.kind}`);
}

function emptyPlaces(unit: TakingUp, definition: ModuleDefinition, seen: SubmissionRow): number {
  const [facts] = caseFacts(unit.tx, definition, [seen], unit.clock.now());
  return facts?.standing?.emptyPlaces ?? 0;
}

interface Scene {
  readonly seen: SubmissionRow;
  readonly definition: ModuleDefinition;
  readonly asked: readonly PersonId[];
}

/** The first of these people who may not be asked (any more), and why. */
function troubleWith(
  unit: TakingUp,
  staff: Staff,
  { seen, definition, asked }: Scene,
  reviewers: readonly PersonId[],
): NotTakenUp | undefined {
  const candidates = reviewerCandidates(unit.tx, definition, seen, unit.clock.now());
  for (const personId of reviewers) {
    const candidate = candidates.find(({ person }) => person.id === personId);
    if (candidate === undefined || personId === staff.personId) return { kind: 'reviewer_gone', personId };
    const kind = asked.includes(personId) ? 'reviewer_asked' : troubleOf(candidate);
    if (kind !== undefined) return { kind, personId };
  }
  return undefined;
}

function troubleOf({ conflicts, affinity, room }: ReviewerCandidate): PersonTrouble | undefined {
  if (conflicts.length > 0) return 'reviewer_in_conflict';
  if (affinity.languages === 0) return 'language_not_read';
  return room ? undefined : 'reviewer_full';
}
