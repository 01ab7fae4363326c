import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { maskedAddress, readEmailAddress } from '../../../src/domain/people/email-address.ts';
import { formatCode, readCode, signInSecrets } from '../../../src/domain/people/sign-in-secrets.ts';

const derive = (name: string): string => createHmac('sha256', 'a secret').update(name).digest('base64url');

describe('the secrets of a sign-in', () => {
  it('are the same whenever they are worked out, and others for another request', () => {
    assert.deepEqual(signInSecrets('one', derive), signInSecrets('one', derive));
    assert.notDeepEqual(signInSecrets('one', derive), signInSecrets('two', derive));
  });

  it('give a code of eight characters without I, L, O and U', () => {
    for (let n = 0; n < 200; n += 1) {
      assert.match(signInSecrets(String(n), derive).code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
    }
  });

  it('read a code as people type it', () => {
    const { code } = signInSecrets('one', derive);
    assert.equal(readCode(formatCode(code)), code);
    assert.equal(readCode(' ab1o-٣۴l5 '), 'AB103415');
    assert.equal(readCode('x'.repeat(500)).length, 40);
  });
});

describe('an e-mail address', () => {
  it('is one plain address in small letters', () => {
    assert.equal(readEmailAddress(' Amira.Haddad+field@Example.ORG '), 'amira.haddad+field@example.org');
  });

  it('is nothing that a mail program could read in two ways', () => {
    const hostile = [
      '',
      'nobody',
      'a@b',
      'a@x.org, evil@x.org',
      'a@x.org\r\nBcc: evil@x.org',
      '"a b"@x.org',
      'A <a@x.org>',
      'a@x..org',
      `${'a'.repeat(65)}@x.org`,
      `a@${'x'.repeat(250)}.org`,
    ];
    for (const typed of hostile) assert.equal(readEmailAddress(typed), undefined);
  });

  it('is shown so that its owner knows it', () => {
    assert.equal(maskedAddress('amira@example.org'), 'a•••@example.org');
  });
});
