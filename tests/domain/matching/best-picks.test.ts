import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bestPicks } from '../../../src/domain/matching/best-picks.ts';
import { breachesOf } from '../../../src/domain/matching/check-picks.ts';
import { MatchingFailed } from '../../../src/domain/matching/matching-faults.ts';
import { valueOf, worthOf, type MatchingProblem, type Picks } from '../../../src/domain/matching/problem.ts';
import { programmeOf } from '../../../src/domain/matching/programme.ts';
import type { PersonId, SubmissionId } from '../../../src/domain/ids.ts';
import { times } from '../../support/long-run.ts';
import { withHighs } from '../../support/solve-with-highs.ts';

/** `worth` by case and person. */
function problemOf(wanted: readonly number[], room: readonly number[], worth: readonly number[]): MatchingProblem {
  return {
    cases: wanted.map((many, at) => ({ submissionId: `case-${String(at)}` as SubmissionId, wanted: many })),
    people: room.map((many, at) => ({ personId: `person-${String(at)}` as PersonId, room: many })),
    worth: Uint16Array.from(worth),
  };
}

const problems = (most: { cases: number; people: number }): fc.Arbitrary<MatchingProblem> =>
  fc
    .record({
      wanted: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: most.cases }),
      room: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: most.people }),
    })
    .chain(({ wanted, room }) => {
      const size = wanted.length * room.length;
      const worth = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(500, 1000));
      return fc.array(worth, { minLength: size, maxLength: size }).map((worths) => problemOf(wanted, room, worths));
    });

/** Every answer that keeps the rules. */
function* everyAnswer(problem: MatchingProblem, one = 0): Generator<number[][]> {
  const wanted = problem.cases[one]?.wanted;
  if (wanted === undefined) {
    yield [];
    return;
  }
  const may = problem.people.map((_, person) => person).filter((person) => worthOf(problem, one, person) > 0);
  const sets = [[], ...may.map((person) => [person])];
  if (wanted > 1) sets.push(...may.flatMap((left, at) => may.slice(at + 1).map((right) => [left, right])));
  for (const set of sets) for (const rest of everyAnswer(problem, one + 1)) yield [set, ...rest];
}

const bestByTryingAll = (problem: MatchingProblem): number =>
  Math.max(
    ...[...everyAnswer(problem)]
      .filter((picks) => breachesOf(problem, picks).length === 0)
      .map((picks) => valueOf(problem, picks)),
  );

const best = (problem: MatchingProblem) => withHighs((solverFor) => bestPicks(problem, solverFor));

describe('the best reviewers for all cases at once', () => {
  it('are those that trying every answer finds, and proven to be', () => {
    fc.assert(
      fc.property(problems({ cases: 3, people: 4 }), (problem) => {
        const { picks, bound } = best(problem);
        assert.deepEqual(breachesOf(problem, picks), []);
        assert.deepEqual(
          [valueOf(problem, picks), Math.round(bound)],
          Array.from({ length: 2 }, () => bestByTryingAll(problem)),
        );
      }),
      { numRuns: times(60, 2000) },
    );
  });

  it('are the same with few pairs at first as with all of them', () => {
    fc.assert(
      fc.property(problems({ cases: 12, people: 40 }), (problem) => {
        const { picks, bound } = best(problem);
        assert.deepEqual(breachesOf(problem, picks), []);
        const all = problem.cases.flatMap((_, one) =>
          problem.people
            .map((_person, person) => ({ one, person }))
            .filter((pair) => worthOf(problem, pair.one, pair.person) > 0),
        );
        const programme = programmeOf(problem, all);
        const { amounts } = withHighs((solverFor) => solverFor(programme).solve());
        const whole = amounts.reduce((sum, amount, at) => sum + amount * (programme.columns.worth[at] ?? 0), 0);
        assert.deepEqual([valueOf(problem, picks), Math.round(bound)], [Math.round(whole), Math.round(whole)]);
      }),
      { numRuns: times(30, 1000) },
    );
  });

  it('are for one case those that fit it best', () => {
    fc.assert(
      fc.property(problems({ cases: 1, people: 20 }), (problem) => {
        const { picks } = best(problem);
        const ranked = problem.people
          .map(({ room }, person) => (room > 0 ? worthOf(problem, 0, person) : 0))
          .filter((worth) => worth > 0)
          .sort((left, right) => right - left);
        const found = picks[0]?.map((person) => worthOf(problem, 0, person));
        assert.deepEqual(found, ranked.slice(0, problem.cases[0]?.wanted));
      }),
      { numRuns: times(50, 500) },
    );
  });

  it('reach people who are among the best for no case', () => {
    const [cases, people] = [24, 30];
    const worth = Array.from({ length: cases * people }, (_, pair) => 10_000 - 300 * (pair % people));
    const ones = (many: number) => Array.from({ length: many }, () => 1);
    const { picks } = best(problemOf(ones(cases), ones(people), worth));
    assert.deepEqual(
      picks.flat().sort((left, right) => left - right),
      [...ones(cases).keys()],
    );
  });

  it('leave no place empty for a better fit', () => {
    // Whoever fits the first case best is the only one for the second.
    const { picks } = best(problemOf([1, 1], [1, 1], [10_000, 1, 10_000, 0]));
    assert.deepEqual(picks, [[1], [0]]);
  });

  it('give two cases a reviewer each before one of them gets two', () => {
    const { picks } = best(problemOf([2, 2], [1, 1], [10_000, 10_000, 5000, 5000]));
    assert.deepEqual(
      picks.map((people) => people.length),
      [1, 1],
    );
  });

  it('go to the case that has waited longest where there is one person for two', () => {
    assert.deepEqual(best(problemOf([1, 1], [1], [1000, 2000])).picks, [[0], []]);
  });

  it('fill two desks evenly where both people fit alike', () => {
    const { picks } = best(
      problemOf(
        [1, 1, 1, 1],
        [3, 3],
        Array.from({ length: 8 }, () => 5000),
      ),
    );
    assert.deepEqual(picks.flat().sort(), [0, 0, 1, 1]);
  });

  it('are refused where the solver gives somebody half a case', () => {
    const half = { amounts: new Float64Array(8).fill(0.5), prices: new Float64Array(2).fill(10_000) };
    assert.throws(
      () => bestPicks(problemOf([1], [1], [10]), () => ({ solve: () => half, add: () => undefined })),
      (fault) => fault instanceof MatchingFailed && fault.trouble === 'no_answer',
    );
  });
});

describe('the check of an answer', () => {
  const problem = problemOf([2, 1], [1, 2], [10, 20, 0, 30]);
  const rows: readonly [string, Picks, readonly string[]][] = [
    ['what is right', [[0, 1], [1]], []],
    ['a case that is missing', [[0, 1]], ['case_missing']],
    ['more people than a case wants', [[], [1, 0]], ['too_many_people', 'must_not_be_asked']],
    ['somebody twice', [[1, 1], []], ['same_person_twice']],
    ['somebody in conflict', [[], [0]], ['must_not_be_asked']],
    ['somebody whom nobody knows', [[2], []], ['must_not_be_asked']],
    ['more than there is room for', [[0, 1], [0]], ['more_than_there_is_room_for', 'must_not_be_asked']],
  ];
  for (const [name, picks, breaches] of rows)
    it(`sees ${name}`, () => {
      assert.deepEqual(breachesOf(problem, picks), breaches);
    });
});
