import type { SubmissionRow, SubmissionFacts } from '../../db/submission-store.ts';
import { insertVersion } from '../../db/version-store.ts';
import { putWorkingCopy } from '../../db/working-copy-store.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { splitSealed } from '../../domain/module/visible-answers.ts';
import { factsOf } from '../../domain/submission/facts.ts';
import type { Unit } from '../unit.ts';
import { withoutTicks, type SendingInput } from './ready-to-send.ts';

/** Stands for everything that was sent, so that the same text sent twice is known as one. */
export function bodyHash(unit: Pick<Unit, 'keys'>, answers: Answers): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return unit.keys.hash('body', JSON.stringify(sorted));
}

/**
 * Writes the next immutable version, without anything sealed, and answers with the columns that go with the move.
 * The working copy keeps the choices of the check page but no tick.
 */
export function freezeVersion(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  seen: SubmissionRow,
  definition: ModuleDefinition,
  answers: Answers,
  input: Pick<SendingInput, 'confirmations' | 'interfaceLanguage'>,
): SubmissionFacts {
  const createdAt = unit.clock.now().toISOString();
  const number = seen.version + 1;
  const { open } = splitSealed(definition, answers);
  insertVersion(unit.tx, {
    submissionId: seen.id,
    number,
    answers: open,
    definitionCommit: definition.commit,
    createdAt,
  });
  const typed = Object.fromEntries(Object.entries(open).filter(([id]) => !(id in input.confirmations)));
  const working = { ...typed, ...withoutTicks(definition, input.confirmations) };
  putWorkingCopy(unit.tx, seen.id, working, createdAt);
  return {
    ...factsOf(open),
    version: number,
    sentHash: bodyHash(unit, answers),
    sentAt: createdAt,
    interfaceLanguage: input.interfaceLanguage,
  };
}
