import type { SubmissionId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { refuse, type Result } from '../../domain/result.ts';
import { nextState } from '../../domain/submission/state.ts';
import type { Unit } from '../unit.ts';
import { keepAnswers, type KeepInput } from './keep-answers.ts';
import { ownCase } from './own-case.ts';
import { rememberBrowser } from './submitter-session.ts';

export interface SaveInput extends KeepInput {
  readonly submissionId: SubmissionId;
  readonly receipt: string;
  readonly token: string;
}

/** Saves one page of a draft, or of the working copy of a revision; in any other state the text is being read. */
export function saveAnswers(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  actor: Actor,
  input: SaveInput,
): Result<'kept', Refusal> {
  const found = ownCase(unit, actor, input.submissionId);
  if (!found.ok) return found;
  const { seen, shown } = found.value;
  const move = shown === 'draft' ? 'send' : 'answer';
  const asShown = nextState({ state: shown, held: seen.held }, move);
  if (!asShown.ok) return asShown;
  if (seen.state !== shown) return refuse({ kind: 'move_not_allowed', move, state: shown });
  const kept = keepAnswers(unit, seen, input);
  if (kept.ok) rememberBrowser(unit, input);
  return kept;
}
