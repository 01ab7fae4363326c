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
  readonly shots: readonly Shot[];
  /** Sends the shots again and again for so many seconds; left out, each of them once. */
  readonly seconds?: number | undefined;
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
