/** What git calls by its hash never changes, so it is asked for once; the oldest are forgotten first. */
export class Remembered<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  async get(name: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const found = await ask();
    this.#kept.set(name, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return found;
  }
}
