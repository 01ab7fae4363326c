import { answerFaults, requestFaults } from './github-description.ts';
import { FAULT_HEADER } from './github-stand-in/faults.ts';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

/** The one way out of the tests: it writes down every call and holds it, and its answer, against GitHub's description. */
export class RecordingFetch {
  readonly calls: Recorded[] = [];
  readonly #faults = new Set<string>();
  readonly #answers: Promise<void>[] = [];
  readonly #knownLacks: readonly RegExp[];

  /** `knownLacks`: what the other side is known to answer otherwise than GitHub. */
  constructor(knownLacks: readonly RegExp[] = []) {
    this.#knownLacks = knownLacks;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const sent = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const path = decodeURIComponent(url.pathname);
    this.calls.push({ method: request.method, path, body: sent, headers: request.headers });
    this.#note(requestFaults(request.method, url, sent));
    const answer = await fetch(input, init);
    if (!answer.headers.has(FAULT_HEADER) && !answer.redirected) {
      this.#answers.push(this.#hold(request.method, path, answer.clone()));
    }
    return answer;
  };

  /** What was not as described, each once; waits for the answers that are still read. */
  async faults(): Promise<readonly string[]> {
    await Promise.all(this.#answers);
    return [...this.#faults];
  }

  async #hold(method: string, path: string, answer: Response): Promise<void> {
    const [mediaType = ''] = (answer.headers.get('content-type') ?? '').split(';');
    const text = await answer.text();
    const body = mediaType === 'application/json' ? (JSON.parse(text) as unknown) : text;
    this.#note(answerFaults(method, path, answer.status, mediaType.trim(), body));
  }

  #note(faults: readonly string[]): void {
    for (const fault of faults) {
      if (!this.#knownLacks.some((lack) => lack.test(fault))) this.#faults.add(fault);
    }
  }
}
