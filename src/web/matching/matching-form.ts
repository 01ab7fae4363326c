import type { Request } from 'express';
import type { PersonId } from '../../domain/ids.ts';

/** A case on the form with the people who are ticked for it. */
export interface TickedCase {
  readonly publicId: string;
  readonly revision: number;
  readonly people: readonly PersonId[];
}

/** Between the parts of a value; in no id of ours. */
export const BETWEEN = '~';
/** More than any page of suggestions holds. */
const MOST_VALUES = 500;

/** The cases of the form that have somebody ticked. */
export function tickedCases(req: Request): TickedCase[] {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const picks = pairsIn(body['pick']);
  return pairsIn(body['case'])
    .map(([publicId, revision]) => ({
      publicId,
      revision: Number(revision),
      people: [...new Set(picks.filter(([one]) => one === publicId).map(([, person]) => person as PersonId))],
    }))
    .filter(({ people }) => people.length > 0);
}

function pairsIn(value: unknown): (readonly [string, string])[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.slice(0, MOST_VALUES).flatMap((one) => {
    const [left, right] = typeof one === 'string' ? one.split(BETWEEN) : [];
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
}
