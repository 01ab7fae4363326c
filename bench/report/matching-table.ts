import { matchingGoals } from '../goals.ts';
import type { MatchingFigures } from '../matching/matching-process.ts';
import { against, inColumns, short } from './columns.ts';

/** Nobody who must not be asked, nobody too often, and as good as can be. */
export const isMatched = (figures: MatchingFigures): boolean =>
  figures.wrong === 0 && figures.mostLoad <= figures.room && figures.ofBound >= matchingGoals.ofBest;

/** A figure with `!` misses its goal. */
export function matchingTable(all: readonly MatchingFigures[]): string {
  const head = ['autoassign', 's', 'MB', 'CPU s', 'of the bound', 'of the whole', 'places', 'empty', 'loads', 'wrong'];
  return inColumns([head, ...all.map(row)]);
}

function row(figures: MatchingFigures): string[] {
  const goal = matchingGoals.at[figures.cases];
  return [
    String(figures.cases),
    against(figures.seconds, goal?.seconds),
    against(figures.megabytes, goal?.megabytes),
    short(figures.cpuSeconds),
    share(figures.ofBound),
    figures.ofWhole === undefined ? '-' : share(figures.ofWhole),
    String(figures.places),
    String(figures.empty),
    `${String(figures.leastLoad)}–${String(figures.mostLoad)} of ${String(figures.room)}`,
    isMatched(figures) ? '0' : 'INVALID',
  ];
}

const share = (value: number): string => `${(100 * value).toFixed(3)} %${value < matchingGoals.ofBest ? '!' : ''}`;
