import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ThreadMatcher } from '../../src/adapters/matching/thread-matcher.ts';
import { MatchingFailed } from '../../src/domain/matching/matching-faults.ts';
import type { PersonId, PublicId, SubmissionId } from '../../src/domain/ids.ts';
import type { CaseMaterial } from '../../src/ports/matcher.ts';
import { exampleModule } from '../support/example-module.ts';

const question = {
  definition: exampleModule(),
  now: '2026-03-01T12:00:00.000Z',
  reviewers: ['ana', 'ben', 'eve'].map((name) => ({
    personId: name as PersonId,
    name: `${name} Reviewer`,
    email: `${name}@${name}.example`,
    organisation: '',
    ...{ topics: [], kinds: [], regions: [], languages: ['en'] },
    load: { open: 0, halfYear: 0 },
  })),
};

const material = (id: string, facts: Partial<CaseMaterial> = {}): CaseMaterial => ({
  submissionId: id as SubmissionId,
  publicId: id as PublicId,
  ...{ revision: 1, since: id, language: 'en', opens: false, wanted: 1, answers: '{}', sealed: '{}' },
  ...{ conflicts: [], asked: [] },
  ...facts,
});

const never = new AbortController().signal;
const troubleOf = (fault: unknown): string => (fault instanceof MatchingFailed ? fault.trouble : String(fault));

describe('matching in a thread of its own', () => {
  it('takes the cases slice by slice and answers for all of them', async () => {
    const slices = [[material('a'), material('b')], [], [material('c')]];
    const { cases, value, bound } = await new ThreadMatcher().match(question, slices, never);
    assert.deepEqual(
      cases.map(({ publicId, people }) => [publicId, people.length]),
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
    );
    assert.equal(new Set(cases.flatMap(({ people }) => people.map(({ personId }) => personId))).size, 3);
    assert.ok(Math.abs(bound - value) < 1);
  });

  it('answers two questions one after the other', async () => {
    const matcher = new ThreadMatcher();
    const both = await Promise.all([
      matcher.match(question, [[material('a')]], never),
      matcher.match(question, [[material('b')]], never),
    ]);
    assert.deepEqual(
      both.flatMap(({ cases }) => cases.map(({ publicId }) => publicId)),
      ['a', 'b'],
    );
  });

  it('says why there is no answer, and has one for the next question', async () => {
    const matcher = new ThreadMatcher();
    const broken = matcher.match(question, [[material('a', { answers: '{' })]], never);
    await assert.rejects(broken, (fault) => troubleOf(fault) === 'no_answer');
    const unreadable = (function* (): Generator<CaseMaterial[]> {
      yield [material('a')];
      throw new Error('the database is gone');
    })();
    await assert.rejects(matcher.match(question, unreadable, never), (fault) => troubleOf(fault) === 'no_answer');
    const late = new ThreadMatcher({ solvingSeconds: 1, wholeSeconds: 0.001 });
    await assert.rejects(late.match(question, [[material('a')]], never), (fault) => troubleOf(fault) === 'too_long');
    assert.equal((await matcher.match(question, [[material('a')]], never)).cases.length, 1);
  });

  it('is called off by whoever asked, and by the end of the service', async () => {
    const matcher = new ThreadMatcher();
    const asked = new AbortController();
    const calledOff = matcher.match(question, [[material('a')]], asked.signal);
    const waiting = matcher.match(question, [[material('b')]], never);
    asked.abort();
    await assert.rejects(calledOff, (fault) => troubleOf(fault) === 'stopped');
    matcher.close();
    await assert.rejects(waiting, (fault) => troubleOf(fault) === 'stopped');
  });
});
