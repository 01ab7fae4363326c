import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conflictsOf, type ConflictFacts, type PossibleReviewer } from '../../../src/domain/assignment/conflict.ts';
import { isSameMailbox, mailDomain, sharedMailDomain } from '../../../src/domain/assignment/mail-domains.ts';
import { isSameOrganisation, mayBeSamePerson, organisationKey } from '../../../src/domain/assignment/names.ts';
import { person } from '../../support/domain-examples.ts';

const asha: PossibleReviewer = {
  personId: person('asha'),
  name: 'Dr Asha Mwangi',
  emails: ['asha@reviewers.example'],
  organisations: ['Centre for Rights'],
};
const nothing: ConflictFacts = {
  organisation: '',
  contactName: '',
  contactEmail: '',
  excluded: [],
  declared: [],
  recused: [],
  coSubmitters: [],
};
const conflicts = (facts: Partial<ConflictFacts>, who: Partial<PossibleReviewer> = {}) =>
  conflictsOf({ ...asha, ...who }, { ...nothing, ...facts });

describe('A conflict', () => {
  it('is not found where nothing is shared', () => {
    const other = person('other');
    const facts = {
      organisation: 'Desk for Women',
      contactName: 'Leyla Haddad',
      contactEmail: 'leyla@desk.example',
      excluded: [
        { name: 'Omar Said', organisation: 'Centre for Rights' },
        { name: '', organisation: '' },
      ],
      declared: [{ personId: other, relation: 'Board member' }],
      recused: [{ personId: other, reason: 'Kin' }],
      coSubmitters: [other],
    };
    assert.deepEqual(conflicts(facts), []);
    assert.deepEqual(conflicts({}, { name: '', organisations: [''], emails: [''] }), []);
  });

  it('is the same organisation', () => {
    assert.deepEqual(conflicts({ organisation: 'The CENTRE for Rights, Ltd.' }), [
      { kind: 'same_organisation', organisation: 'Centre for Rights' },
    ]);
  });

  it('is the same domain of mail, said once', () => {
    const emails = ['asha@reviewers.example', 'office@Reviewers.example'];
    assert.deepEqual(conflicts({ contactEmail: 'x@ke.reviewers.example' }, { emails }), [
      { kind: 'same_domain', domain: 'reviewers.example' },
    ]);
  });

  it('is the wish of the submitter: a person, or everybody of an organisation', () => {
    assert.deepEqual(conflicts({ excluded: [{ name: 'Mwangi, Asha', organisation: '' }] }), [
      { kind: 'excluded_person', name: 'Dr Asha Mwangi' },
    ]);
    assert.deepEqual(conflicts({ excluded: [{ name: ' ', organisation: 'centre for rights' }] }), [
      { kind: 'excluded_organisation', organisation: 'Centre for Rights' },
    ]);
  });

  it('is what was declared, a recusal before, and a practice sent together', () => {
    const { personId } = asha;
    const facts = {
      declared: [{ personId, relation: 'Trained them' }],
      recused: [{ personId, reason: 'Kin' }],
      coSubmitters: [personId],
    };
    assert.deepEqual(conflicts(facts), [
      { kind: 'declared', relation: 'Trained them' },
      { kind: 'recused_before', reason: 'Kin' },
      { kind: 'co_submission' },
    ]);
  });

  it('is being the contact, by address or by name, and tells neither', () => {
    assert.deepEqual(conflicts({ contactEmail: 'ASHA+field@reviewers.example' })[0], { kind: 'is_contact' });
    assert.deepEqual(conflicts({ contactName: 'asha mwangi' }), [{ kind: 'is_contact' }]);
  });
});

describe('Two names of an organisation are the same', () => {
  for (const [left, right] of [
    ['Fundação Acção, Lda', 'fundacao accao lda'],
    ['Frauenhaus Köln e.V.', 'FRAUENHAUS KOLN eV'],
    ['Straße Ltd', 'STRASSE'],
    ['Women’s Rights', "Womens' rights"],
    ['Ｗｏｍｅｎ Inc.', 'women'],
    ['مؤسَّسة المـرأة', 'مؤسسة المرأه'],
    ['جمعية الأمل', 'جمعية الامل'],
    ['UN\u200FWomen', 'UNWomen'],
  ] as const)
    it(`${left} and ${right}`, () => {
      assert.equal(isSameOrganisation(left, right), true);
    });

  it('but not two that differ by a word, and not two that are empty', () => {
    assert.equal(isSameOrganisation('Police of Kenya', 'Police of Uganda'), false);
    assert.equal(isSameOrganisation(' - ', ''), false);
  });

  it('and a name of nothing but a legal form keeps it', () => {
    assert.equal(organisationKey('The NGO'), 'the ngo');
  });
});

describe('Two names may be one person', () => {
  it('in any order, with or without titles and further names', () => {
    assert.equal(mayBeSamePerson('Prof. Amína Hassan', 'HASSAN Amina'), true);
    assert.equal(mayBeSamePerson('Hassan', 'Amina Hassan Ali'), true);
    assert.equal(mayBeSamePerson('Amina Hassan', 'Amina Ali'), false);
    assert.equal(mayBeSamePerson('', 'Amina Ali'), false);
  });
});

describe('Two addresses', () => {
  it('share a domain when one lies at or below the other, but not where anybody may have one', () => {
    assert.equal(sharedMailDomain('a@ke.example.org', 'b@example.org.'), 'example.org');
    assert.equal(sharedMailDomain('a@example.org', 'b@notexample.org'), undefined);
    assert.equal(sharedMailDomain('a@Gmail.com', 'b@gmail.com'), undefined);
    assert.equal(sharedMailDomain('no address', 'b@example.org'), undefined);
    assert.equal(sharedMailDomain('b@example.org', 'a@'), undefined);
    assert.equal(mailDomain('"a@b"@Example.org'), 'example.org');
  });

  it('reach one mailbox whatever their case and their plus', () => {
    assert.equal(isSameMailbox(' Asha+x@Example.org', 'asha@example.org'), true);
    assert.equal(isSameMailbox('asha@example.org', 'asha@example.com'), false);
  });
});
