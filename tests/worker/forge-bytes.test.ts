import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { eq } from 'drizzle-orm';
import { latestPage } from '../../src/db/publication-store.ts';
import { publications } from '../../src/db/schema/index.ts';
import type { ChangeRequest } from '../../src/ports/forge.ts';
import * as act from '../../src/demonstration/steps.ts';
import { addNote } from '../../src/usecases/cases/add-note.ts';
import { askTakeDown } from '../../src/usecases/publication/ask-take-down.ts';
import { changeAttribution } from '../../src/usecases/submission/change-attribution.ts';
import { withdrawSubmission } from '../../src/usecases/submission/withdraw-submission.ts';
import { ByteTap } from '../support/byte-tap.ts';
import { heard } from '../support/canaries.ts';
import { faultKinds, wrongAnswers, type Fault } from '../support/github-stand-in/faults.ts';
import { GitHubStandIn } from '../support/github-stand-in/stand-in.ts';
import { peopleWithGit } from '../support/people-with-git.ts';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';
import { answers, secretNames, word, type Secret } from '../web/blinding/secrets.ts';

/** The two that the page shows; they must arrive. */
const forEverybody: readonly Secret[] = ['summary', 'heading'];
const forNobody = secretNames.filter((name) => !forEverybody.includes(name)).map(word);
const PRACTICE = 'in-mp-womens-help-desks';

