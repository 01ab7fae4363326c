import { caseFacts } from '../../db/queries/case-facts.ts';
import { goingCases, queuedAt } from '../../db/queries/clock-facts.ts';
import type { Reader } from '../../db/in-transaction.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { findSubmission } from '../../db/submission-store.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import type { Unit } from '../unit.ts';

/** A promise of a curator that was not kept, named by the day it was for: another day is another promise. */
export interface BrokenPromise {
  readonly submissionId: SubmissionId;
  readonly occasion: string;
}

const PIECE = 100;

/** Promises of curators whose day has passed and of which nobody was told yet, some cases at a time. Reads only. */
export function* brokenPromises(reader: Reader, module: ModuleDefinition, now: Date): Generator<BrokenPromise[]> {
  const curators = peopleWithRole(reader, module.id, 'curator');
  for (const cases of goingCases(reader, module.id, PIECE)) {
    const found: BrokenPromise[] = [];
    for (const { submission, promise, overdue } of caseFacts(reader, module, cases, now)) {
      if (!overdue || promise.ball !== 'curator') continue;
      const occasion = `${submission.state}:${promise.due}`;
      const isTold = ({ id }: { id: string }): boolean =>
        queuedAt(reader, `curator_alert:${submission.id}:overdue:${occasion}:${id}`) !== undefined;
      if (!curators.every(isTold)) found.push({ submissionId: submission.id, occasion });
    }
    yield found;
  }
}

/** Tells every curator of the module, each once for each promise. */
export function tellOverdue(unit: Pick<Unit, 'tx' | 'clock'>, { submissionId, occasion }: BrokenPromise): void {
  const submission = findSubmission(unit.tx, submissionId);
  if (submission !== undefined) alertCurators(unit, submission, 'overdue', occasion);
}
