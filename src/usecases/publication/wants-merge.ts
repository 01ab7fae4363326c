import type { PublicationRow } from '../../db/publication-store.ts';
import type { ModuleId, PublicationId } from '../../domain/ids.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';

export interface MergeWanted {
  readonly publication: PublicationRow;
  readonly head: string;
  readonly module: ModuleId;
}

/**
 * Looks again before the merge that a curator asked for: undefined when the change is not open, the case is withdrawn
 * or held, or the module wants its changes merged by people on the forge.
 */
export function wantsMerge(
  unit: Pick<Unit, 'tx' | 'modules'>,
  input: { publicationId: PublicationId },
): MergeWanted | undefined {
  const { publication, submission, wanted, held } = publicationAtHand(unit, input.publicationId);
  if (publication.state !== 'open' || publication.head === null || !wanted) return undefined;
  if (held && publication.purpose === 'publish') return undefined;
  if (unit.modules.current(submission.module)?.policy.merge !== 'service') return undefined;
  return { publication, head: publication.head, module: submission.module };
}
