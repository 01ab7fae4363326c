import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { mortal } from '../undo-on-signals.ts';
import type { MatchingFigures, MatchingOrder } from './matching-process.ts';

const program = path.join(import.meta.dirname, 'matching-process.ts');

/** Up to so many cases the programme with every pair is solved beside ours. */
const MOST_WHOLE = 1000;

/** Matches reviewers to so many cases, each wanting three of 200. */
export async function measureMatching(cases: number, seed: number): Promise<MatchingFigures> {
  const child = fork(program, { execArgv: ['--max-semi-space-size=4'] });
  const kill = mortal(child);
  const ended = new AbortController();
  child.once('exit', () => {
    ended.abort(new Error('The process that matches has ended'));
  });
  try {
    child.send({ cases, seed, whole: cases <= MOST_WHOLE } satisfies MatchingOrder);
    const [figures] = (await once(child, 'message', { signal: ended.signal })) as [MatchingFigures];
    return figures;
  } finally {
    kill();
  }
}
