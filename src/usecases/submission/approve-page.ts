import { answerPage, latestPublication, type PageRow } from '../../db/publication-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { contentKey } from '../../domain/publication/page-key.ts';
import type { Guard, Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { makePage } from '../publication/make-page.ts';
import { changeObstacle } from '../publication/page-to-change.ts';
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
  const obstacle = earlierChange(unit, seen) ?? changeObstacle(unit, seen) ?? staleness(unit, seen, page);
  if (obstacle !== undefined) return refuse({ kind: 'guard', guard: obstacle });
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

/** Another update has landed since this page was written; published, it would take that one back unseen. */
function staleness(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  seen: SubmissionRow,
  page: PageRow,
): 'practice_changed' | undefined {
  const made = makePage(unit, seen);
  if (made?.before === undefined) return undefined;
  return contentKey(made.files, (text) => unit.keys.digest(text)) === page.pageHash ? undefined : 'practice_changed';
}

/** The change of an earlier try that the forge has not closed yet: there is one at a time. */
function earlierChange({ tx }: Pick<Unit, 'tx'>, { id }: SubmissionRow): Guard | undefined {
  const before = latestPublication(tx, id);
  return before?.state === 'queued' || before?.state === 'open' ? 'practice_busy' : undefined;
}
