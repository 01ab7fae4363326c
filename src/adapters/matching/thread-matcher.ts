import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MatchingFailed } from '../../domain/matching/matching-faults.ts';
import type { Matching } from '../../domain/matching/matching.ts';
import type { MatchingQuestion } from '../../domain/matching/weigh-case.ts';
import type { CaseMaterial, Matcher } from '../../ports/matcher.ts';
import type { Asked, FromThread } from './thread-messages.ts';

export interface Limits {
  /** The longest that the solver may think, and that the whole may take. */
  readonly solvingSeconds: number;
  readonly wholeSeconds: number;
}

const usual: Limits = { solvingSeconds: 120, wholeSeconds: 240 };
/** A thread that runs out of its heap ends alone, and the service goes on. */
const HEAP_MEGABYTES = 512;
/** Reading case after case leaves much behind that is gone at once; little room for it keeps the whole small. */
const YOUNG_MEGABYTES = 8;
/** Compiled it is `.js`, else `.ts`. */
const thread = new URL(`./matching-thread${path.extname(import.meta.filename)}`, import.meta.url);

/** Matches in a thread of its own that lives for one question: its memory, HiGHS's too, goes with it. One at a time. */
export class ThreadMatcher implements Matcher {
  readonly #limits: Limits;
  readonly #stop = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Limits = usual) {
    this.#limits = limits;
  }

  match(question: MatchingQuestion, slices: Iterable<readonly CaseMaterial[]>, signal: AbortSignal): Promise<Matching> {
    const turn = this.#last.then(() => this.#matchNow(question, slices, AbortSignal.any([signal, this.#stop.signal])));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Calls off what is under way. */
  close(): void {
    this.#stop.abort();
  }

  #matchNow(
    question: MatchingQuestion,
    slices: Iterable<readonly CaseMaterial[]>,
    signal: AbortSignal,
  ): Promise<Matching> {
    if (signal.aborted) return Promise.reject(new MatchingFailed('stopped', 'Matching reviewers'));
    const { solvingSeconds, wholeSeconds } = this.#limits;
    const worker = new Worker(thread, {
      // Nothing of it needs what the process was started with.
      execArgv: [],
      workerData: { question, secondsAtMost: solvingSeconds },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const deadline = AbortSignal.timeout(wholeSeconds * 1000);
    const answered = new Promise<Matching>((resolve, reject) => {
      const fail = (fault: MatchingFailed): void => {
        reject(fault);
      };
      signal.addEventListener('abort', () => {
        fail(new MatchingFailed('stopped', 'Matching reviewers'));
      });
      deadline.addEventListener('abort', () => {
        fail(new MatchingFailed('too_long', 'Matching reviewers'));
      });
      worker.once('error', (cause) => {
        fail(new MatchingFailed('no_answer', 'The thread that matches reviewers broke off', { cause }));
      });
      worker.once('exit', () => {
        fail(new MatchingFailed('no_answer', 'The thread that matches reviewers ended'));
      });
      const left = slices[Symbol.iterator]();
      worker.on('message', (said: FromThread) => {
        if (said.kind === 'done') resolve(said.matching);
        else if (said.kind === 'failed') fail(new MatchingFailed(said.trouble, said.doing));
        else handOver(worker, left, fail);
      });
    });
    return answered.finally(() => worker.terminate());
  }
}

/** The next slice, read now; or the word that there is no more. */
function handOver(
  worker: Worker,
  left: Iterator<readonly CaseMaterial[]>,
  fail: (fault: MatchingFailed) => void,
): void {
  try {
    const next = left.next();
    worker.postMessage(
      next.done === true ? ({ kind: 'solve' } satisfies Asked) : ({ kind: 'cases', cases: next.value } satisfies Asked),
    );
  } catch (cause) {
    fail(new MatchingFailed('no_answer', 'Reading the cases that wait for reviewers', { cause }));
  }
}
