import { latestRound, type RoundRow } from '../../db/round-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Unit } from '../unit.ts';

/** The round that is going on; none is when the case is elsewhere, and none may be touched under hold. */
export function openRoundOf({ tx }: Pick<Unit, 'tx'>, submission: SubmissionRow): Result<RoundRow, Refusal> {
  const { state, held } = submission;
  if (held) return refuse({ kind: 'on_hold', move: 'open_round' });
  const round = latestRound(tx, submission.id);
  if (state !== 'in_review' || round?.closedAt !== null)
    return refuse({ kind: 'move_not_allowed', move: 'open_round', state });
  return ok(round);
}
