import loadHighs from 'highs';
import { HighsSolver } from '../../src/adapters/matching/highs-solver.ts';
import { problemOf, type Matching } from '../../src/domain/matching/matching.ts';
import { worthOf, type MatchingProblem } from '../../src/domain/matching/problem.ts';
import { programmeOf } from '../../src/domain/matching/programme.ts';
import { weighCase, type MatchingQuestion, type WeighedCase } from '../../src/domain/matching/weigh-case.ts';
import { conflictsOf } from '../../src/domain/assignment/conflict.ts';
import { conflictFactsIn } from '../../src/domain/assignment/conflict-facts.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { CaseMaterial } from '../../src/ports/matcher.ts';

/** What an answer is worth, looked at by somebody else than who made it. */
export interface Judgement {
  /** Its worth over that of the best answer, by the proof that came with it. */
  readonly ofBound: number;
  /** The same by the programme with every pair in it; undefined where that was not solved. */
  readonly ofWhole: number | undefined;
  readonly places: number;
  readonly empty: number;
  readonly leastLoad: number;
  readonly mostLoad: number;
  readonly room: number;
  /** Pairs of which somebody is in conflict, proposed twice for one case, or does not read its language. */
  readonly wrong: number;
}

export async function judge(
  question: MatchingQuestion,
  slices: Iterable<readonly CaseMaterial[]>,
  matching: Matching,
  whole: boolean,
): Promise<Judgement> {
  const materials = new Map([...slices].flat().map((material) => [material.submissionId, material]));
  const places = matching.cases.reduce((sum, { wanted }) => sum + wanted, 0);
  const loads = new Map(question.reviewers.map(({ personId }) => [personId, 0]));
  const everybody = matching.cases.flatMap(({ people }) => people.map(({ personId }) => personId));
  for (const personId of everybody) loads.set(personId, (loads.get(personId) ?? 0) + 1);
  const best = whole ? await bestOfWhole(question, [...materials.values()]) : undefined;
  return {
    ofBound: matching.value / matching.bound,
    ofWhole: best === undefined ? undefined : matching.value / best,
    places,
    empty: places - everybody.length,
    leastLoad: Math.min(...loads.values()),
    mostLoad: Math.max(...loads.values()),
    room: question.definition.policy.reviewerOpenLimit,
    wrong: matching.cases.reduce((sum, one) => sum + wrongIn(question, materials.get(one.submissionId), one), 0),
  };
}

function wrongIn(
  question: MatchingQuestion,
  material: CaseMaterial | undefined,
  { people }: Matching['cases'][number],
): number {
  if (material === undefined) return people.length;
  const [answers, sealed] = [material.answers, material.sealed].map((text) => JSON.parse(text) as Answers);
  const facts = conflictFactsIn(answers ?? {}, sealed ?? {}, material.conflicts);
  const wrong = people.filter(({ personId, languages }) => {
    const reviewer = question.reviewers.find((one) => one.personId === personId);
    if (reviewer === undefined || languages === 0) return true;
    const { name, email, organisation } = reviewer;
    return conflictsOf({ personId, name, emails: [email], organisations: [organisation] }, facts).length > 0;
  });
  return wrong.length + people.length - new Set(people.map(({ personId }) => personId)).size;
}

/** The programme with every pair, and no taking in of pairs. */
async function bestOfWhole(question: MatchingQuestion, materials: readonly CaseMaterial[]): Promise<number> {
  const weighed = materials.flatMap((material): WeighedCase[] => {
    const [answers, sealed] = [material.answers, material.sealed].map((text) => JSON.parse(text) as Answers);
    return [weighCase(question, { ...material, answers: answers ?? {}, sealed: sealed ?? {} }) ?? []].flat();
  });
  const problem: MatchingProblem = problemOf(question, weighed);
  const pairs = problem.cases.flatMap((_, one) =>
    problem.people
      .map((_person, person) => ({ one, person }))
      .filter((pair) => worthOf(problem, pair.one, pair.person) > 0),
  );
  const programme = programmeOf(problem, pairs);
  const solver = new HighsSolver(await (loadHighs as unknown as typeof loadHighs.default)(), programme, 600);
  try {
    const { amounts } = solver.solve();
    return amounts.reduce((sum, amount, at) => sum + amount * (programme.columns.worth[at] ?? 0), 0);
  } finally {
    solver.end();
  }
}
