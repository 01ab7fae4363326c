import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alarmsOf, alarmsOfSaving } from '../../../src/domain/review/alarms.ts';
import { hoursToReview } from '../../../src/domain/review/reading-time.ts';
import {
  heldBy,
  nextPart,
  partNamed,
  partOfProblem,
  reviewParts,
  sameReview,
  withPart,
  type ReviewPart,
} from '../../../src/domain/review/review-parts.ts';
import { passedOnTexts } from '../../../src/domain/review/review-texts.ts';
import { emptyReview, scored, type ReviewDraft } from '../../../src/domain/review/review.ts';
import { gates, review, rubric } from '../../support/domain-examples.ts';

function part(id: string): ReviewPart {
  const found = partNamed(rubric, id);
  if (found === undefined) throw new Error(`There is no part ${id}`);
  return found;
}

const full: ReviewDraft = review({
  comments: { relevance: 'Clear.', evidence: 'Thin.' },
  gates: gates({ consent: { verdict: 'pass', note: 'Written forms.' } }),
  strengths: 'Honest.',
  requests: [{ level: 'must', editorial: false, text: 'Say when.' }],
  privateNote: 'Between us.',
  contentDistress: true,
});

describe('the pages of a review', () => {
  it('ask every gate and every criterion once, few criteria on a page', () => {
    const parts = reviewParts(rubric);
    assert.deepEqual(
      parts.map(({ id, ids }) => [id, ids.length]),
      [
        ['gates', 7],
        ['criteria-1', 4],
        ['criteria-2', 3],
        ['criteria-3', 3],
        ['evidence', 0],
        ['remarks', 0],
        ['advice', 0],
      ],
    );
    assert.deepEqual(
      parts.filter(({ kind }) => kind === 'criteria').flatMap(({ ids }) => ids),
      rubric.criteria.map(({ id }) => id),
    );
    assert.equal(partNamed(rubric, 'criteria-4'), undefined);
  });
  it('put together give the whole review again', () => {
    const whole = reviewParts(rubric).reduce((draft, one) => withPart(draft, one, full), emptyReview);
    assert.equal(sameReview(rubric, whole, full), true);
    assert.equal(sameReview(rubric, whole, { ...full, strengths: '' }), false);
  });
  it('take away what was taken back, and on other pages nothing', () => {
    const less = reviewParts(rubric).reduce((draft, one) => withPart(draft, one, emptyReview), full);
    assert.deepEqual(less, emptyReview);
    const one = withPart(full, part('criteria-1'), { ...emptyReview, scores: { relevance: scored(1) } });
    assert.deepEqual(one.scores['relevance'], scored(1));
    assert.equal(one.scores['do_no_harm'], undefined);
    assert.equal(one.comments['relevance'], undefined);
    assert.deepEqual([one.scores['evidence'], one.comments['evidence']], [scored(3), 'Thin.']);
  });
  it('hold nothing that belongs to another page', () => {
    assert.deepEqual(heldBy(part('evidence'), emptyReview), {});
    assert.deepEqual(heldBy(part('advice'), emptyReview), {
      privateNote: '',
      safetyConcern: '',
      contentDistress: false,
    });
  });
});

describe('going on after a page', () => {
  const next = (after: string, draft: ReviewDraft) => nextPart(rubric, part(after), draft)?.id;
  it('leads to the next that is open, then to what was passed over, then to the sending', () => {
    assert.equal(next('criteria-1', emptyReview), 'criteria-2');
    assert.equal(next('advice', { ...full, gates: {} }), 'gates');
    assert.equal(next('gates', { ...full, evidenceLevel: 'E1', scores: {} }), 'criteria-1');
    assert.equal(next('gates', full), undefined);
  });
  it('offers empty remarks on the way, and never leads back to them', () => {
    const { recommendation: _open, ...unadvised } = { ...full, strengths: '', requests: [] };
    assert.equal(next('evidence', unadvised as ReviewDraft), 'remarks');
    assert.equal(next('advice', { ...full, strengths: '', requests: [] }), undefined);
  });
  it('knows the page of everything that can be missing', () => {
    const page = (problem: Parameters<typeof partOfProblem>[1]) => partOfProblem(rubric, problem)?.id;
    assert.deepEqual(
      [
        page({ kind: 'gate_missing', gate: 'consent' }),
        page({ kind: 'score_missing', criterion: 'documentation' }),
        page({ kind: 'evidence_level_missing' }),
        page({ kind: 'request_text_missing', index: 0 }),
        page({ kind: 'recommendation_missing' }),
        page({ kind: 'confidence_missing' }),
      ],
      ['gates', 'criteria-3', 'evidence', 'remarks', 'advice', 'advice'],
    );
  });
});

describe('an alarm', () => {
  const unsure = { ...emptyReview, gates: { consent: { verdict: 'unsure' }, scope: { verdict: 'fail' } } } as const;
  const failed = { ...emptyReview, gates: { consent: { verdict: 'fail' } } } as const;
  const worried = { ...emptyReview, safetyConcern: 'She can be recognised.' };
  it('is a safety gate that is not passed, or a concern, once the review is sent', () => {
    assert.deepEqual(alarmsOf(rubric, unsure), ['consent']);
    assert.deepEqual(alarmsOf(rubric, { ...failed, safetyConcern: 'Danger.' }), ['consent', 'concern']);
    assert.deepEqual(alarmsOf(rubric, { ...full, safetyConcern: ' ' }), []);
  });
  it('sounds at once for a concern and a failed safety gate, and not twice for the same', () => {
    assert.deepEqual(alarmsOfSaving(rubric, emptyReview, unsure), []);
    assert.deepEqual(alarmsOfSaving(rubric, unsure, failed), ['consent']);
    assert.deepEqual(alarmsOfSaving(rubric, failed, failed), []);
    assert.deepEqual(alarmsOfSaving(rubric, emptyReview, worried), ['concern']);
    assert.deepEqual(alarmsOfSaving(rubric, worried, worried), []);
    assert.deepEqual(alarmsOfSaving(rubric, worried, { ...worried, safetyConcern: 'And her age.' }), ['concern']);
  });
});

describe('what is passed on', () => {
  it('is reasons, comments, strengths and requests; never the private note or the concern', () => {
    const all = reviewParts(rubric).flatMap((one) => passedOnTexts(one, { ...full, safetyConcern: 'Danger.' }));
    assert.deepEqual(
      all.filter(({ text }) => text !== ''),
      [
        { field: 'gate_note.consent', text: 'Written forms.' },
        { field: 'comment.relevance', text: 'Clear.' },
        { field: 'comment.evidence', text: 'Thin.' },
        { field: 'strengths', text: 'Honest.' },
        { field: 'requests.0.text', text: 'Say when.' },
      ],
    );
  });
});

describe('the hours of a review', () => {
  it('are halves, and never less than one', () => {
    assert.deepEqual([0, 1500, 4000, 12_000].map(hoursToReview), [1, 1, 1, 2.5]);
  });
});
