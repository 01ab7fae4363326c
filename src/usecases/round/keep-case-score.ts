import { putCaseScore } from '../../db/case-score-store.ts';
import { caseScoreOf } from '../../db/queries/case-score-of.ts';
import { roundFacts, type RoundFacts } from '../../db/queries/round-facts.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';

/**
 * Reckons anew what the newest round of a case amounts to and keeps it for the lists; to be called when a round is
 * opened, a review comes in or is given back, and when a hold comes or goes, since advice looks at it. The state, the
 * places and the number wanted follow by themselves. Undefined while there is no round.
 */
export function keepCaseScore(unit: Pick<Unit, 'tx' | 'clock'>, id: SubmissionId): RoundFacts | undefined {
  const submission = findSubmission(unit.tx, id);
  if (submission === undefined) return undefined;
  const facts = roundFacts(unit.tx, submission, unit.clock.now());
  if (facts !== undefined) putCaseScore(unit.tx, caseScoreOf(submission, facts));
  return facts;
}
