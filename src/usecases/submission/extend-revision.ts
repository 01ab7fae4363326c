import { appendHistory } from '../../db/history-store.ts';
import { pinnedDefinition } from '../../db/definition-store.ts';
import { noteFacts, type SubmissionRow } from '../../db/submission-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/module/definition.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { addDays, dayOf, type Day } from '../../domain/submission/days.ts';
import type { Unit } from '../unit.ts';
import { ownCaseFor } from './own-case.ts';

type RevisionPolicy = Pick<Policy, 'timeZone' | 'revisionDays'>;

/** The day to which a revision is extended: as many days again as there were at first. */
export const extendedDay = ({ stateEnteredAt }: Pick<SubmissionRow, 'stateEnteredAt'>, policy: RevisionPolicy): Day =>
  addDays(dayOf(new Date(stateEnteredAt), policy.timeZone), 2 * policy.revisionDays);

/** The submitter takes more time for a revision, once; pressed twice it is no mistake. */
export function extendRevision(
  unit: Pick<Unit, 'tx' | 'clock'>,
  actor: Actor,
  input: { submissionId: SubmissionId },
): Result<'extended', Refusal> {
  const found = ownCaseFor(unit, actor, input.submissionId, 'answer');
  if (!found.ok) return found;
  const { seen } = found.value;
  if (seen.extendedTo !== null) return ok('extended');
  const { policy } = pinnedDefinition(
    unit.tx,
    seen.module,
    theVersion(unit.tx, seen.id, seen.version).definitionCommit,
  );
  const at = unit.clock.now().toISOString();
  const extendedTo = extendedDay(seen, policy);
  if (!noteFacts(unit.tx, seen, at, { extendedTo })) return refuse({ kind: 'changed_meanwhile' });
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'extended', object: seen.id, body: { to: extendedTo } });
  return ok('extended');
}
