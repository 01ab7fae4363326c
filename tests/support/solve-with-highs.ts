import loadHighs from 'highs';
import { HighsSolver } from '../../src/adapters/matching/highs-solver.ts';
import type { Programme } from '../../src/domain/matching/programme.ts';

const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** Works with a solver for as long as `work` takes, and frees it. */
export function withHighs<T>(work: (solverFor: (programme: Programme) => HighsSolver) => T): T {
  const open: HighsSolver[] = [];
  try {
    return work((programme) => {
      const solver = new HighsSolver(highs, programme, 30);
      open.push(solver);
      return solver;
    });
  } finally {
    for (const solver of open) solver.end();
  }
}
