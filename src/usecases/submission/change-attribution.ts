import { pinnedDefinition } from '../../db/definition-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { answerPage } from '../../db/publication-store.ts';
import { insertVersion, theVersion } from '../../db/version-store.ts';
import { putWorkingCopy } from '../../db/working-copy-store.ts';
import type { Answers } from '../../domain/module/form.ts';
import { attributionFields, knownFields } from '../../domain/module/known-fields.ts';
import { validateAnswers } from '../../domain/module/validate-answers.ts';
import { splitSealed } from '../../domain/module/visible-answers.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import type { Unit } from '../unit.ts';
import { moveSubmission } from './move-submission.ts';
import { offeredPage, type PageAnswerInput } from './offered-page.ts';

/** What `answer_text` of a page says when nothing but the name on it is to change. */
export const ATTRIBUTION_CHANGED = 'attribution';

/**
 * The submitter wants to be named otherwise. A new version is frozen that differs in nothing else, and the curator
 * offers the page anew: consent is always to the page as it will look.
 */
export function changeAttribution(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: PageAnswerInput & { typed: Answers },
): Result<'changed', Refusal> {
  const found = offeredPage(unit, actor, input, 'ask_change');
  if (!found.ok) return found;
  const { seen, page } = found.value;
  const before = theVersion(unit.tx, seen.id, seen.version);
  const definition = pinnedDefinition(unit.tx, seen.module, before.definitionCommit);
  const allowed = Object.fromEntries(Object.entries(input.typed).filter(([id]) => attributionFields.includes(id)));
  const answers = splitSealed(definition, { ...before.answers, ...allowed }).open;
  const at = unit.clock.now().toISOString();
  const problems = validateAnswers(definition, answers, 'send', at).filter(({ field }) =>
    attributionFields.includes(field),
  );
  if (problems.length > 0) return refuse({ kind: 'answers_invalid', problems });
  const version = seen.version + 1;
  const facts = { pageOfferedAt: null, version };
  const moved = moveSubmission(unit, { seen, move: 'ask_change', actor, facts, body: { page: page.number, version } });
  if (!moved.ok) return moved;
  insertVersion(unit.tx, { ...before, number: version, answers, createdAt: at });
  putWorkingCopy(unit.tx, seen.id, answers, at);
  answerPage(unit.tx, page, {
    answer: 'change_asked',
    answerText: ATTRIBUTION_CHANGED,
    consentHash: null,
    answeredAt: at,
  });
  const mode = answers[knownFields.attribution];
  const body = { version, mode: typeof mode === 'string' ? mode : '' };
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'attribution_changed', object: seen.id, body });
  alertCurators(unit, seen, 'page_answered', `page:${String(page.number)}`);
  return ok('changed');
}
