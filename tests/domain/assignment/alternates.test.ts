import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { affinityOf, byAffinity, type Candidate } from '../../../src/domain/assignment/affinity.ts';
import { hasRoom, nextAlternate, type Alternate } from '../../../src/domain/assignment/alternates.ts';
import { person, policy } from '../../support/domain-examples.ts';

const free = { open: 0, halfYear: 0 };
const alternate = (name: string, but: Partial<Alternate> = {}): Alternate => ({
  personId: person(name),
  inConflict: false,
  askedBefore: false,
  load: free,
  ...but,
});

describe('When a place falls free', () => {
  it('the first of the list is invited that is free of conflict, was not asked before and has room', () => {
    const ranked = [
      alternate('Asha', { inConflict: true }),
      alternate('Bilqis', { askedBefore: true }),
      alternate('Chen', { load: { open: 3, halfYear: 3 } }),
      alternate('Dina', { load: { open: 2, halfYear: 7 } }),
      alternate('Esi'),
    ];
    assert.equal(nextAlternate(ranked, policy), 'Dina');
    assert.equal(nextAlternate(ranked.slice(0, 3), policy), undefined);
  });

  it('nobody is asked for more than 3 open reviews or 8 in half a year', () => {
    const loads = [
      [2, 7],
      [3, 7],
      [2, 8],
    ].map(([open = 0, halfYear = 0]) => ({ open, halfYear }));
    assert.deepEqual(
      loads.map((load) => hasRoom(load, policy)),
      [true, false, false],
    );
  });
});

describe('The affinity of a reviewer', () => {
  const wanted = { topics: ['training', 'oversight'], languages: ['ar'], regions: ['YE'], kinds: ['police'] };
  const candidate = (but: Partial<Candidate> = {}): Candidate => ({
    personId: person('Asha'),
    ...wanted,
    load: free,
    ...but,
  });
  const affinity = (but: Partial<Candidate> = {}) => affinityOf(wanted, candidate(but), policy);

  it('is 100 where all fits and the desk is empty', () => {
    const whole = { topics: 100, languages: 100, regions: 100, kinds: 100, room: 100, total: 100 };
    assert.deepEqual(affinity(), { personId: 'Asha', ...whole });
  });

  it('is the product of its parts, each of which can be shown', () => {
    const parts = { topics: 60, languages: 100, regions: 20, kinds: 50, room: 67, total: 4 };
    const found = affinity({
      topics: ['training', 'data'],
      regions: ['KE'],
      kinds: [],
      load: { open: 1, halfYear: 2 },
    });
    assert.deepEqual(found, { personId: 'Asha', ...parts });
  });

  it('is nothing without the language or without room, and undecided where the case says nothing', () => {
    assert.equal(affinity({ languages: ['en'] }).total, 0);
    assert.equal(affinity({ load: { open: 3, halfYear: 3 } }).room, 0);
    assert.equal(affinityOf({ ...wanted, topics: [] }, candidate(), policy).topics, 50);
  });

  it('orders the best first, and equal ones always alike', () => {
    const [best, esi, dina] = [
      affinity(),
      affinity({ personId: person('Esi'), topics: [] }),
      affinity({ personId: person('Dina'), topics: [] }),
    ];
    for (const list of [
      [esi, dina, best],
      [best, dina, esi],
    ])
      assert.deepEqual(
        list.sort(byAffinity).map(({ personId }) => personId),
        ['Asha', 'Dina', 'Esi'],
      );
  });
});
