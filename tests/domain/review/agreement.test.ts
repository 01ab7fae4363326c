import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agreementOf, agreementOn, leniencyOf, ordinalAlpha } from '../../../src/domain/review/agreement.ts';
import type { Points } from '../../../src/domain/review/review.ts';
import { rubric, scores } from '../../support/domain-examples.ts';

/** Four observers, twelve units, some judgements missing: the example of Krippendorff (2011), with ordinal alpha 0.815. */
const published = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
  [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];
const units = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) =>
  published.map((observer) => observer[at] ?? 0).filter((value) => value !== 0),
);

describe("Krippendorff's alpha for ordinal data", () => {
  it('has the published value on the published data', () => {
    assert.equal(ordinalAlpha(units)?.toFixed(3), '0.815');
  });

  it('is 1 where all agree and values differ between units', () => {
    assert.equal(
      ordinalAlpha([
        [1, 1],
        [4, 4, 4],
        [2, 2],
      ]),
      1,
    );
  });

  it('is not defined where only one value occurs, or nothing can be compared', () => {
    assert.deepEqual(
      [
        ordinalAlpha([
          [3, 3],
          [3, 3],
        ]),
        ordinalAlpha([[3], [1]]),
        ordinalAlpha([]),
      ],
      [undefined, undefined, undefined],
    );
  });

  it('does not depend on any order, and never exceeds 1', () => {
    const unit = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (list) => {
        const alpha = ordinalAlpha(list);
        const again = ordinalAlpha(list.toReversed().map((each) => each.toReversed()));
        assert.equal(alpha?.toFixed(9), again?.toFixed(9));
        assert.ok(alpha === undefined || alpha <= 1);
      }),
    );
  });
});

const caseOf = (...points: (Points | undefined)[]) =>
  points.map((point) => ({ scores: scores(3, { relevance: point }) }));

describe('Agreement on a criterion', () => {
  it('counts the pairs within each case that are the same and at most one point apart', () => {
    const cases = [caseOf(3, 3), caseOf(1, 2, 4), caseOf(2, undefined), caseOf(4)];
    assert.deepEqual(agreementOn('relevance', cases), {
      cases: 2,
      pairs: 4,
      exactPercent: 25,
      withinOnePercent: 50,
      alpha: undefined,
    });
  });

  it('shows alpha from ten cases on', () => {
    const cases = Array.from({ length: 10 }, (_, at) => caseOf(at % 2 === 0 ? 1 : 3, at % 2 === 0 ? 1 : 3));
    assert.equal(agreementOn('relevance', cases.slice(1))?.alpha, undefined);
    assert.equal(agreementOn('relevance', cases)?.alpha, 1);
  });

  it('is given for every criterion that two people judged', () => {
    const found = agreementOf(rubric, [caseOf(3, undefined), caseOf(4)]);
    assert.equal('relevance' in found, false);
    assert.equal(Object.keys(found).length, 9);
  });
});

describe('Leniency', () => {
  it('is the mean of own total less the median of the others, with its number of cases', () => {
    const cases = [
      { own: 8000, others: [7000] },
      { own: 6000, others: [5000, 7001] },
      { own: 9000, others: [] },
    ];
    assert.deepEqual(leniencyOf(cases), { mean: 500, cases: 2 });
  });

  it('is not known without anybody to compare with', () => {
    assert.equal(leniencyOf([{ own: 9000, others: [] }]), undefined);
  });
});
