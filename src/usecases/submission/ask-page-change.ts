import { answerPage } from '../../db/publication-store.ts';
import { cleanText } from '../../domain/module/clean-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { offeredPage, type PageAnswerInput } from './offered-page.ts';

/** The submitter wants something else on the page before saying yes; it goes back to the curator. */
export function askPageChange(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: PageAnswerInput & { text: string },
): Result<'asked', Refusal> {
  const found = offeredPage(unit, actor, input, 'ask_change');
  if (!found.ok) return found;
  const { seen, page } = found.value;
  const answerText = cleanText(input.text).trim();
  if (answerText === '') return refuse({ kind: 'guard', guard: 'words_missing' });
  const facts = { pageOfferedAt: null };
  const moved = moveSubmission(unit, { seen, move: 'ask_change', actor, facts, body: { page: page.number } });
  if (!moved.ok) return moved;
  const answeredAt = unit.clock.now().toISOString();
  answerPage(unit.tx, page, { answer: 'change_asked', answerText, consentHash: null, answeredAt });
  alertCurators(unit, seen, 'page_answered', `page:${String(page.number)}`);
  return ok('asked');
}
