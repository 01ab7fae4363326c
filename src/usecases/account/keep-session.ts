import { touchSession } from '../../db/session-store.ts';
import type { Unit } from '../unit.ts';

/** Notes that a session is in use, so that it does not end as idle. */
export function keepSession(unit: Pick<Unit, 'tx' | 'clock'>, sessionHash: string): void {
  touchSession(unit.tx, sessionHash, unit.clock.now().toISOString());
}
