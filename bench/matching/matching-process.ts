/** Matches reviewers in a process of its own, so that its memory is that of nothing else, and reports to its parent. */
import { ThreadMatcher } from '../../src/adapters/matching/thread-matcher.ts';
import type { Matching } from '../../src/domain/matching/matching.ts';
import type { MatchingQuestion } from '../../src/domain/matching/weigh-case.ts';
import type { CaseMaterial } from '../../src/ports/matcher.ts';
import { Dice } from '../seeding/seeded-random.ts';
import { judge, type Judgement } from './judge.ts';
import { madeUpCases, madeUpQuestion, roomFor } from './made-up-question.ts';

export interface MatchingOrder {
  readonly cases: number;
  readonly seed: number;
  /** Solves it once more with every pair in the programme. */
  readonly whole: boolean;
}

export interface MatchingFigures extends Judgement {
  readonly cases: number;
  /** From the question to the answer. */
  readonly seconds: number;
  /** The most that the whole process had at any time. */
  readonly megabytes: number;
  /** CPU of the process in the same time, the making up of the cases included. */
  readonly cpuSeconds: number;
}

process.on('message', (order: MatchingOrder) => {
  void measured(order).then((figures) => process.send?.(figures));
});

async function measured({ cases, seed, whole }: MatchingOrder): Promise<MatchingFigures> {
  const question = madeUpQuestion(roomFor(cases), new Dice(seed));
  const slices = (): Generator<CaseMaterial[]> => madeUpCases(cases, question, new Dice(seed + 1));
  const { matching, ...took } = await timed(question, slices());
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { cases, ...took, megabytes, ...(await judge(question, slices(), matching, whole)) };
}

async function timed(question: MatchingQuestion, slices: Generator<CaseMaterial[]>) {
  const matcher = new ThreadMatcher();
  const started = performance.now();
  const before = process.cpuUsage();
  const matching: Matching = await matcher.match(question, slices, new AbortController().signal);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { matching, seconds, cpuSeconds: (user + system) / 1e6 };
}
