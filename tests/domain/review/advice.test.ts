import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { evidenceLevels } from '../../../src/domain/module/rubric.ts';
import { adviceKinds, adviceTable, advise, type AdviceInput } from '../../../src/domain/review/advice.ts';
import { openGates } from '../../../src/domain/review/gates.ts';
import { gateVerdicts, type Points, type ReviewAnswers } from '../../../src/domain/review/review.ts';
import { caseFigures } from '../../../src/domain/review/score.ts';
import { anyPoints, criteria, gates, review, rubric, scores } from '../../support/domain-examples.ts';

const input = (but: Partial<AdviceInput> = {}): AdviceInput => ({
  rubric,
  policy: { quorum: 2 },
  screening: gates(),
  reviews: [review(), review()],
  short: false,
  safe: true,
  safetyCleared: false,
  ...but,
});

const advice = (but: Partial<AdviceInput> = {}) => advise(input(but)).kind;
const rules = (but: Partial<AdviceInput> = {}) => advise(input(but)).reasons.map(({ rule }) => rule);
const both = (but: Partial<ReviewAnswers>): Partial<AdviceInput> => ({ reviews: [review(but), review(but)] });

/** Points under which no floor is missed and nobody is apart, with the total they give: a criterion of weight w gives w/4 a point. */
const floorsKept: Record<string, Points> = { do_no_harm: 3, survivor_centred: 2, effectiveness: 2 };
const total70 = scores(3, { ...floorsKept, survivor_centred: 3, effectiveness: 2, inclusion: 2 });
const total69 = scores(3, { ...floorsKept, survivor_centred: 3, effectiveness: 2, inclusion: 2, documentation: 2 });
const total60 = scores(2, { ...floorsKept, effectiveness: 3, participation: 3 });
const total59 = scores(2, { ...floorsKept, effectiveness: 3, transferability: 3 });
const total45 = scores(1, { ...floorsKept, relevance: 2, participation: 2, inclusion: 1 });
const total44 = scores(1, { ...floorsKept, relevance: 2, sustainability: 2 });
const scoreOf = (each: typeof total70) => caseFigures(rubric, [{ scores: each }])?.score;

const must = { level: 'must', editorial: false, text: 'Say who consented.' } as const;
const editorialMust = { ...must, editorial: true } as const;

describe('The decision aid', () => {
  it('is a table of seven rows in this order, and then no advice', () => {
    assert.deepEqual([...adviceTable.map(({ kind }) => kind), 'none'], [...adviceKinds]);
  });

  it('is tried on totals at its thresholds', () => {
    assert.deepEqual(
      [total70, total69, total60, total59, total45, total44].map(scoreOf),
      [7000, 6875, 6000, 5925, 4500, 4450],
    );
  });
});

describe('Safety hold', () => {
  for (const gate of ['consent', 'no_identifiers', 'no_ongoing_risk', 'referral'])
    for (const verdict of ['fail', 'unsure'] as const)
      it(`is advised on ${verdict} at ${gate}, at screening or by one reviewer`, () => {
        const open = gates({ [gate]: { verdict } });
        const expected = { kind: 'safety_hold', reasons: [{ rule: 'safety_gate_open', params: { gate, verdict } }] };
        assert.deepEqual(advise(input({ screening: open })), expected);
        assert.deepEqual(advise(input({ reviews: [review(), review({ gates: open })] })), expected);
      });

  it('is advised on a safety concern, of a review that does not count too', () => {
    const concern = review({ safetyConcern: 'The officer is known.', recommendation: 'not_qualified' });
    assert.deepEqual(advise(input({ reviews: [review(), review(), concern] })), {
      kind: 'safety_hold',
      reasons: [{ rule: 'safety_concern', params: { reviews: 1 } }],
    });
  });

  it('comes before everything else, until the safety person has cleared it', () => {
    const concern = both({ safetyConcern: 'Yes.', gates: gates({ consent: { verdict: 'unsure' } }) });
    assert.equal(advice(concern), 'safety_hold');
    assert.equal(advice({ ...concern, safetyCleared: true }), 'accept');
  });

  it('is advised where a safety gate was answered by nobody', () => {
    assert.equal(advice({ screening: {}, reviews: [] }), 'safety_hold');
  });
});

describe('A third review', () => {
  it('is advised where two disagree, with each way in which they do', () => {
    const reviews = [
      review(),
      review({ recommendation: 'reject', evidenceLevel: 'E0', scores: scores(3, { do_no_harm: 1 }) }),
    ];
    assert.deepEqual(advise(input({ reviews })), {
      kind: 'third_review',
      reasons: [
        { rule: 'criterion_apart', params: { criterion: 'do_no_harm', points: 2 } },
        { rule: 'recommendations_opposed', params: {} },
        { rule: 'evidence_apart', params: { levels: 2 } },
      ],
    });
  });

  it('is not asked for again once it is there', () => {
    assert.equal(advice({ reviews: [review(), review(), review({ recommendation: 'reject' })] }), 'accept');
  });

  it('looks only at reviews that count', () => {
    const unqualified = review({ recommendation: 'not_qualified', scores: scores(0) });
    assert.equal(advice({ reviews: [review(), review(), unqualified] }), 'accept');
  });
});

