import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeReview, countsForQuorum, emptyReview, reviewProblems } from '../../../src/domain/review/review.ts';
import { criteria, review, rubric, scores } from '../../support/domain-examples.ts';

describe('A review before it is submitted', () => {
  it('lacks every gate, every criterion, the level, the recommendation and the confidence while empty', () => {
    assert.deepEqual(reviewProblems(rubric, emptyReview), [
      ...rubric.gates.map(({ id }) => ({ kind: 'gate_missing', gate: id })),
      ...criteria.map((id) => ({ kind: 'score_missing', criterion: id })),
      { kind: 'evidence_level_missing' },
      { kind: 'recommendation_missing' },
      { kind: 'confidence_missing' },
    ]);
  });

  it('may be submitted with "cannot judge" on every criterion', () => {
    const answers = review({ scores: scores(0, Object.fromEntries(criteria.map((id) => [id, undefined]))) });
    assert.deepEqual(completeReview(rubric, answers), { ok: true, value: answers });
  });

  it('names the request that says nothing', () => {
    const requests = [
      { level: 'must', editorial: false, text: 'Say how consent was given.' },
      { level: 'should', editorial: true, text: '  ' },
    ] as const;
    assert.deepEqual(completeReview(rubric, review({ requests })), {
      ok: false,
      refusal: [{ kind: 'request_text_missing', index: 1 }],
    });
  });

  it('asks nothing more of somebody who is not qualified', () => {
    assert.deepEqual(reviewProblems(rubric, { ...emptyReview, recommendation: 'not_qualified' }), []);
  });
});

describe('A submitted review counts for the quorum', () => {
  it('with seven judged criteria, the essential ones among them', () => {
    const three = { relevance: undefined, inclusion: undefined, evidence: undefined };
    assert.equal(countsForQuorum(rubric, review({ scores: scores(3, three) })), true);
  });

  it('not with six', () => {
    const four = { relevance: undefined, inclusion: undefined, evidence: undefined, documentation: undefined };
    assert.equal(countsForQuorum(rubric, review({ scores: scores(3, four) })), false);
  });

  for (const essential of ['do_no_harm', 'survivor_centred', 'effectiveness'])
    it(`not without ${essential}`, () => {
      assert.equal(countsForQuorum(rubric, review({ scores: scores(3, { [essential]: undefined }) })), false);
    });

  it('not when its writer is not qualified', () => {
    assert.equal(countsForQuorum(rubric, review({ recommendation: 'not_qualified' })), false);
  });
});
