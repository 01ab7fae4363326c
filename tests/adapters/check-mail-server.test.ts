import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import tls from 'node:tls';
import { checkMailServer } from '../../src/adapters/mail/check-mail-server.ts';
import { loopbackCertificate } from '../support/loopback-certificate.ts';
import { PostOffice } from '../support/post-office.ts';

const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };
type Options = Parameters<typeof PostOffice.open>[0];

async function withOffice(options: Options, test: (office: PostOffice) => Promise<void>): Promise<void> {
  const trusted = tls.getCACertificates('default');
  const office = await PostOffice.open(options);
  try {
    await test(office);
    assert.deepEqual(office.arrived, [], 'a check sends nothing');
  } finally {
    await office.close();
    tls.setDefaultCACertificates(trusted);
  }
}

const onAuth: NonNullable<NonNullable<Options>['onAuth']> = ({ password }, _session, done) => {
  if (password === 'right') done(null, { user: 'post' });
  else done(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 }));
};

describe('the check of a mail server', () => {
  it('finds nothing wrong with one that takes us, and names the sender alone', () =>
    withOffice({}, async (office) => {
      const stages: string[] = [];
      office.mood = (stage) => {
        stages.push(stage);
        return 'take';
      };
      assert.equal(await checkMailServer(office.address, from), undefined);
      assert.deepEqual(stages, ['greeting', 'sender']);
    }));

  it('says that nobody is there', async () => {
    const office = await PostOffice.open();
    const { address } = office;
    await office.close();
    assert.equal((await checkMailServer(address, from))?.kind, 'unreachable');
  });

  it('says that the server wants nobody', () =>
    withOffice({}, async (office) => {
      office.mood = () => ({ code: 554, words: 'No service here' });
      const ailment = await checkMailServer(office.address, from);
      assert.equal(ailment?.kind, 'unreachable');
      assert.match(ailment.words, /No service here/);
    }));

  it('says that TLS cannot be trusted', () =>
    withOffice({ ...loopbackCertificate, secure: true }, async (office) => {
      const server = { host: 'localhost', port: office.port, security: 'tls', login: undefined } as const;
      const ailment = await checkMailServer(server, from);
      assert.equal(ailment?.kind, 'tls');
      assert.match(ailment.words, /self-signed/);
    }));

  it('says that there is no TLS', () =>
    withOffice({}, async (office) => {
      const server = { host: 'localhost', port: office.port, login: undefined } as const;
      assert.equal((await checkMailServer({ ...server, security: 'starttls' }, from))?.kind, 'tls');
      assert.equal((await checkMailServer({ ...server, security: 'tls' }, from))?.kind, 'tls');
    }));

  it('says that the login is wrong, and takes the right one', () =>
    withOffice({ ...loopbackCertificate, authOptional: false, onAuth }, async (office) => {
      tls.setDefaultCACertificates([...tls.getCACertificates('default'), loopbackCertificate.cert]);
      const server = { host: 'localhost', port: office.port, security: 'starttls' } as const;
      const wrong = await checkMailServer({ ...server, login: { user: 'post', password: 'wrong' } }, from);
      assert.equal(wrong?.kind, 'login');
      assert.equal(await checkMailServer({ ...server, login: { user: 'post', password: 'right' } }, from), undefined);
    }));

  it('says that the sender is not taken', () =>
    withOffice({}, async (office) => {
      office.mood = (stage) => (stage === 'sender' ? { code: 553, words: '5.7.1 Not owned by you' } : 'take');
      assert.deepEqual(await checkMailServer(office.address, from), {
        kind: 'sender',
        words: '553 5.7.1 Not owned by you',
      });
    }));
});