describe('Accept', () => {
  it('is advised at 70, with all its reasons', () => {
    assert.deepEqual(advise(input(both({ scores: total70 }))), {
      kind: 'accept',
      reasons: [
        { rule: 'quorum_met', params: { counted: 2, quorum: 2 } },
        { rule: 'gates_passed', params: {} },
        { rule: 'floors_met', params: {} },
        { rule: 'no_total_too_low', params: { lowest: 7000, limit: 5000 } },
        { rule: 'evidence_from', params: { evidence: 'E2', level: 'E1' } },
        { rule: 'no_content_request_open', params: {} },
        { rule: 'score_from', params: { score: 7000, from: 7000 } },
        { rule: 'no_editorial_request_open', params: {} },
      ],
    });
  });

  it('needs the quorum', () => {
    assert.equal(advice({ reviews: [review()] }), 'none');
  });

  it('needs evidence of level 1, as the curator fixed it or as the reviewers voted', () => {
    assert.equal(advice(both({ evidenceLevel: 'E0' })), 'none');
    assert.equal(advice({ ...both({ evidenceLevel: 'E0' }), evidence: 'E1' }), 'accept');
    assert.equal(advice({ evidence: 'E0' }), 'none');
  });

  it('needs every total to reach 50', () => {
    const low = {
      recommendation: 'accept',
      scores: scores(2, { do_no_harm: 3, documentation: 1, relevance: 1 }),
    } as const;
    const enough = {
      recommendation: 'accept',
      scores: scores(2, { do_no_harm: 3, documentation: 1, relevance: 1, transferability: 3 }),
    } as const;
    assert.deepEqual([scoreOf(low.scores), scoreOf(enough.scores)], [5000, 5175]);
    const lower = { scores: scores(2, { do_no_harm: 2, documentation: 1, relevance: 1 }) };
    assert.equal(scoreOf(lower.scores), 4625);
    assert.equal(advice({ reviews: [review(), review(), review(low)] }), 'accept');
    assert.equal(advice({ reviews: [review(), review(), review(lower)] }), 'none');
  });

  it('needs the floors, and every gate', () => {
    assert.equal(advice(both({ scores: scores(4, { do_no_harm: 2 }) })), 'none');
    assert.equal(advice({ screening: gates({ scope: { verdict: 'unsure' } }) }), 'none');
  });

  it('is no advice while something of substance must still be answered', () => {
    assert.equal(advice(both({ requests: [must] })), 'none');
    assert.equal(advice(both({ requests: [{ ...must, level: 'should' }] })), 'accept');
  });
});

describe('Accept with minor edits', () => {
  it('is advised from 60 up to 70', () => {
    assert.equal(advice(both({ scores: total60 })), 'accept_minor');
    assert.equal(advice(both({ scores: total69 })), 'accept_minor');
    assert.equal(rules(both({ scores: total60 })).at(-1), 'score_between');
  });

  it('is advised from 70 on where wording must still be mended', () => {
    assert.equal(advice(both({ scores: total70, requests: [editorialMust] })), 'accept_minor');
    assert.deepEqual(rules(both({ requests: [editorialMust] })).slice(-2), ['score_from', 'editorial_request_open']);
    assert.equal(advice(both({ requests: [editorialMust, must] })), 'none');
  });
});

describe('Revise and resubmit', () => {
  it('is advised from 45 up to 60', () => {
    assert.equal(advice(both({ scores: total59 })), 'revise');
    assert.deepEqual(advise(input(both({ scores: total45 }))), {
      kind: 'revise',
      reasons: [{ rule: 'score_between', params: { score: 4500, from: 4500, below: 6000 } }],
    });
  });

  it('is advised where a floor is missed that can be mended', () => {
    assert.deepEqual(advise(input(both({ scores: scores(4, { effectiveness: 1 }) }))), {
      kind: 'revise',
      reasons: [{ rule: 'mendable_floor_missed', params: { criterion: 'effectiveness', median: 100, min: 1 } }],
    });
  });

  for (const gate of ['rights', 'not_duplicate'])
    it(`is advised while ${gate} is open`, () => {
      const verdict = 'unsure';
      assert.deepEqual(advise(input({ screening: gates({ [gate]: { verdict } }) })), {
        kind: 'revise',
        reasons: [{ rule: 'mendable_gate_open', params: { gate, verdict } }],
      });
    });
});

