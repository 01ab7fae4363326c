import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MatchingFailed } from '../../../src/domain/matching/matching-faults.ts';
import { matchReviewers, type CaseProposal } from '../../../src/domain/matching/matching.ts';
import { weighCase, type KnownReviewer, type WaitingCase } from '../../../src/domain/matching/weigh-case.ts';
import type { PersonId, PublicId, SubmissionId } from '../../../src/domain/ids.ts';
import { splitSealed } from '../../../src/domain/module/visible-answers.ts';
import { exampleModule, examplePractices } from '../../support/example-module.ts';
import { withHighs } from '../../support/solve-with-highs.ts';

const definition = exampleModule();
const now = '2026-03-01T12:00:00.000Z';
const example = examplePractices().find(({ id }) => id === 'in-mp-womens-help-desks');
const { open: answers, sealed } = splitSealed(definition, example?.answers ?? {});

const reviewer = (name: string, facts: Partial<KnownReviewer> = {}): KnownReviewer => ({
  personId: name as PersonId,
  name: `${name} Reviewer`,
  email: `${name}@${name}.example`,
  organisation: '',
  topics: [],
  kinds: [],
  regions: [],
  languages: ['en'],
  load: { open: 0, halfYear: 0 },
  ...facts,
});

const waiting = (id: string, facts: Partial<WaitingCase> = {}): WaitingCase => ({
  submissionId: id as SubmissionId,
  publicId: id as PublicId,
  revision: 3,
  since: now,
  language: 'en',
  opens: true,
  wanted: 2,
  answers,
  sealed,
  conflicts: [],
  asked: [],
  ...facts,
});

function proposals(reviewers: readonly KnownReviewer[], cases: readonly WaitingCase[]): readonly CaseProposal[] {
  const question = { definition, reviewers, now };
  const weighed = cases.flatMap((one) => weighCase(question, one) ?? []);
  return withHighs((solverFor) => matchReviewers(question, weighed, solverFor)).cases;
}

const inWords = (cases: readonly CaseProposal[]) =>
  cases.map(({ publicId, people, short }) => [publicId, people.map(({ personId }) => personId).join(' '), short]);

describe('reviewers for cases that wait', () => {
  it('are proposed with the parts that speak for them', () => {
    const [one] = proposals([reviewer('ana'), reviewer('ben', { load: { open: 1, halfYear: 2 } })], [waiting('a')]);
    assert.deepEqual(one, {
      ...{ submissionId: 'a', publicId: 'a', revision: 3, opens: true, wanted: 2, short: undefined },
      people: [
        { personId: 'ana', topics: 50, kinds: 50, languages: 100, regions: 50, room: 100, total: 12 },
        { personId: 'ben', topics: 50, kinds: 50, languages: 100, regions: 50, room: 67, total: 8 },
      ],
    });
  });

  it('are never those in conflict, those asked already, or those who do not read the language', () => {
    const conflict = [{ personId: 'ben' as PersonId, kind: 'declared', reason: 'a cousin' }];
    const found = proposals(
      [reviewer('ana', { languages: ['fr'] }), reviewer('ben'), reviewer('eve'), reviewer('ida')],
      [waiting('a', { opens: false, conflicts: conflict, asked: ['eve' as PersonId] })],
    );
    assert.deepEqual(inWords(found), [['a', 'ida', 'too_few']]);
  });

  it('are asked no more often than they have room, those waiting longest first', () => {
    const cases = ['a', 'b', 'c', 'd'].map((id, at) => waiting(id, { wanted: 1, since: `2026-02-0${String(9 - at)}` }));
    const busy = [
      reviewer('ana', { load: { open: 2, halfYear: 2 } }),
      reviewer('ben', { load: { open: 0, halfYear: 7 } }),
    ];
    assert.deepEqual(
      inWords(proposals(busy, cases)).map(([id, people, short]) => [id, people !== '', short]),
      [
        ['d', true, undefined],
        ['c', true, undefined],
        ['b', false, 'no_room'],
        ['a', false, 'no_room'],
      ],
    );
  });

  it('are missing for a reason', () => {
    const why = (reviewers: readonly KnownReviewer[], facts: Partial<WaitingCase> = {}) =>
      proposals(reviewers, [waiting('a', facts)])[0]?.short;
    assert.equal(why([]), 'nobody_reads');
    assert.equal(why([reviewer('ana', { languages: ['ar'] })]), 'nobody_reads');
    assert.equal(why([reviewer('ana')], { asked: ['ana' as PersonId] }), 'kept_out');
    assert.equal(why([reviewer('ana', { load: { open: 3, halfYear: 0 } })]), 'no_room');
    assert.equal(why([reviewer('ana')]), 'too_few');
  });

  it('are looked for in no case whose answers are too few for a review, unless its round is open', () => {
    const { title: _title, ...untitled } = answers;
    const cases = [waiting('a', { answers: untitled }), waiting('b', { answers: untitled, opens: false })];
    assert.deepEqual(inWords(proposals([reviewer('ana')], cases)), [['b', 'ana', 'too_few']]);
    assert.deepEqual(proposals([reviewer('ana')], []), []);
  });

  it('are not believed to whoever worked them out', () => {
    const question = { definition, reviewers: [reviewer('ana', { load: { open: 2, halfYear: 0 } })], now };
    const weighed = ['a', 'b'].flatMap((id) => weighCase(question, waiting(id, { wanted: 1 })) ?? []);
    // Two empty places, one stride of a desk, and the two pairs.
    const claimed = (amounts: readonly number[], price: number) => () => ({
      solve: () => ({ amounts: Float64Array.from(amounts), prices: new Float64Array(3).fill(price) }),
      add: () => undefined,
    });
    for (const solver of [claimed([0, 0, 1, 1, 1], 10_000), claimed([1, 1, 0, 0, 0], 10_000)])
      assert.throws(
        () => matchReviewers(question, weighed, solver),
        (fault) => fault instanceof MatchingFailed && fault.trouble === 'unsound',
      );
  });
});
