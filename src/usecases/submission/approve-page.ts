import { answerPage } from '../../db/publication-store.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { queuePublication } from '../publication/queue-publication.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { offeredPage, type PageAnswerInput } from './offered-page.ts';

/**
 * The submitter says yes to this page and to these words of consent; both are in the hash that is kept. Its way into
 * the content repository begins, held back by an embargo where there is one.
 */
export function approvePage(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: PageAnswerInput & { agreed: boolean },
): Result<'approved', Refusal> {
  const found = offeredPage(unit, actor, input, 'approve_page');
  if (!found.ok) return found;
  const { seen, page } = found.value;
  if (!input.agreed) return refuse({ kind: 'guard', guard: 'agreement_missing' });
  const consentHash = unit.keys.digest(`${page.pageHash}\n${page.consentText}`);
  const moved = moveSubmission(unit, {
    seen,
    move: 'approve_page',
    actor,
    facts: { pageOfferedAt: null },
    body: { page: page.number, consent: consentHash },
  });
  if (!moved.ok) return moved;
  const answeredAt = unit.clock.now().toISOString();
  answerPage(unit.tx, page, { answer: 'approved', answerText: '', consentHash, answeredAt });
  queuePublication(unit, actor, { submission: seen, page, notBefore: seen.embargoUntil ?? undefined });
  alertCurators(unit, seen, 'page_answered', `page:${String(page.number)}`);
  return ok('approved');
}