describe('Reject with feedback', () => {
  it('is advised below 45', () => {
    assert.deepEqual(advise(input(both({ scores: total44 }))), {
      kind: 'reject',
      reasons: [{ rule: 'score_below', params: { score: 4450, below: 4500 } }],
    });
  });

  it('is advised below 45 though a floor that could be mended is missed too', () => {
    assert.equal(advice(both({ scores: scores(1) })), 'reject');
  });

  it('is advised on what is out of scope, before any review too', () => {
    const screening = gates({ scope: { verdict: 'fail' } });
    assert.equal(advice({ screening }), 'reject');
    assert.deepEqual(advise(input({ screening, reviews: [] })), {
      kind: 'reject',
      reasons: [{ rule: 'out_of_scope', params: {} }],
    });
  });
});

describe('Keep as an example', () => {
  const thin = both({ scores: total60, evidenceLevel: 'E0' });

  it('is advised where it is short, safe, below 70 and thin in evidence', () => {
    assert.deepEqual(rules({ ...thin, short: true }), ['score_between', 'evidence_up_to', 'short_and_safe']);
    assert.equal(advice({ ...thin, short: true }), 'keep_as_example');
    assert.equal(advice({ ...both({ scores: total69, evidenceLevel: 'E0' }), short: true }), 'keep_as_example');
  });

  it('is advised for level 1 too, where a floor is missed that cannot be mended', () => {
    const harm = scores(3, { do_no_harm: 2, survivor_centred: 2, relevance: 2 });
    assert.equal(scoreOf(harm), 6500);
    assert.equal(advice({ ...both({ scores: harm, evidenceLevel: 'E1' }), short: true }), 'keep_as_example');
    assert.equal(advice({ ...both({ scores: harm, evidenceLevel: 'E2' }), short: true }), 'none');
  });

  it('not at 70, not with better evidence, not where it is long or a risk is named', () => {
    assert.equal(advice({ ...both({ scores: total70, evidenceLevel: 'E0' }), short: true }), 'none');
    assert.equal(advice({ ...both({ scores: total60, requests: [must] }), short: true }), 'none');
    assert.equal(advice(thin), 'none');
    assert.equal(advice({ ...thin, short: true, safe: false }), 'none');
  });
});

describe('No advice', () => {
  it('is said where no row holds', () => {
    assert.deepEqual(advise(input({ reviews: [] })), {
      kind: 'none',
      reasons: [{ rule: 'no_rule_holds', params: {} }],
    });
    assert.equal(advice({ reviews: [], short: true }), 'none');
    assert.equal(advice({ reviews: [], evidence: 'E1', short: true }), 'none');
  });
});

const anyReview = fc
  .record({
    points: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Points[]>(3, 4) }, anyPoints),
    criterion: fc.constantFrom(...criteria),
    other: anyPoints,
    gate: fc.constantFrom(...rubric.gates.map(({ id }) => id)),
    verdict: fc.oneof(
      { weight: 4, arbitrary: fc.constant('pass' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...gateVerdicts) },
    ),
    recommendation: fc.constantFrom('accept', 'accept_minor', 'revise', 'reject'),
    evidenceLevel: fc.constantFrom(...evidenceLevels),
    confidence: fc.constantFrom(1, 2, 3, 4),
    requests: fc.subarray([must, editorialMust]),
  })
  .map(({ points, criterion, other, gate, verdict, ...but }) =>
    review({
      ...but,
      scores: scores(points, { [criterion]: other }),
      gates: gates({ [gate]: { verdict } }),
    }),
  );

const anyInput = fc
  .record({
    reviews: fc.array(anyReview, { maxLength: 4 }),
    short: fc.boolean(),
    safe: fc.boolean(),
    safetyCleared: fc.boolean(),
  })
  .map((but) => input(but));

describe('Whatever the case', () => {
  it('the advice has a reason, and does not depend on the order of the reviews', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { kind, reasons } = advise(given);
        assert.ok(reasons.length > 0);
        assert.equal(advise({ ...given, reviews: given.reviews.toReversed() }).kind, kind);
      }),
    );
  });

  it('nothing is advised for acceptance with an open gate, a total below 50, no quorum or a score below 60', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        if (!advise(given).kind.startsWith('accept')) return;
        const figures = caseFigures(rubric, given.reviews);
        const answers = [given.screening, ...given.reviews.map((each) => each.gates)];
        const open = openGates(rubric, answers).filter(({ safety }) => !(safety && given.safetyCleared));
        assert.deepEqual(open, []);
        assert.ok(figures !== undefined && figures.score >= 6000 && figures.min >= 5000 && figures.totals.length >= 2);
      }),
      { numRuns: 1000 },
    );
  });

  it('an open safety gate that nobody cleared is a hold', () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.constantFrom('consent', 'no_identifiers', 'no_ongoing_risk', 'referral'),
        (given, gate) => {
          const screening = gates({ [gate]: { verdict: 'unsure' } });
          assert.equal(advise({ ...given, screening, safetyCleared: false }).kind, 'safety_hold');
        },
      ),
    );
  });
});
