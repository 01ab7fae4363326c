/** One request to send. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string | undefined;
  /** A form as browsers send it. */
  readonly body?: string | undefined;
}

/** What a load process is told to do. */
export interface LoadOrder {
  readonly url: string;
  readonly connections: number;
  /** Taken one after the other, and again from the first when they are used up. */
  readonly shots: readonly Shot[];
  /** How many answers are waited for. */
  readonly amount: number;
  /** The only answer that counts as one. */
  readonly status: number;
}

/** What came back. Times in milliseconds. */
export interface LoadReport {
  readonly answered: number;
  /** Answers of another status, lost connections and time-outs; of a sound run there is none. */
  readonly wrong: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}
