import type { Move } from './submission/state.ts';

/** What happened, as kinds. Bodies hold ids, kinds, days and counts; never a name, an address or a text. */
export type Act =
  | Move
  | 'draft_made'
  | 'draft_saved'
  | 'receipt_used'
  | 'screened'
  | 'invited'
  | 'accepted_invitation'
  | 'declined'
  | 'recused'
  | 'expired'
  | 'released'
  | 'extended'
  | 'review_submitted'
  | 'review_returned'
  | 'safety_concern'
  | 'decided'
  | 'seconded'
  | 'decision_released'
  | 'round_closed'
  | 'attribution_changed'
  | 'embargo_lifted'
  | 'identity_revealed'
  | 'change_queued'
  | 'change_opened'
  | 'change_merged'
  | 'change_closed'
  | 'change_insisted'
  | 'take_down_asked'
  | 'note_written'
  | 'letter_sent'
  | 'letter_refused'
  | 'person_made'
  | 'person_changed'
  | 'signed_in'
  | 'signed_out'
  | 'job_retried'
  | 'definition_read'
  | 'export_asked'
  | 'export_approved'
  | 'export_refused'
  | 'export_downloaded';

export interface HistoryEntry {
  readonly at: string;
  readonly actor: string;
  readonly act: Act;
  /** The id of what it happened to. */
  readonly object: string;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The bytes that the hash of a row covers: a fixed order of parts and sorted keys, so that the same row always gives
 * the same hash. `prev` is the hash of the row before, hex.
 */
export function chainedBytes(n: number, prev: string, entry: HistoryEntry): string {
  const body = Object.fromEntries(Object.entries(entry.body).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(['h1', n, prev, entry.at, entry.actor, entry.act, entry.object, body]);
}
