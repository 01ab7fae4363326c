import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { MatchingFailed } from '../../domain/matching/matching-faults.ts';
import { matchReviewers, type Matching } from '../../domain/matching/matching.ts';
import type { Programme } from '../../domain/matching/programme.ts';
import { weighCase, type MatchingQuestion, type WeighedCase } from '../../domain/matching/weigh-case.ts';
import type { Answers } from '../../domain/module/form.ts';
import type { CaseMaterial } from '../../ports/matcher.ts';
import { HighsSolver } from './highs-solver.ts';
import type { Asked, FromThread } from './thread-messages.ts';

/** The thread in which reviewers are matched: it weighs each slice of cases as it comes, and solves when told that it has all. */
const { question, secondsAtMost } = workerData as { question: MatchingQuestion; secondsAtMost: number };
const weighed: WeighedCase[] = [];

/** The package's types describe its CommonJS half, where the function stands one step further in. */
const load = loadHighs as unknown as typeof loadHighs.default;

const say = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', (asked: Asked) => {
  if (asked.kind === 'cases') {
    weighed.push(...asked.cases.flatMap((material) => weighCase(question, unpacked(material)) ?? []));
    say({ kind: 'more' });
  } else {
    void answer();
  }
});
say({ kind: 'more' });

const unpacked = (material: CaseMaterial) => ({
  ...material,
  answers: JSON.parse(material.answers) as Answers,
  sealed: JSON.parse(material.sealed) as Answers,
});

async function answer(): Promise<void> {
  try {
    say({ kind: 'done', matching: await solved() });
  } catch (fault) {
    const [trouble, doing] =
      fault instanceof MatchingFailed ? [fault.trouble, fault.message] : ['no_answer', String(fault)];
    say({ kind: 'failed', trouble, doing } as FromThread);
  }
  parentPort?.close();
}

async function solved(): Promise<Matching> {
  const highs = await load();
  const open: HighsSolver[] = [];
  const solverFor = (programme: Programme): HighsSolver => {
    const solver = new HighsSolver(highs, programme, secondsAtMost);
    open.push(solver);
    return solver;
  };
  try {
    return matchReviewers(question, weighed, solverFor);
  } finally {
    for (const solver of open) solver.end();
  }
}
