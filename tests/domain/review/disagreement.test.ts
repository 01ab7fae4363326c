import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disagreements, evidenceVote } from '../../../src/domain/review/disagreement.ts';
import { emptyReview, type ReviewAnswers } from '../../../src/domain/review/review.ts';
import { review, rubric, scores } from '../../support/domain-examples.ts';

const between = (...both: Partial<ReviewAnswers>[]) =>
  disagreements(
    rubric,
    both.map((but) => review(but)),
  );

describe('Two reviews want a third', () => {
  it('not when they agree', () => {
    assert.deepEqual(between({}, {}), []);
  });

  it('when their totals are 20 or more apart, not below', () => {
    // A point on a criterion of weight w is w/4 of a total: two points on 35 and on 40 of 100 are 17.50 and 20.00.
    const exact = scores(3, { relevance: 1, participation: 1, evidence: 1, inclusion: 1, documentation: 1 });
    assert.deepEqual(between({}, { scores: exact }), [{ kind: 'totals_apart', spread: 2000, limit: 2000 }]);
    const near = scores(3, { relevance: 1, participation: 1, evidence: 1, inclusion: 1, documentation: 2 });
    assert.deepEqual(between({}, { scores: near }), []);
  });

  for (const criterion of ['do_no_harm', 'survivor_centred', 'effectiveness'])
    it(`when they are two points apart on ${criterion}, not at one`, () => {
      assert.deepEqual(between({}, { scores: scores(3, { [criterion]: 1 }) }), [
        { kind: 'criterion_apart', criterion, points: 2 },
      ]);
      assert.deepEqual(between({}, { scores: scores(3, { [criterion]: 2 }) }), []);
    });

  it('when one accepts, be it with edits, and the other rejects', () => {
    const opposed = [{ kind: 'recommendations_opposed' }];
    assert.deepEqual(between({ recommendation: 'accept' }, { recommendation: 'reject' }), opposed);
    assert.deepEqual(between({ recommendation: 'reject' }, { recommendation: 'accept_minor' }), opposed);
    assert.deepEqual(between({ recommendation: 'revise' }, { recommendation: 'reject' }), []);
    assert.deepEqual(between({ recommendation: 'accept' }, { recommendation: 'revise' }), []);
  });

  it('when their evidence levels are two apart, not at one', () => {
    assert.deepEqual(between({ evidenceLevel: 'E3' }, { evidenceLevel: 'E1' }), [
      { kind: 'evidence_apart', levels: 2 },
    ]);
    assert.deepEqual(between({ evidenceLevel: 'E2' }, { evidenceLevel: 'E1' }), []);
  });

  it('when both are outsiders, not when one is', () => {
    assert.deepEqual(between({ confidence: 1 }, { confidence: 1 }), [{ kind: 'nobody_confident' }]);
    assert.deepEqual(between({ confidence: 1 }, { confidence: 2 }), []);
  });

  it('but one review and three never do', () => {
    assert.deepEqual(between({ confidence: 1 }), []);
    assert.deepEqual(between({}, {}, { recommendation: 'reject', scores: scores(0) }), []);
  });

  it('and without anything judged on either side nothing is apart in scores', () => {
    assert.deepEqual(disagreements(rubric, [review({ scores: {} }), review({ scores: {} })]), []);
  });
});

describe('The vote on the evidence level', () => {
  it('is the median, of two the lower, and none without a review', () => {
    const vote = (...levels: ReviewAnswers['evidenceLevel'][]) =>
      evidenceVote(levels.map((evidenceLevel) => review({ evidenceLevel } as Partial<ReviewAnswers>)));
    assert.deepEqual([vote('E4', 'E1', 'E2'), vote('E3', 'E2'), vote()], ['E2', 'E2', undefined]);
  });

  it('leaves out who is not qualified', () => {
    const unqualified: ReviewAnswers = { ...emptyReview, recommendation: 'not_qualified' };
    assert.equal(evidenceVote([unqualified, review()]), 'E2');
  });
});
