import type { Reader } from '../db/in-transaction.ts';
import type { ModuleId, PersonId, SubmissionId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Keys } from '../ports/keys.ts';
import type { WrittenLetter } from './written-letter.ts';

/** What whoever writes letters has at hand; everything is read when the letter leaves, not when it was queued. */
export interface LetterDesk {
  readonly db: Reader;
  readonly keys: Pick<Keys, 'linkFor' | 'hash'>;
  /** Scheme and host that links begin with. */
  readonly baseUrl: string;
  readonly now: Date;
  readonly definition: (module: ModuleId) => ModuleDefinition | undefined;
}

/** Who a letter goes to and what it is about, by ids: what is written down of it. */
export interface Addressee {
  readonly personId?: PersonId | undefined;
  readonly submissionId?: SubmissionId | undefined;
}

export type Composed =
  | { readonly kind: 'written'; readonly to: string; readonly letter: WrittenLetter; readonly addressee: Addressee }
  /** What it would tell is no longer so. */
  | { readonly kind: 'not_wanted' }
  /** The case is on hold: nothing about it leaves now. */
  | { readonly kind: 'held' }
  /** This person wants no mail. */
  | { readonly kind: 'no_address'; readonly addressee: Addressee };

export const notWanted: Composed = { kind: 'not_wanted' };
export const held: Composed = { kind: 'held' };
