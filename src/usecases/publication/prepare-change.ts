import { pinnedDefinition } from '../../db/definition-store.ts';
import { updatePublication, type PublicationRow } from '../../db/publication-store.ts';
import { roundFacts } from '../../db/queries/round-facts.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { ModuleId, PublicationId } from '../../domain/ids.ts';
import type { ChangeFacts } from '../../domain/publication/change-text.ts';
import { practiceOfBranch } from '../../domain/publication/page-path.ts';
import { leaksIn } from '../../domain/safety/leak-gate.ts';
import { readDay, startOfDay } from '../../domain/submission/days.ts';
import type { Unit } from '../unit.ts';
import { leakRules } from './leak-rules.ts';
import { makePage } from './make-page.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { queueClosing } from './queue-closing.ts';
import { recordClosing } from './record-closing.ts';

export type PreparedChange =
  | { readonly kind: 'go'; readonly publication: PublicationRow; readonly module: ModuleId }
  | { readonly kind: 'held' }
  | { readonly kind: 'embargo'; readonly until: Date }
  /** The frozen files hold something that must never leave; nothing was sent to the forge. */
  | { readonly kind: 'leaks' }
  /** It stands open already, or is not wanted any more. */
  | { readonly kind: 'nothing_to_do' };

/**
 * Looks once more, right before the first word to the forge: is it still wanted, is there a hold or an embargo, and are
 * the exact bytes clean? What is not wanted any more is closed here; nobody outside has seen it.
 */
export function prepareChange(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { publicationId: PublicationId; words: (facts: ChangeFacts) => string },
): PreparedChange {
  const { publication, submission, wanted, held } = publicationAtHand(unit, input.publicationId);
  if (publication.state !== 'queued') return { kind: 'nothing_to_do' };
  if (!wanted) {
    recordClosing(unit, input);
    // An earlier try may have made the change and ended before it could say so.
    queueClosing(unit, publication);
    return { kind: 'nothing_to_do' };
  }
  if (publication.purpose === 'publish') {
    if (held) return { kind: 'held' };
    const until = embargoEnd(unit, publication, submission);
    if (until !== undefined) return { kind: 'embargo', until };
    if (leaks(unit, publication, submission)) {
      updatePublication(unit.tx, publication, { trouble: 'leak' });
      return { kind: 'leaks' };
    }
  }
  // Kept before the forge hears of it: a later try asks for the very same change.
  const body = publication.body === '' ? input.words(factsOf(unit, publication, submission)) : publication.body;
  updatePublication(unit.tx, publication, { body });
  return { kind: 'go', publication: { ...publication, body }, module: submission.module };
}

/** The first instant at which it may be seen, where that is still to come. */
function embargoEnd(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { notBefore }: PublicationRow,
  submission: SubmissionRow,
): Date | undefined {
  const day = readDay(notBefore?.slice(0, 10) ?? '');
  if (day === undefined) return undefined;
  const { definitionCommit } = theVersion(unit.tx, submission.id, submission.version);
  const { policy } = pinnedDefinition(unit.tx, submission.module, definitionCommit);
  const start = startOfDay(day, policy.timeZone);
  return start > unit.clock.now() ? start : undefined;
}

/** A page that cannot be judged any more (its decision is gone) counts as one that leaks. */
function leaks(unit: Pick<Unit, 'tx' | 'clock'>, { files }: PublicationRow, submission: SubmissionRow): boolean {
  const made = makePage(unit, submission);
  return made === undefined || leaksIn(files, leakRules(unit, submission, made)).length > 0;
}

function factsOf(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { purpose, decidedDay, branch }: PublicationRow,
  submission: SubmissionRow,
): ChangeFacts {
  const { id, publicId: ownId, module } = submission;
  const publicId = practiceOfBranch(branch) ?? ownId;
  const decision = rulingDecision(unit.tx, id);
  const reviews = roundFacts(unit.tx, submission, unit.clock.now())?.standing.answered ?? 0;
  const kind = purpose === 'publish' && publicId !== ownId ? 'update' : purpose;
  const evidence = decision?.evidence ?? undefined;
  return { publicId, module, kind, rubric: decision?.rubric, evidence, decidedDay, reviews };
}
