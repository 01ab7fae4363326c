import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rulingDecision } from '../../../src/db/queries/shown-state.ts';
import { reviewParts } from '../../../src/domain/review/review-parts.ts';
import { submissionStates } from '../../../src/domain/submission/state.ts';
import type { ExportId } from '../../../src/domain/ids.ts';
import { answerExport } from '../../../src/usecases/export/answer-export.ts';
import type { Mail } from '../../../src/ports/mailer.ts';
import { Browser, serve, type Served } from '../../support/browser.ts';
import { heard } from '../../support/canaries.ts';
import { ListeningLine } from '../../support/listening-line.ts';
import type { PlayedCase } from '../../support/played-case.ts';
import { rolledBackApp } from '../../support/rolled-back.ts';
import { anExport, type Values } from '../../support/route-addresses.ts';
import { MODULE } from '../../support/world.ts';
import { seatAll, type Seat } from './cast.ts';
import { makeHiddenWorld, type HiddenWorld } from './hidden-world.ts';
import {
  arrangements,
  askEverywhere,
  askOfCase,
  crawled,
  listAddresses,
  pressEverything,
  questionFor,
  type Prober,
} from './probes.ts';
import { forbiddenTo, listeners, secretNames, secrets, word, type Listener, type Secret } from './secrets.ts';

/** They may see the cases: every button of every page of theirs would only take long. */
const mayRead: readonly Listener[] = ['curator', 'safety'];
/** What a list would tell by its order. */
const hiddenColumns = [
  'title',
  'organisation',
  'contact_name',
  'contact_email',
  'public_name',
  'coi',
  'reviewer',
  'score',
];
/** Nobody has typed it. */
const nonsense = 'qqnobodyhastypedthis';

