import { assignmentsOfSubmission, insertAssignment } from '../../db/assignment-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import type { RoundRow } from '../../db/round-store.ts';
import { invite } from '../../domain/assignment/assignment.ts';
import type { AssignmentId, PersonId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/module/definition.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { crockfordAlphabet } from '../../domain/safety/receipt.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import type { Unit } from '../unit.ts';

export interface Invitee {
  readonly personId: PersonId;
  /** Why a conflict does not stop it, in the curator's words. */
  readonly overrideReason?: string | undefined;
}

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
/** Labels are drawn from so many at first, so that the letter says nothing about who was asked first. */
const FIRST_LABELS = 6;

/** Gives somebody a place in an open round: the row, its history and the letter. Everything was checked before. */
export function inviteReviewerTo(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  round: RoundRow,
  invitee: Invitee,
  policy: Policy,
): AssignmentId {
  const now = unit.clock.now();
  const id = unit.random.token(12) as AssignmentId;
  const invited = invite(now, policy);
  insertAssignment(unit.tx, {
    id,
    roundId: round.id,
    submissionId: round.submissionId,
    personId: invitee.personId,
    label: drawLabel(unit, round, invitee.personId),
    status: 'invited',
    linkHash: unit.keys.hash('link', unit.keys.linkFor(id)),
    invitedBy: actor.kind === 'staff' ? actor.personId : null,
    invitedAt: now.toISOString(),
    respondBy: (invited.status === 'invited' ? invited.respondBy : now).toISOString(),
    overrideReason: invitee.overrideReason ?? null,
  });
  const body = { assignment: id, person: invitee.personId, round: round.number };
  appendHistory(unit.tx, {
    at: now.toISOString(),
    actor: actorName(actor),
    act: 'invited',
    object: round.submissionId,
    body,
  });
  enqueueLetter(unit, { name: 'invitation', assignmentId: id }, id);
  return id;
}

/** One person keeps one letter through all rounds of a case. */
function drawLabel(unit: Pick<Unit, 'tx' | 'random'>, round: RoundRow, personId: PersonId): string {
  const before = assignmentsOfSubmission(unit.tx, round.submissionId);
  const own = before.find((row) => row.personId === personId);
  if (own !== undefined) return own.label;
  const taken = new Set(before.map(({ label }) => label));
  const free = letters.filter((letter) => !taken.has(letter)).slice(0, FIRST_LABELS);
  return free[numberFrom(unit.random.crockford(4)) % free.length] ?? 'Z';
}

const numberFrom = (code: string): number =>
  [...code].reduce((sum, character) => sum * crockfordAlphabet.length + crockfordAlphabet.indexOf(character), 0);
