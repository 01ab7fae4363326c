import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serviceLog } from '../../src/adapters/log/service-log.ts';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { assignmentsOfSubmission } from '../../src/db/assignment-store.ts';
import { jobs, people } from '../../src/db/schema/index.ts';
import { paths } from '../../src/paths.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { serve } from '../support/browser.ts';
import { canary, heard } from '../support/canaries.ts';
import { crawl } from '../support/crawl.ts';
import { PlayedCase } from '../support/played-case.ts';
import { PostOffice } from '../support/post-office.ts';
import { makeWorld, MODULE } from '../support/world.ts';

describe('the log of a whole life', () => {
  it('holds no address, code, token, receipt or word of anybody, though things go wrong', async (t) => {
    let log = '';
    const destination = { write: (line: string) => void (log += line) };
    const address = `${canary('mailbox')}@example.org`;
    // No letter is taken, and what the server says against it is the whole letter.
    const office = await PostOffice.open();
    const smtp = new SmtpMailer(office.address, { name: 'Fieldstone', address: 'post@fieldstone.example' });
    const quoted: string[] = [];
    const mailer = {
      send: (mail: Mail, signal: AbortSignal) => {
        quoted.push(`5.6.0 <${mail.to}> ${mail.subject} ${mail.text}`.replace(/\s+/gu, ' '));
        return smtp.send(mail, signal);
      },
    };
    office.mood = (stage) =>
      stage === (quoted.length % 2 === 0 ? 'recipient' : 'data')
        ? { code: quoted.length % 3 === 0 ? 450 : 550, words: quoted.at(-1) ?? '' }
        : 'take';
    const world = await makeWorld({ log: serviceLog('debug', destination), mailer });
    const served = await serve(world.app);
    try {
      const words = { contact_channel: 'email', contact_email: address, contact_name: canary('contactname') };
      const life = await PlayedCase.sent(world, 'in-mp-womens-help-desks', { ...words, title: canary('title') });
      await life.published();
      const { service } = world;
      const submitter = served.browser();
      await submitter.get(paths.receipt('en', MODULE));
      await submitter.submit('/receipt', { code: life.played.receipt });
      await crawl(submitter, [paths.status('en', MODULE)]);
      const links = assignmentsOfSubmission(service.db, life.played.id).map(({ id }) => service.web.keys.linkFor(id));
      for (const link of links) await crawl(served.browser(), [paths.invitation('en', link)]);
      const { personId } = life.curators.first;
      const token = await service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 }));
      const curator = served.browser();
      await curator.get(paths.signInLink('en', token));
      await curator.submit(paths.signInLink('en', token));
      await crawl(curator, [paths.desk('en', MODULE)]);
      await curator.get('/en/sign-in');
      const [field] = curator.form('/sign-in').controls.filter(({ kind }) => kind === 'text');
      await curator.submit('/sign-in', { [field?.name ?? '']: address });
      // A fault of ours, while somebody writes.
      service.db.$client.exec('alter table notes rename to notes_gone');
      const { publicId } = life.submission();
      await curator.get(paths.casePart('en', MODULE, publicId, 'hold'));
      const answer = await curator.post(paths.casePart('en', MODULE, publicId, 'notes'), [
        ['csrf', curator.page.forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? ''],
        ['text', canary('note')],
      ]);
      assert.equal(answer.status, 500);
      const everybody = service.db.select().from(people).all();
      const secrets = [
        ...['mailbox', 'contactname', 'title', 'note'].map(canary),
        ...everybody.flatMap(({ email, name }) => [email, name]),
        ...[life.played.receipt, token, ...links],
        ...['fieldstone-sid', 'fieldstone-pre'].flatMap((name) => curator.cookie(name) ?? []),
        ...['fieldstone-draft'].flatMap((name) => submitter.cookie(name) ?? []),
      ];
      const found = secrets.filter((secret) => log.toLowerCase().includes(secret.toLowerCase()));
      const board = service.db
        .select()
        .from(jobs)
        .all()
        .map(({ lastError }) => lastError ?? '');
      const listed = secrets.filter((secret) => board.join('\n').toLowerCase().includes(secret.toLowerCase()));
      const told = [...found, ...heard(log, ['mailbox', 'contactname', 'title', 'note'].map(canary))];
      const addresses = log.match(/\b(?:\d{1,3}\.){3}\d{1,3}\b|::1|[\w.+-]+@[\w-]+\.\w+/gu) ?? [];
      const control = secrets.filter((secret) => quoted.join('\n').includes(secret)).length;
      t.diagnostic(
        `log: lines=${String(log.split('\n').length)} secrets=${String(secrets.length)} ` +
          `hits=${String(told.length + addresses.length)} (control, what the mail server said: ${String(control)})`,
      );
      assert.deepEqual([told, listed, addresses], [[], [], []]);
      assert.ok(board.some((words) => words.startsWith('550 5.6.0 ')));
      assert.ok(control > 0 && log.includes('"msg":"fault"') && log.includes('job failed') && log.includes('answered'));
    } finally {
      await served.close();
      await office.close();
      world.close();
    }
  });
});
