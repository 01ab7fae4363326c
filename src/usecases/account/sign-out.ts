import { appendHistory } from '../../db/history-store.ts';
import { deleteSession } from '../../db/session-store.ts';
import { actorName, type Staff } from '../../domain/people/actor.ts';
import type { Unit } from '../unit.ts';

/** Ends this session; the cookie that is left opens nothing. */
export function signOut(unit: Pick<Unit, 'tx' | 'clock' | 'keys'>, actor: Staff, sid: string): void {
  if (!deleteSession(unit.tx, unit.keys.hash('session', sid))) return;
  const at = unit.clock.now().toISOString();
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'signed_out', object: actor.personId, body: {} });
}