describe('every byte that is sent to the forge', () => {
  let standIn: GitHubStandIn;
  let tap: ByteTap;
  let world: World;
  let first: PlayedCase;
  let cases = 0;

  before(async () => {
    world = await makeWorld({
      repositories: async (gitDir) => {
        standIn = await GitHubStandIn.start({ gitDir, tokens: ['token'] });
        tap = await ByteTap.on(standIn.url);
        const access = { kind: 'token', token: 'token' } as const;
        const part = { kind: 'github', owner: 'commons', name: 'content', apiUrl: tap.url, access } as const;
        return [{ ...part, writePauseMs: 0, askAgainMs: 0, timeoutMs: 1000 }];
      },
    });
    first = await PlayedCase.sent(world, PRACTICE, answers);
    await tellSecrets();
    await first.approved();
  });
  after(async () => {
    await tap.stop();
    await standIn.stop();
    world.close();
  });

  /** Everybody's names and everything that is written about a case on its way. */
  async function tellSecrets(): Promise<void> {
    const { stage, reviewers, played, curators } = first;
    const words = { comment: word('opinion'), strengths: word('strengths'), departure: word('departure').repeat(4) };
    const letter = `${word('untoldletter')}: the reasons stand below, criterion by criterion.`;
    const letters = { accept: { en: letter }, revise: { en: letter }, reject: { en: letter } };
    Object.assign(stage.script, { ...words, letters });
    for (const [at, name] of (['donename', 'leavername'] as const).entries()) {
      const key = reviewers[at] ?? '';
      const email = `${word(name)}@reviewers.example`;
      const id = stage.person(key);
      await world.service.write(({ tx }) => {
        tx.run(`update people set name = '${word(name)}', email = '${email}' where id = '${id}'`);
      });
      Object.assign(stage.script.people.find((one) => one.key === key) ?? {}, { email });
    }
    await stage.at(0, (unit) => addNote(unit, curators.first, { submissionId: played.id, text: word('note') }));
  }

  async function another(more: object = {}): Promise<PlayedCase> {
    cases += 1;
    return (await first.another(`forge-bytes-${String(cases)}`, { ...first.played.answers, ...more })).approved();
  }

  const look = (): Promise<void> => world.service.worker.lookNow();

  /** Publishes and withdraws over a line on which these things go wrong, one at every second call, until all have. */
  async function through(faults: readonly Fault[]): Promise<void> {
    const left = [...faults];
    let calls = 0;
    standIn.faults = () => {
      calls += 1;
      return calls % 2 === 0 ? left.shift() : undefined;
    };
    for (let turn = 0; turn < 12 && left.length > 0; turn += 1) {
      const life = await another();
      for (let looks = 0; looks < 12 && life.publication().state === 'queued'; looks += 1) {
        await look();
        world.clock.pass({ minutes: 600 });
      }
      await withdraw(life);
    }
    standIn.faults = () => undefined;
    await look();
    assert.deepEqual(left, [], 'every fault came');
  }

  async function withdraw({ stage, played }: PlayedCase): Promise<void> {
    await stage.at(0, (unit) => withdrawSubmission(unit, played.submitter, { submissionId: played.id }));
    await look();
  }

  const nothingHeard = (): void => {
    assert.deepEqual(heard(tap.bytes, forNobody), []);
    assert.ok(!tap.bytes.includes(first.played.receipt));
  };

  it('holds nothing of it when a page is published', async () => {
    await look();
    await act.merge(first.stage, first.played, first.curators.first, 0);
    assert.equal(first.submission().state, 'published');
    nothingHeard();
    const told = forEverybody.map(word);
    assert.deepEqual(heard(tap.bytes, told), told);
  });

  it('holds nothing of it when the forge refuses, breaks off or says nothing, at whichever call', async () => {
    const kinds = [...faultKinds.filter((kind) => kind !== 'hang'), ...wrongAnswers];
    await through([
      { kind: 'hang', when: 'before' },
      { kind: 'hang', when: 'after' },
      ...kinds.flatMap((kind) => [{ kind, when: 'before' } as const, { kind, when: 'after' } as const]),
    ]);
    nothingHeard();
  });

  it('holds nothing of it when somebody else wrote into the folder', async () => {
    const life = await another();
    const [file] = life.publication().files;
    await peopleWithGit(world.folder, world.repository).commitByHand([{ path: file?.path ?? '', text: 'Other\n' }]);
    await look();
    assert.equal(life.publication().trouble, 'folder_taken');
    nothingHeard();
  });

  it('holds nothing of it when the name on the page is changed before it is agreed to', async () => {
    const life = await (await first.another('forge-bytes-renamed', first.played.answers)).accepted();
    const { stage, played, curators } = life;
    await act.offer(stage, played, curators.second, 0);
    const page = latestPage(world.service.db, played.id);
    await stage.at(0, (unit) =>
      changeAttribution(unit, played.submitter, {
        submissionId: played.id,
        number: page?.number ?? 0,
        pageHash: page?.pageHash ?? '',
        typed: { attribution: 'anonymous' },
      }),
    );
    await life.agreed();
    await look();
    assert.equal(life.publication().state, 'open');
    nothingHeard();
  });

  it('holds nothing of it when the case is withdrawn while its change is open', async () => {
    const life = await another();
    await look();
    assert.equal(life.publication().state, 'open');
    await withdraw(life);
    assert.equal(life.publication().state, 'closed');
    nothingHeard();
  });

  it('holds nothing of it when the page is taken down, of which the reason stays here', async () => {
    const { stage, played, curators } = first;
    const reason = `${word('holdreason')}: somebody can be recognised.`;
    await stage.at(0, (unit) => askTakeDown(unit, curators.first, { submissionId: played.id, reason }));
    await look();
    await act.merge(stage, played, curators.first, 0);
    assert.equal(first.submission().state, 'removed');
    nothingHeard();
  });

  it('stops a leak that came into a page after it was agreed to', async () => {
    const life = await another();
    await world.service.write(({ tx }) => {
      const files = leaking(life.publication().files);
      tx.update(publications).set({ files }).where(eq(publications.id, life.publication().id)).run();
    });
    await look();
    assert.deepEqual([life.publication().state, life.publication().trouble], ['queued', 'leak']);
    nothingHeard();
  });

  it('would be heard: a page that leaks behind the last guard', async (t) => {
    t.diagnostic(`bytes to the forge: ${String(tap.bytes.length)}, calls=${String(standIn.seen.length)}`);
    await another();
    const forge = world.service.web.forgeOf(MODULE);
    const original = forge.ensureChange.bind(forge);
    mock.method(forge, 'ensureChange', (request: ChangeRequest, signal: AbortSignal) =>
      original({ ...request, files: leaking(request.files) }, signal),
    );
    await look();
    mock.restoreAll();
    assert.deepEqual(heard(tap.bytes, forNobody), [word('organisation')]);
  });
});

const leaking = <File extends { readonly text: string }>(files: readonly File[]): File[] =>
  files.map((file) => ({ ...file, text: file.text.replace(word('summary'), word('organisation')) }));
