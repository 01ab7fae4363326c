import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { SmtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { practiceAnswers, readScript } from '../../src/demonstration/script.ts';
import { interfaceLanguages } from '../../src/i18n/languages.ts';
import { Backstage } from '../../src/rehearsal/backstage.ts';
import { rehearse } from '../../src/rehearsal/rehearse.ts';
import { makePerson } from '../../src/usecases/people/make-person.ts';
import { serve, type Served } from '../support/browser.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { git } from '../support/people-with-git.ts';
import { opened, PostOffice } from '../support/post-office.ts';
import { RecordingFetch } from '../support/recording-fetch.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

const practices = readdirSync('examples/practices').map((file) => file.replace(/\.json$/u, ''));
const from = { name: 'Fieldstone', address: 'post@fieldstone.example' };
const words = { letter: 'Thank you. It is accepted.', lifted: 'Read with the safety contact; it may go on.' };
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

describe('every example practice, from the form to GitHub and a mail server', () => {
  let world: World;
  let served: Served;
  let standIn: GitHubStandIn;
  let office: PostOffice;
  const record = new RecordingFetch();
  /** The practice by the number under which it was published. */
  const published = new Map<string, string>();

  before(async () => {
    office = await PostOffice.open();
    world = await makeWorld({
      mailer: new SmtpMailer(office.address, from),
      repositories: async (gitDir) => {
        standIn = await GitHubStandIn.start({ gitDir, tokens: ['token'] });
        const access = { kind: 'token', token: 'token' } as const;
        const part = { kind: 'github', owner: 'commons', name: 'content', apiUrl: standIn.url, access } as const;
        return [{ ...part, fetch: record.fetch, writePauseMs: 0, askAgainMs: 0 }];
      },
    });
    served = await serve(world.app);
    for (const [at, { key: _key, ...typed }] of readScript().people.entries()) {
      const interfaceLanguage = interfaceLanguages[at % interfaceLanguages.length] ?? 'en';
      const input = { module: world.module.id, typed, interfaceLanguage };
      const made = await world.service.write((unit) => makePerson(unit, { kind: 'service' }, input));
      assert.ok(made.ok);
    }
  });
  after(async () => {
    await served.close();
    await standIn.stop();
    await office.close();
    world.close();
    assert.deepEqual(world.faults, []);
    assert.deepEqual(await record.faults(), []);
  });

  const repositoryGit = (...args: string[]) => git(world.repository, ...args);

  for (const practice of practices) {
    it(`is rehearsed: ${practice}`, { timeout: 120_000 }, async () => {
      const answers = practiceAnswers(practice);
      const play = { address: served.url, module: MODULE, answers, words, done: () => undefined };
      published.set(await rehearse(play, new Backstage(world.service)), practice);
    });
  }

  it('stands in git as one commit of the bot in its own folder, and a merge', async () => {
    assert.equal(published.size, practices.length);
    for (const [publicId, practice] of published) {
      const [merge = ''] = (await repositoryGit('log', '--merges', '--format=%H', `--grep=${publicId}`, 'main')).split(
        '\n',
      );
      const shown = await repositoryGit(
        'log',
        '-1',
        '--format=%an|%ae|%cn|%s|%ad',
        '--date=format:%H:%M',
        `${merge}^2`,
      );
      assert.equal(shown, `Fieldstone|noreply@fieldstone.invalid|Fieldstone|Add practice ${publicId}|00:00`);
      const body = await repositoryGit('log', '-1', '--format=%b', `${merge}^2`);
      assert.match(body, new RegExp(`^Practice-Key: ${publicId}/p1/[0-9a-f]{64}$`, 'u'));
      const changed = await repositoryGit('diff', '--name-status', '--no-renames', `${merge}^1`, merge);
      const folder = `modules/${MODULE}/practices/${publicId}`;
      const language = textOf(practiceAnswers(practice)['language']);
      assert.equal(changed, `A\t${folder}/index.${language}.md\nA\t${folder}/meta.yml`);
      const page = await repositoryGit('show', `main:${folder}/index.${language}.md`);
      assert.ok(page.includes(textOf(practiceAnswers(practice)['title'])));
    }
    assert.equal(await repositoryGit('branch', '--list', 'practice/*'), '');
  });

  it('is a pull request that says what was decided, and nothing that GitHub would act on', () => {
    for (const [publicId, practice] of published) {
      const pull = standIn.world.pulls.find(({ branch }) => branch.startsWith(`practice/${publicId}/`));
      assert.ok(pull);
      assert.ok(pull.title.startsWith(`Practice ${publicId}: `), pull.title);
      assert.ok(pull.body.includes(`/en/${MODULE}/desk/cases/${publicId}`));
      for (const fact of [
        /^- Decided on \d{4}-\d{2}-\d{2}$/mu,
        /^- Rubric: \S+@\d+$/mu,
        /^- Level of evidence: E\d/mu,
        /^- Expert reviews: 2$/mu,
      ])
        assert.match(pull.body, fact);
      assert.match(pull.body, /^- \[ \] /mu);
      assert.ok(!/[@#]\w|<!--|GH-\d/u.test(`${pull.title}\n${pull.body.replace(/@\d+$/gmu, '')}`), pull.body);
      assert.ok(!pull.body.includes(textOf(practiceAnswers(practice)['title'])));
    }
  });

  it('leaves no word in git that only the case may know', async () => {
    const everything = await repositoryGit('log', '--all', '-p', '--format=%an %ae %cn %ce %B');
    for (const practice of practices) {
      const answers = practiceAnswers(practice);
      const secret = [
        answers['contact_email'],
        ...(answers['attribution'] === 'anonymous' ? [answers['organisation']] : []),
      ];
      for (const canary of secret.map(textOf)) assert.ok(canary === '' || !everything.includes(canary), canary);
    }
    for (const { name, email } of readScript().people)
      assert.ok(!everything.includes(name) && !everything.includes(email));
  });

  it('tells everybody in their language, each letter once, and the writer nothing but that there is news', async () => {
    await world.service.worker.lookNow();
    const read = await Promise.all(office.arrived.map(async (letter) => ({ ...(await opened(letter)), letter })));
    assert.equal(new Set(office.arrived.map(({ messageId }) => messageId)).size, office.arrived.length);
    for (const practice of practices) {
      const answers = practiceAnswers(practice);
      const to = textOf(answers['contact_email']);
      if (answers['contact_channel'] !== 'email') continue;
      const news = read.filter(({ letter }) => letter.recipients.includes(to));
      assert.ok(news.length >= 3, `${practice}: ${String(news.length)} letters`);
      for (const { mail, text } of news) {
        assert.equal(mail.headers.get('content-language'), answers['language']);
        assert.ok(!text.includes(textOf(answers['title'])) && !/P-[0-9A-Z]{5}/u.test(text));
      }
    }
    const spoken = new Set(read.map(({ mail }) => mail.headers.get('content-language')));
    assert.deepEqual([...spoken].sort(), [...interfaceLanguages].sort());
  });
});
