import { insertPage, latestPage } from '../../db/publication-store.ts';
import { moduleText } from '../../domain/module/definition.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { contentKey } from '../../domain/publication/page-key.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Leak } from '../../domain/safety/leak-gate.ts';
import { nextState } from '../../domain/submission/state.ts';
import { caseForMove } from '../decision/case-for.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { pageToOffer } from './page-to-offer.ts';
import { changeObstacle } from './page-to-change.ts';

export type OfferRefusal = Refusal | { kind: 'page_leaks'; leaks: readonly Leak[] };

/**
 * Writes the page exactly as it will stand in the repository, holds its bytes against the leak gate, and offers it to
 * the submitter. Nothing is published by this: silence never means yes.
 */
export function offerPage(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  actor: Actor,
  input: { submissionId: SubmissionId; revision: number },
): Result<{ number: number }, OfferRefusal> {
  const found = caseForMove(unit, actor, input.submissionId, 'offer_page');
  if (!found.ok) return found;
  const { seen, staff } = found.value;
  if (seen.revision !== input.revision) return refuse({ kind: 'changed_meanwhile' });
  const allowed = nextState(seen, 'offer_page');
  if (!allowed.ok) return allowed;
  const obstacle = changeObstacle(unit, seen);
  if (obstacle !== undefined) return refuse({ kind: 'guard', guard: obstacle });
  const page = pageToOffer(unit, seen);
  if (page === undefined) return refuse({ kind: 'changed_meanwhile' });
  const { made, leaks } = page;
  if (made.decision.releasedAt === null) return refuse({ kind: 'guard', guard: 'letter_not_left' });
  if (leaks.length > 0) return refuse({ kind: 'page_leaks', leaks });
  const now = unit.clock.now().toISOString();
  const number = (latestPage(unit.tx, seen.id)?.number ?? 0) + 1;
  const moved = moveSubmission(unit, {
    seen,
    move: 'offer_page',
    actor,
    facts: { pageOfferedAt: now },
    body: { page: number },
  });
  if (!moved.ok) return moved;
  insertPage(unit.tx, {
    submissionId: seen.id,
    number,
    version: seen.version,
    decisionId: made.decision.id,
    language: seen.language,
    files: [...made.files],
    pageHash: contentKey(made.files, (text) => unit.keys.digest(text)),
    consentText: moduleText(made.definition, seen.language, 'consent.publication').text,
    offeredBy: staff.personId,
    offeredAt: now,
  });
  const about = `page:${String(number)}`;
  enqueueLetter(unit, { name: 'news', submissionId: seen.id, about }, `${seen.id}:${about}`);
  return ok({ number });
}
