import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryCodes } from '../../../src/domain/module/countries.ts';
import { attributionOf } from '../../../src/domain/safety/attribution.ts';
import { regionOf } from '../../../src/domain/safety/regions.ts';
import { definition } from '../publication/page-definition.ts';

const all = { public_name: 'Ana', organisation: 'Desk', contact_name: 'Secret', countries: ['RW', 'TZ'] };
const named = (answers: Record<string, string | string[]>, language = 'en') =>
  attributionOf(answers, definition, language);
const unnamed = { mode: 'anonymous', text: 'A contributor who stays unnamed' };

describe('how a contributor is named', () => {
  it('is what they chose', () => {
    const chosen = (attribution: string) => named({ ...all, attribution });
    assert.deepEqual(chosen('person_and_organisation'), { mode: 'person_and_organisation', text: 'Ana, Desk' });
    assert.deepEqual(chosen('organisation'), { mode: 'organisation', text: 'Desk' });
    const region = { mode: 'organisation_in_region', text: 'An organisation in Eastern Africa' };
    assert.deepEqual(chosen('organisation_in_region'), region);
    assert.deepEqual(chosen('anonymous'), unnamed);
  });

  it('says less, never more, when something is missing', () => {
    assert.deepEqual(named(all), unnamed);
    assert.deepEqual(named({ attribution: 'person_and_organisation', organisation: 'Desk', contact_name: 'Secret' }), {
      mode: 'organisation',
      text: 'Desk',
    });
    assert.deepEqual(named({ attribution: 'person_and_organisation', public_name: 'Ana' }), unnamed);
    assert.deepEqual(named({ attribution: 'organisation', organisation: ' ' }), unnamed);
    for (const countries of [['RW', 'NO'], ['not_said'], [], 'RW']) {
      assert.deepEqual(named({ attribution: 'organisation_in_region', countries }), unnamed);
    }
  });

  it('speaks the language of the page', () => {
    const answers = { attribution: 'organisation_in_region', countries: ['JO'] };
    assert.equal(named(answers, 'ar').text, 'منظمة في غرب آسيا');
  });

  it('knows the region of every country but those that are none', () => {
    assert.deepEqual(
      countryCodes.filter((code) => regionOf(code) === undefined),
      [],
    );
    assert.equal(regionOf('m49_145'), '145');
    assert.equal(regionOf('not_said'), undefined);
  });
});