describe('what each role can wring out of the service', () => {
  let hidden: HiddenWorld;
  let served: Served | undefined;
  let seats: Record<Listener, Seat>;
  const told = new Map<Listener, string>();
  let exported = '';
  let answers = 0;
  const statuses = new Set<number>();

  before(async () => {
    hidden = await makeHiddenWorld();
    seats = await seatAll(hidden);
    const { stage } = hidden.review;
    exported = await anExport({ service: hidden.world.service, person: (key) => stage.person(key) });
    const agreed = { module: MODULE, id: exported as ExportId, answer: 'approved', reason: '' } as const;
    await stage.at(0, (unit) => answerExport(unit, hidden.review.curators.second, agreed));
    served = await serve(rolledBackApp(hidden.world.service).app);
    for (const who of listeners) told.set(who, await everythingToldTo(who));
  });
  after(async () => {
    await served?.close();
    hidden.world.close();
  });

  function prober(who: Listener, line: typeof fetch): Prober {
    const { cookie, pre } = seats[who];
    return {
      browser: new Browser(served?.url ?? '', { cookie }, line),
      csrf: hidden.world.service.web.keys.csrfToken(pre),
    };
  }

  /** What stands in the addresses: the ids of this case, and of a reviewer who is not the one who asks. */
  function valuesOf(the: PlayedCase, reviewer: string): Values {
    const { form, rubric } = hidden.world.module;
    const assignment = hidden.assignment(reviewer);
    return {
      lang: 'en',
      module: MODULE,
      publicId: the.submission().publicId,
      page: form.pages[0]?.id ?? '',
      part: reviewParts(rubric)[0]?.id ?? '',
      person: the.stage.person(reviewer),
      assignment,
      invitation: hidden.world.service.web.keys.linkFor(assignment),
      link: 'no-such-link',
      letter: 'no-such-letter',
      job: '1',
      export: exported,
      decision: rulingDecision(hidden.world.service.db, the.played.id)?.id ?? 'none',
    };
  }

  async function everythingToldTo(who: Listener): Promise<string> {
    const listening = new ListeningLine();
    const own = prober(who, listening.line);
    const reached = await crawled(own, seats[who].starts);
    const other = who === 'reviewer who is done' ? hidden.atWork : hidden.done;
    const values = valuesOf(hidden.review, other);
    await askEverywhere(own, values);
    await askOfCase(own, valuesOf(hidden.waiting, other));
    await askOfCase(own, valuesOf(hidden.stopped, other));
    for (const at of listAddresses(values).filter((path) => /\/desk\/(?:cases|scores|matching)$/u.test(path)))
      for (const query of arrangements(hiddenColumns, submissionStates)) await own.browser.get(`${at}?${query}`);
    if (!mayRead.includes(who))
      await pressEverything(
        own,
        reached.filter((path) => !path.startsWith('/ar')),
      );
    answers += listening.answers;
    for (const status of listening.statuses.keys()) statuses.add(status);
    return listening.bytes;
  }

  const named = (words: readonly string[]): Secret[] => secretNames.filter((name) => words.includes(word(name)));
  const heardBy = (who: Listener, names: readonly Secret[]): Secret[] =>
    named(heard(told.get(who) ?? '', names.map(word)));

  for (const who of listeners)
    it(`tells ${who} nothing that is not for them`, () => {
      assert.deepEqual(heardBy(who, forbiddenTo(who)), []);
    });

  it('was asked in every way', (t) => {
    const bytes = [...told.values()].reduce((all, text) => all + text.length, 0);
    t.diagnostic(
      `blinding: roles=${String(listeners.length)} secrets=${String(secretNames.length)} ` +
        `answers=${String(answers)} distinct bytes=${String(bytes)} statuses=${[...statuses].sort().join(',')}`,
    );
    for (const status of [200, 303, 403, 404, 409, 422])
      assert.ok(statuses.has(status), `nothing was answered ${status}`);
    // What a first page of the form saves is undone here before it is shown.
    const other = hidden.world.faults.filter((fault) => !String(fault).includes('just saved is not there'));
    assert.deepEqual(other, []);
  });

  it('has words that none is taken for another', () => {
    assert.equal(new Set(secretNames.map((name) => word(name).slice(0, 5))).size, secretNames.length);
  });

  it('would hear it: a curator is told all that curators may see', () => {
    // Not shown again: the name of somebody who chose to be named nowhere, and why one departed from the advice.
    const shownToNobody: readonly Secret[] = ['publicname', 'departure'];
    const forCurators = secretNames.filter(
      (name) => (secrets[name] as readonly Listener[]).includes('curator') && !shownToNobody.includes(name),
    );
    assert.deepEqual(heardBy('curator', forCurators), forCurators);
    assert.deepEqual(heardBy('submitter', ['heading']), ['heading']);
    assert.deepEqual(heardBy('reviewer at work', ['summary', 'draftcomment']), ['summary', 'draftcomment']);
  });

  /** Pages that answer this word otherwise than one that stands nowhere. */
  async function pagesThatFind(who: Listener, name: Secret): Promise<string[]> {
    const { browser } = prober(who, fetch);
    const values = valuesOf(hidden.review, hidden.done);
    const found: string[] = [];
    for (const at of listAddresses(values)) {
      const [asked, idle] = [word(name), nonsense].map((text) => ({ text, at: `${at}?${questionFor(text)}` }));
      if (asked === undefined || idle === undefined) continue;
      const answer = bare((await browser.get(asked.at)).html, asked.text);
      if (answer !== bare((await browser.get(idle.at)).html, idle.text)) found.push(at);
    }
    return found;
  }

  it('finds nobody by a word that is hidden from whoever seeks', async () => {
    for (const who of listeners)
      for (const name of ['contactname', 'mailbox', 'organisation', 'donename', 'waitingheading'] as const)
        if (forbiddenTo(who).includes(name)) assert.deepEqual(await pagesThatFind(who, name), [], `${who}, ${name}`);
    assert.notDeepEqual(await pagesThatFind('curator', 'waitingheading'), []);
  });

  const letterBytes = ({ subject, text, html, messageId, to }: Mail): string =>
    [subject, text, html, messageId, to].join('\n');

  it('writes nothing of it to reviewers either', () => {
    const { mail } = hidden;
    const to = (address: string): string =>
      mail.sent
        .filter((letter) => letter.to === address)
        .map(letterBytes)
        .join('\n');
    const addressOf = (name: Secret): string => `${word(name)}@reviewers.example`;
    const readers: readonly [Listener, string][] = [
      ['reviewer at work', addressOf('atworkname')],
      ['reviewer who is done', addressOf('donename')],
      ['reviewer who recused', addressOf('leavername')],
    ];
    for (const [who, address] of readers) {
      assert.notEqual(to(address), '', `${who} was written to`);
      assert.deepEqual(named(heard(to(address), forbiddenTo(who).map(word))), [], who);
    }
  });
});

/** A page without what was asked for, without its token, and without the receipt of a form that was never saved. */
const bare = (html: string, asked: string): string =>
  html
    .replaceAll(asked, '')
    .replace(/(?:<span>[0-9A-Z]{4} ?<\/span>)+/gu, '')
    .replace(/name="(?:csrf|form_id)" value="[^"]*"/gu, '')
    .replace(/E-[0-9A-Z]{8}/gu, '');
