import { createHash } from 'node:crypto';
import { chainedBytes, type HistoryEntry } from '../../src/domain/history.ts';
import type { Insert } from './bulk-insert.ts';

/** Writes a valid chain from the start, or on from where the database's own ends. */
export class HistoryChain {
  readonly #insert: Insert;
  #n: number;
  #hash: string;

  constructor(insert: Insert, end: { n: number; hash: string } = { n: 0, hash: '0'.repeat(64) }) {
    this.#insert = insert;
    this.#n = end.n;
    this.#hash = end.hash;
  }

  tell(entry: HistoryEntry): void {
    this.#n += 1;
    const prev = this.#hash;
    this.#hash = createHash('sha256')
      .update(chainedBytes(this.#n, prev, entry))
      .digest('hex');
    this.#insert('history', { ...entry, body: JSON.stringify(entry.body), n: this.#n, prev, hash: this.#hash });
  }
}
