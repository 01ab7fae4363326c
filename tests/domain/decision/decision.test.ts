import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  decisionProblems,
  departs,
  needsSecond,
  outcomes,
  risksOf,
  type DecisionInput,
  type Outcome,
} from '../../../src/domain/decision/decision.ts';
import { adviceKinds } from '../../../src/domain/review/advice.ts';
import { person, policy } from '../../support/domain-examples.ts';

const fifty = 'x'.repeat(50);
const decision = (but: Partial<DecisionInput> = {}): DecisionInput => ({
  outcome: 'accept',
  category: 'merit',
  reason: '',
  evidence: 'E2',
  decidedBy: person('curator'),
  secondBy: undefined,
  advice: 'accept',
  departureReason: '',
  overrideReason: '',
  counted: 2,
  openGates: [],
  missedFloors: [],
  requests: 0,
  risks: ['none', 'low'],
  ...but,
});
const problems = (but: Partial<DecisionInput>) => decisionProblems(decision(but), policy);
const kinds = (but: Partial<DecisionInput>) => problems(but).map(({ kind }) => kind);

describe('A decision', () => {
  it('to accept as advised, with quorum, gates, floors and evidence, may be recorded', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ advice: 'accept_minor' }), []);
  });

  it('to accept needs the quorum or 50 characters why not', () => {
    const missing = [{ kind: 'quorum_missing', counted: 1, quorum: 2, minimum: 50 }];
    assert.deepEqual(problems({ counted: 1 }), missing);
    assert.deepEqual(problems({ counted: 1, overrideReason: ` ${fifty.slice(1)} ` }), missing);
    assert.deepEqual(problems({ counted: 1, overrideReason: fifty }), []);
  });

  it('counts characters, not the halves that some are stored in', () => {
    assert.deepEqual(kinds({ counted: 1, overrideReason: '𝒙'.repeat(49) }), ['quorum_missing']);
  });

  it('to accept needs every gate and floor, which no reason overrides, and the evidence level', () => {
    assert.deepEqual(
      problems({ openGates: ['rights'], missedFloors: ['effectiveness'], evidence: undefined, overrideReason: fifty }),
      [
        { kind: 'gate_open', gate: 'rights' },
        { kind: 'floor_missed', criterion: 'effectiveness' },
        { kind: 'evidence_missing' },
      ],
    );
  });

  it('to keep as an example needs the gates, not the floors', () => {
    const example = { category: 'as_example', advice: 'keep_as_example', missedFloors: ['effectiveness'] } as const;
    assert.deepEqual(problems(example), []);
    assert.deepEqual(kinds({ ...example, openGates: ['rights'] }), ['gate_open']);
  });

  it('to reject needs 50 characters, and nothing of what accepting needs', () => {
    const reject = {
      outcome: 'reject',
      advice: 'reject',
      counted: 0,
      evidence: undefined,
      openGates: ['scope'],
    } as const;
    assert.deepEqual(problems(reject), [{ kind: 'reason_too_short', minimum: 50 }]);
    assert.deepEqual(problems({ ...reject, reason: fifty }), []);
  });

  it('to revise needs a request', () => {
    assert.deepEqual(kinds({ outcome: 'revise', advice: 'revise' }), ['requests_missing']);
    assert.deepEqual(problems({ outcome: 'revise', advice: 'revise', requests: 1 }), []);
  });

  it('that departs from the advice needs 50 characters why', () => {
    assert.deepEqual(problems({ outcome: 'revise', requests: 1 }), [
      { kind: 'departure_reason_too_short', minimum: 50, advice: 'accept' },
    ]);
    assert.deepEqual(problems({ outcome: 'revise', requests: 1, departureReason: fifty }), []);
  });

  it('departs or not, by advice and outcome', () => {
    const conforming: Record<string, Outcome[]> = {
      accept: ['accept'],
      accept_minor: ['accept'],
      revise: ['revise'],
      reject: ['reject'],
      none: [...outcomes],
    };
    for (const advice of adviceKinds)
      assert.deepEqual(
        outcomes.filter((outcome) => !departs({ advice, outcome, category: 'merit' })),
        conforming[advice] ?? [],
        advice,
      );
    assert.equal(departs({ advice: 'keep_as_example', outcome: 'accept', category: 'as_example' }), false);
  });

  it('to accept against the advice, or with a risk of medium or higher, needs a second person', () => {
    assert.equal(needsSecond(decision(), policy), false);
    for (const risk of ['medium', 'high', 'unknown'])
      assert.equal(needsSecond(decision({ risks: ['low', risk] }), policy), true, risk);
    assert.equal(needsSecond(decision({ advice: 'revise' }), policy), true);
    assert.equal(needsSecond(decision({ advice: 'accept', outcome: 'reject', risks: ['high'] }), policy), false);
    assert.deepEqual(kinds({ risks: ['medium'] }), ['second_needed']);
    assert.deepEqual(kinds({ risks: ['medium'], secondBy: person('second') }), []);
  });

  it('has a second person who is another', () => {
    assert.deepEqual(kinds({ risks: ['medium'], secondBy: person('curator') }), ['second_is_decider']);
    assert.deepEqual(kinds({ secondBy: person('curator') }), ['second_is_decider']);
  });
});

describe('The risks of a submission', () => {
  it('are the texts in the answer that the module names', () => {
    const answers = {
      risk_people: { survivors: { level: 'low', mitigation: '' }, staff: { level: 'high' }, known: true },
      outcomes: [{ before: 'medium' }],
    };
    assert.deepEqual(risksOf(answers, policy.risk), ['low', '', 'high']);
    assert.deepEqual(risksOf(answers, { ...policy.risk, field: 'outcomes' }), ['medium']);
    assert.deepEqual(risksOf({}, policy.risk), []);
  });
});
