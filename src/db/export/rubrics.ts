import type { Database } from 'better-sqlite3';
import type { Rubric } from '../../domain/module/rubric.ts';

/** The rubrics by which the cases of a module were ever judged. */
export interface Rubrics {
  /** Ids in the order of the newest rubric; what only older ones had comes after. */
  readonly criteria: readonly string[];
  readonly gates: readonly string[];
  /** What a criterion weighed in the rubric that a round was pinned to; undefined where that one had it not. */
  readonly weight: (commit: string, criterion: string) => number | undefined;
}

/** Reads the rubrics alone out of the pinned definitions, which are large. */
export function readRubrics(client: Database, module: string): Rubrics {
  const rows = client.prepare(USED).all(module) as { commit: string; rubric: string }[];
  const byCommit = new Map(rows.map(({ commit, rubric }) => [commit, JSON.parse(rubric) as Rubric]));
  const all = [...byCommit.values()];
  const weights = new Map(
    [...byCommit].map(([commit, { criteria }]) => [commit, new Map(criteria.map(({ id, weight }) => [id, weight]))]),
  );
  return {
    criteria: [...new Set(all.flatMap(({ criteria }) => criteria.map(({ id }) => id)))],
    gates: [...new Set(all.flatMap(({ gates }) => gates.map(({ id }) => id)))],
    weight: (commit, criterion) => weights.get(commit)?.get(criterion),
  };
}

const USED = `
  select "commit", definition -> '$.rubric' as rubric from definitions
  where module = ? and "commit" in (select distinct definition_commit from rounds)
  order by read_at desc`;
