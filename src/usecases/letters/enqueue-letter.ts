import { enqueue } from '../../db/outbox.ts';
import type { Letter } from '../../domain/letters.ts';
import type { Unit } from '../unit.ts';

/**
 * Queues a letter with the change that causes it. `about` tells two letters of the same name to the same person apart;
 * the same name and `about` again is the same letter and does nothing.
 */
export function enqueueLetter(unit: Pick<Unit, 'tx' | 'clock'>, letter: Letter, about: string, runAfter?: Date): void {
  const now = unit.clock.now();
  const dedupeKey = `${letter.name}:${about}`;
  enqueue(unit.tx, { kind: 'letter', letter }, { dedupeKey, runAfter: runAfter ?? now, now });
}
