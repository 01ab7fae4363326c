import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cannotJudge, scored, type Points, type Scores } from '../../../src/domain/review/review.ts';
import { caseFigures, divideHalfUp, median, missedFloors, total } from '../../../src/domain/review/score.ts';
import { anyScores, criteria, review, rubric, scores } from '../../support/domain-examples.ts';

const reviewsOf = (list: readonly Scores[]) => list.map((each) => ({ scores: each }));

describe('The total of a review', () => {
  it('leaves a criterion that cannot be judged out', () => {
    // (10·4 + 15·3) / (4·25) = 0.85
    assert.equal(total(rubric, { relevance: scored(4), do_no_harm: scored(3), transferability: cannotJudge }), 8500);
  });

  it('rounds half a hundredth up', () => {
    const thirds = { ...rubric, criteria: [14, 2].map((weight, at) => ({ ...criterion, id: String(at), weight })) };
    // 10000·2·1 / (4·16) = 312.5
    assert.equal(total(thirds, { 0: scored(0), 1: scored(1) }), 313);
  });

  it('is none where nothing was judged', () => {
    assert.equal(total(rubric, {}), undefined);
  });

  it('lies between 0 and 10000, the ends where all points are 0 or 4', () => {
    assert.deepEqual([total(rubric, scores(0)), total(rubric, scores(4))], [0, 10_000]);
    fc.assert(
      fc.property(anyScores, (given) => {
        const found = total(rubric, given) ?? 0;
        assert.ok(Number.isInteger(found) && found >= 0 && found <= 10_000);
      }),
    );
  });

  it('does not depend on the order of the criteria or of the answers', () => {
    fc.assert(
      fc.property(anyScores, fc.shuffledSubarray(rubric.criteria.slice(), { minLength: 10 }), (given, shuffled) => {
        const turned = Object.fromEntries(Object.entries(given).toReversed());
        assert.equal(total({ ...rubric, criteria: shuffled }, turned), total(rubric, given));
      }),
    );
  });

  it('never falls when a point is added', () => {
    fc.assert(
      fc.property(anyScores, fc.constantFrom(...criteria), (given, id) => {
        const score = given[id];
        fc.pre(score?.kind === 'scored' && score.points < 4);
        const better = { ...given, [id]: scored(((score as { points: Points }).points + 1) as Points) };
        assert.ok((total(rubric, better) ?? 0) >= (total(rubric, given) ?? 0));
      }),
    );
  });

  it('is untouched by answers that cannot judge', () => {
    fc.assert(
      fc.property(anyScores, (given) => {
        const judged = Object.fromEntries(Object.entries(given).filter(([, { kind }]) => kind === 'scored'));
        assert.equal(total(rubric, judged), total(rubric, given));
      }),
    );
  });
});

const criterion = { mendable: true, essential: false };

describe('The figures of a case', () => {
  it('are the median, mean, lowest, highest and spread of the totals, and the medians of the criteria', () => {
    const figures = caseFigures(rubric, reviewsOf([scores(2), scores(3, { inclusion: undefined }), scores(4)]));
    assert.deepEqual(
      { ...figures, criteria: undefined },
      {
        totals: [5000, 7500, 10_000],
        score: 7500,
        mean: 7500,
        min: 5000,
        max: 10_000,
        spread: 5000,
        criteria: undefined,
      },
    );
    assert.deepEqual(figures?.criteria['relevance'], { judged: 3, median: 300, min: 2, max: 4 });
    assert.deepEqual(figures.criteria['inclusion'], { judged: 2, median: 300, min: 2, max: 4 });
  });

  it('take the mean of the middle two, the half up', () => {
    assert.equal(median([7500, 6000, 6001, 1]), 6001);
    assert.equal(median([]), undefined);
  });

  it('leave out a criterion that nobody could judge, and are none without a review', () => {
    const figures = caseFigures(rubric, reviewsOf([scores(2, { evidence: undefined })]));
    assert.equal('evidence' in (figures?.criteria ?? {}), false);
    assert.equal(caseFigures(rubric, []), undefined);
  });

  it('do not depend on the order of the reviews', () => {
    fc.assert(
      fc.property(fc.array(anyScores, { minLength: 1, maxLength: 4 }), (list) => {
        const { totals, ...figures } = caseFigures(rubric, reviewsOf(list)) ?? { totals: [] };
        const { totals: turned, ...again } = caseFigures(rubric, reviewsOf(list.toReversed())) ?? { totals: [] };
        assert.deepEqual(again, figures);
        assert.deepEqual(turned.toSorted(), totals.toSorted());
      }),
    );
  });

  it('never give a lower score for a higher total, and keep it and the mean between lowest and highest', () => {
    fc.assert(
      fc.property(fc.array(anyScores, { minLength: 1, maxLength: 4 }), (list) => {
        const before = caseFigures(rubric, reviewsOf(list));
        fc.pre(before !== undefined && total(rubric, list[0] ?? {}) !== undefined);
        const after = caseFigures(rubric, reviewsOf([scores(4), ...list.slice(1)]));
        assert.ok((after?.score ?? 0) >= before.score);
        for (const middle of [before.score, before.mean]) assert.ok(middle >= before.min && middle <= before.max);
      }),
    );
  });

  it('divide with the half up, below nought too', () => {
    assert.deepEqual([divideHalfUp(5, 2), divideHalfUp(-5, 2), divideHalfUp(7, 3)], [3, -2, 2]);
  });
});

describe('A floor', () => {
  const missed = (...list: Scores[]) =>
    missedFloors(rubric, caseFigures(rubric, reviewsOf(list)) ?? assert.fail('no figures')).map(
      (floor) => floor.criterion,
    );

  it('is reached at its median and missed half a point below', () => {
    assert.deepEqual(missed(scores(3, { effectiveness: 2 }), scores(3, { effectiveness: 2 })), []);
    assert.deepEqual(missed(scores(3, { effectiveness: 2 }), scores(3, { effectiveness: 1 })), ['effectiveness']);
  });

  it('is missed when one reviewer is below its minimum, whatever the median', () => {
    assert.deepEqual(missed(scores(4), scores(4), scores(4, { do_no_harm: 1 })), ['do_no_harm']);
    assert.deepEqual(missed(scores(4), scores(4), scores(4, { do_no_harm: 2 })), []);
  });

  it('says whether missing it can be mended', () => {
    const figures = caseFigures(rubric, [review({ scores: scores(1) })]) ?? assert.fail('no figures');
    assert.deepEqual(missedFloors(rubric, figures), [
      { criterion: 'survivor_centred', mendable: true, median: 100, min: 1 },
      { criterion: 'do_no_harm', mendable: false, median: 100, min: 1 },
      { criterion: 'effectiveness', mendable: true, median: 100, min: 1 },
    ]);
  });

  it('is not missed by a criterion that nobody judged', () => {
    assert.deepEqual(missed(scores(4, { effectiveness: undefined })), []);
  });
});
