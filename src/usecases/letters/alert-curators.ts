import { peopleWithRole } from '../../db/person-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { CuratorAlert } from '../../domain/letters.ts';
import type { Unit } from '../unit.ts';
import { enqueueLetter } from './enqueue-letter.ts';

/** Writes to every curator of the module. `occasion` tells two letters of one kind about one case apart. */
export function alertCurators(
  unit: Pick<Unit, 'tx' | 'clock'>,
  submission: Pick<SubmissionRow, 'id' | 'module'>,
  about: CuratorAlert,
  occasion: string,
): void {
  for (const { id } of peopleWithRole(unit.tx, submission.module, 'curator')) {
    const letter = { name: 'curator_alert', submissionId: submission.id, personId: id, about } as const;
    enqueueLetter(unit, letter, `${submission.id}:${about}:${occasion}:${id}`);
  }
}
