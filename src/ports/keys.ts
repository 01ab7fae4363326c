import type { Receipt } from '../domain/safety/receipt.ts';

/** What the service's secret key is good for. Hashes are keyed, so that the database alone cannot be searched for a guess. */
export interface Keys {
  /** Keyed hash of a secret for storing, hex. `label` keeps the hashes of different things apart. */
  hash(
    label: 'receipt' | 'form' | 'session' | 'submitter' | 'link' | 'code' | 'browser' | 'pre' | 'body',
    value: string,
  ): string;
  /** Plain SHA-256, hex: content keys and page hashes, which others must be able to recompute. */
  digest(text: string): string;
  /** The receipt of a form: a function of its id, so that it can be shown again when an answer was lost. 24 characters. */
  receiptFor(formId: string): Receipt;
  /** The link token of an assignment, recomputable so that no letter need be stored; `round` makes a new one. */
  linkFor(assignmentId: string): string;
  /** Seals a text with a key that only this secret gives (AES-256-GCM); `open` gives undefined for a wrong secret. */
  seal(secret: string, text: string): string;
  open(secret: string, sealed: string): string | undefined;
  /** A token for forms, good for one session: `random.mac`. */
  csrfToken(session: string): string;
  csrfValid(session: string, token: string): boolean;
}
