import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { alternatesOf } from '../../src/db/alternate-store.ts';
import { assignmentsOfRound } from '../../src/db/assignment-store.ts';
import { historyOf, verifyHistory } from '../../src/db/history-store.ts';
import { updatePerson } from '../../src/db/person-store.ts';
import { openHold } from '../../src/db/hold-store.ts';
import { latestRound } from '../../src/db/round-store.ts';
import { jobs, personRoles, requests } from '../../src/db/schema/index.ts';
import { insertVersion, theVersion } from '../../src/db/version-store.ts';
import { findSubmission } from '../../src/db/submission-store.ts';
import type { ModuleId, PersonId, SubmissionId } from '../../src/domain/ids.ts';
import { liftHold } from '../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { serve, type Browser, type Page, type Served } from '../support/browser.ts';
import { person, sentCase, signIn } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('screening and opening a round', () => {
  let world: World;
  let served: Served;
  let desk: Browser;
  let safety: PersonId;
  const reviewers: PersonId[] = [];

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    desk = served.browser();
    await signIn(world, desk, await person(world, 'Amira Haddad', ['curator']));
    safety = await person(world, 'Ruth Okello', ['safety']);
    for (const name of ['Priya Nair', 'Samuel Mensah', 'Lucía Fernández', 'Ines Costa']) {
      reviewers.push(await person(world, name, ['reviewer'], { topics: ['training', 'police'], country: 'IN' }));
    }
  });
  after(async () => {
    await served.close();
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
    world.close();
    assert.deepEqual(world.faults, []);
  });

  const at = (publicId: string, part: string): string => `/en/${MODULE}/desk/cases/${publicId}/${part}`;
  const stateOf = (id: SubmissionId) => findSubmission(world.service.db, id)?.state;

  async function screen(publicId: string, typed: Record<string, string | string[]> = {}): Promise<Page> {
    await desk.get(at(publicId, 'screening'));
    return desk.submit('/screening', { read_for_names: 'yes', ...typed });
  }

  function ids(...places: number[]): string[] {
    return places.flatMap((place) => reviewers[place] ?? []);
  }

  async function opened(): Promise<{ id: SubmissionId; publicId: string }> {
    const found = await sentCase(world);
    await screen(found.publicId);
    await desk.submit('/reviewers', { reviewer: ids(0, 1) });
    assert.equal(stateOf(found.id), 'in_review');
    return found;
  }

  it('starts from the answers, and leads on to the reviewers when all is well', async () => {
    const { publicId } = await sentCase(world);
    const page = await screen(publicId);
    assert.equal(page.path, `${at(publicId, 'reviewers')}?done=screened`);
    assert.match(page.html, /Who reviews\?/);
  });

  it('keeps a review closed until somebody has read for names', async () => {
    const { publicId, id } = await sentCase(world);
    await screen(publicId, { read_for_names: [] });
    const page = await desk.get(at(publicId, 'reviewers'));
    assert.match(page.html, /Nobody has confirmed/);
    assert.equal(
      page.forms.some(({ action }) => action.endsWith('/reviewers')),
      false,
    );
    const csrf = page.forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const forced = await desk.post(at(publicId, 'reviewers'), [
      ['csrf', csrf],
      ['move', 'open'],
      ['revision', '1'],
      ['reviewer', reviewers[0] ?? ''],
    ]);
    assert.equal(forced.status, 422);
    assert.equal(stateOf(id), 'screening');
  });

  it('shows the best of many reviewers, finds the others by name, and keeps who was ticked', async () => {
    const many: PersonId[] = [];
    for (let n = 0; n < 32; n += 1) {
      const name = `Zed ${'abcdefghijklmnopqrstuvwxyzåäöéü0'.charAt(n)}ron`;
      many.push(
        await person(world, name, ['reviewer'], {
          languages: ['fr'],
          email: `zed${String(n)}@zed${String(n)}.example`,
        }),
      );
    }
    const { publicId, id } = await sentCase(world);
    const first = await screen(publicId);
    assert.equal(first.html.match(/name="reviewer"/gu)?.length, 30);
    const csrf = first.forms
      .find(({ action }) => action.endsWith('/reviewers'))
      ?.controls.find((c) => c.name === 'csrf');
    const typed = [
      ['csrf', csrf?.value ?? ''],
      ['move', 'open'],
      ['revision', '1'],
      ['reviewer', reviewers[0] ?? ''],
    ] as [string, string][];
    const found = await desk.post(at(publicId, 'reviewers'), [...typed, ['name', ' ZED ERON'], ['search', 'yes']]);
    assert.equal(found.status, 200);
    // Whoever was ticked, Zed eron and Zed éron.
    assert.equal(found.html.match(/name="reviewer"/gu)?.length, 3);
    assert.equal(found.html.match(/ checked/gu)?.length, 1);
    assert.equal(stateOf(id), 'screening');
    for (const personId of many)
      await world.service.write(({ tx, clock }) =>
        updatePerson(tx, personId, { disabledAt: clock.now().toISOString() }),
      );
  });

  it('stops a case when a gate on safety does not pass, and takes nothing until safety lifts it', async () => {
    const { publicId, id } = await sentCase(world);
    await desk.get(at(publicId, 'screening'));
    const form = desk.form('/screening');
    const held = await desk.submit(form, { 'gate.no_identifiers': 'fail', read_for_names: 'yes' });
    assert.match(held.html, /on hold/);
    assert.equal(openHold(world.service.db, id)?.reason, 'rubric:no_identifiers');
    const refused = await desk.submit(form, { read_for_names: 'yes' });
    assert.equal(refused.status, 409);
    const alerts = world.service.db.select().from(jobs).all();
    assert.ok(alerts.some(({ dedupeKey }) => dedupeKey.startsWith('safety_alert:') && dedupeKey.endsWith(safety)));
  });

  it('lets reviewers see what is unsure and not about safety', async () => {
    const { publicId } = await sentCase(world);
    await screen(publicId, { 'gate.not_duplicate': 'unsure' });
    assert.match((await desk.get(at(publicId, 'reviewers'))).html, /Who reviews\?/);
  });

  it('opens a round: pinned, invited by letter, with alternates', async () => {
    const { id } = await opened();
    const round = latestRound(world.service.db, id);
    assert.ok(round !== undefined);
    assert.deepEqual([round.number, round.version, round.definitionCommit], [1, 1, world.module.commit]);
    const places = assignmentsOfRound(world.service.db, round.id);
    assert.deepEqual(new Set(places.map(({ personId }) => personId)), new Set(ids(0, 1)));
    assert.equal(new Set(places.map(({ label }) => label)).size, 2);
    assert.deepEqual(new Set(alternatesOf(world.service.db, round.id)), new Set(ids(2, 3)));
    const queued = world.service.db.select().from(jobs).all();
    for (const place of places) assert.ok(queued.some(({ dedupeKey }) => dedupeKey === `invitation:${place.id}`));
    const acts = historyOf(world.service.db, id).map(({ act }) => act);
    assert.deepEqual(acts, ['screened', 'open_round', 'invited', 'invited']);
  });

  it('refuses a round for a case that somebody else has moved', async () => {
    const { publicId, id } = await sentCase(world);
    await screen(publicId);
    const form = desk.form('/reviewers');
    await desk.submit(form, { reviewer: ids(0, 1) });
    const again = await desk.submit(form, { reviewer: ids(2, 3) });
    assert.equal(again.status, 409);
    const round = latestRound(world.service.db, id);
    assert.equal(round && assignmentsOfRound(world.service.db, round.id).length, 2);
  });

  it('invites the next alternate when a reviewer is released, and says nothing of the reason', async () => {
    const { id, publicId } = await opened();
    await desk.get(at(publicId, 'reviewers'));
    const release = desk.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'assignment'));
    assert.ok(release !== undefined);
    const page = await desk.submit(release, { reason: 'On leave until spring' });
    assert.equal(page.path, `${at(publicId, 'reviewers')}?done=released`);
    const round = latestRound(world.service.db, id);
    const places = round === undefined ? [] : assignmentsOfRound(world.service.db, round.id);
    assert.deepEqual(places.map(({ status }) => status).sort(), ['invited', 'invited', 'released']);
    const queued = world.service.db.select().from(jobs).all();
    assert.doesNotMatch(JSON.stringify(queued.map(({ payload }) => payload)), /On leave/);
  });

  it('asks for one more opinion, up to what the policy allows', async () => {
    const { id, publicId } = await opened();
    for (const place of [2, 3]) {
      await desk.get(at(publicId, 'reviewers'));
      const form = desk.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'reviewer'));
      assert.ok(form !== undefined);
      const page = await desk.submit(form, { reviewer: ids(place) });
      assert.equal(page.path, `${at(publicId, 'reviewers')}?done=invited`);
    }
    assert.equal(latestRound(world.service.db, id)?.target, 4);
    const full = await desk.get(at(publicId, 'reviewers'));
    assert.equal(
      full.forms.some(({ controls }) => controls.some(({ name }) => name === 'reviewer')),
      false,
    );
  });

  it('does not ask somebody in conflict without a written reason, and keeps the reason', async () => {
    const colleague = await person(world, 'Tomas Lind', ['reviewer'], {
      organisation: 'Contributor Two (test organisation)',
    });
    const { id, publicId } = await sentCase(world);
    const page = await screen(publicId);
    assert.match(page.html, /Works for the organisation that sent it/);
    const refused = await desk.submit('/reviewers', { reviewer: [colleague, ...ids(0)] });
    assert.equal(refused.status, 422);
    assert.equal(stateOf(id), 'screening');
    const reason = 'Left the organisation three years ago.';
    await desk.submit('/reviewers', { [`reason.${colleague}`]: reason });
    const round = latestRound(world.service.db, id);
    const places = round === undefined ? [] : assignmentsOfRound(world.service.db, round.id);
    assert.equal(places.find(({ personId }) => personId === colleague)?.overrideReason, reason);
    assert.equal(round && alternatesOf(world.service.db, round.id).includes(colleague), false);
  });

  it('never puts somebody in conflict on the list of alternates', async () => {
    const { id } = await opened();
    const round = latestRound(world.service.db, id);
    assert.equal(round && alternatesOf(world.service.db, round.id).length, 2);
  });

  it('sends a case back with requests, and offers those that the review needs', async () => {
    const { id, publicId } = await sentCase(world, { answers: { partners: '', status_now: '' } });
    await screen(publicId);
    assert.match((await desk.get(at(publicId, 'reviewers'))).html, /2 answers that the review needs are missing/);
    await desk.get(at(publicId, 'ask'));
    const more = await desk.submit('/ask', { 'requests.2.text': 'And one thing more.' }, { button: 'more=yes' });
    assert.equal(more.status, 200);
    assert.match(more.html, /And one thing more\./);
    const page = await desk.submit('/ask', { 'requests.2.level': 'should' });
    assert.match(page.html, /on their way to the submitter/);
    assert.equal(stateOf(id), 'revision');
    const asked = world.service.db.select().from(requests).where(eq(requests.submissionId, id)).all();
    assert.deepEqual(
      asked.map(({ field, level }) => [field, level]),
      [
        ['status_now', 'must'],
        ['partners', 'must'],
        [null, 'should'],
      ],
    );
    const news = world.service.db.select().from(jobs).all();
    assert.ok(news.some(({ dedupeKey }) => dedupeKey === `news:${id}:ask:1`));
  });

  it('asks for a request before it sends a case back', async () => {
    const { id, publicId } = await sentCase(world);
    await desk.get(at(publicId, 'ask'));
    const page = await desk.submit('/ask');
    assert.equal(page.status, 422);
    assert.equal(stateOf(id), 'screening');
  });

  it('is there neither for safety to open nor for curators of another module', async () => {
    const { publicId } = await sentCase(world);
    const safe = served.browser();
    await signIn(world, safe, safety);
    const page = await safe.get(at(publicId, 'reviewers'));
    assert.equal(page.status, 200);
    assert.equal(
      page.forms.some(({ action }) => action.endsWith('/reviewers')),
      false,
    );
    const stranger = await person(world, 'Jonas Weber', ['reviewer']);
    await world.service.write(({ tx }) => {
      tx.insert(personRoles)
        .values({ personId: stranger, module: 'another' as ModuleId, role: 'curator' })
        .run();
    });
    const other = served.browser();
    await signIn(world, other, stranger);
    for (const part of ['screening', 'reviewers', 'notes'])
      assert.equal((await other.get(at(publicId, part))).status, 404);
  });

  it('goes on after safety has lifted a hold on this version, with their word for what was unsure', async () => {
    const { id, publicId } = await sentCase(world, {
      answers: { risk_people: { survivors: { level: 'high', mitigation: 'Everything was agreed with them first.' } } },
    });
    await world.service.write((unit) => {
      assert.ok(raiseHold(unit, { kind: 'service' }, { submissionId: id, reason: 'risk:survivors' }).ok);
    });
    assert.match((await desk.get(at(publicId, 'screening'))).html, /on hold/);
    world.clock.pass({ minutes: 1 });
    await world.service.write((unit) => {
      const roles = [{ module: MODULE, role: 'safety' as const }];
      const ruth = { kind: 'staff' as const, personId: safety, name: 'Ruth', roles };
      assert.ok(liftHold(unit, ruth, { submissionId: id, reason: 'Rang her; the risk is dealt with.' }).ok);
    });
    const page = await desk.get(at(publicId, 'screening'));
    assert.match(page.html, /looked at this version and lifted/);
    const risk = desk.form('/screening').controls.filter(({ name }) => name === 'gate.no_ongoing_risk');
    assert.equal(risk.find(({ chosen }) => chosen)?.value, 'pass');
  });

  it('shows what changed since the last version beside what was asked', async () => {
    const { id, publicId } = await sentCase(world);
    const before = theVersion(world.service.db, id, 1);
    await world.service.write(({ tx, clock }) => {
      const answers = { ...before.answers, title: 'A help desk in every station', approach: ['data'] };
      insertVersion(tx, { ...before, number: 2, answers, createdAt: clock.now().toISOString() });
      tx.run(`update submissions set version = 2 where id = '${id}'`);
    });
    const page = await desk.get(at(publicId, 'versions'));
    assert.match(page.html, /version 1 to version 2/);
    assert.match(page.html, /<ins>/);
    assert.match(page.html, /<del>/);
    assert.doesNotMatch(page.html, /specialised_unit/);
  });

  it('shows contact data for a reason alone, writes it down and tells safety', async () => {
    const { id, publicId } = await sentCase(world, {
      answers: { contact_channel: 'email', contact_email: 'canary@contact.example' },
    });
    const plain = await desk.get(`/en/${MODULE}/desk/cases/${publicId}`);
    assert.doesNotMatch(plain.html, /canary@contact/);
    const short = await desk.submit(publicId, { reason: 'so' });
    assert.equal(short.status, 422);
    const shown = await desk.submit(publicId, { reason: 'She asked us to ring her back.' });
    assert.match(shown.html, /canary@contact\.example/);
    const again = await desk.get(`/en/${MODULE}/desk/cases/${publicId}`);
    assert.doesNotMatch(again.html, /canary@contact/);
    assert.ok(historyOf(world.service.db, id).some(({ act }) => act === 'identity_revealed'));
    const queued = world.service.db.select().from(jobs).all();
    assert.ok(queued.some(({ dedupeKey }) => dedupeKey.includes(`${id}:identity_shown:`)));
  });

  it('keeps notes for the staff, and every panel answers in both languages', async () => {
    const { publicId } = await sentCase(world);
    await desk.get(at(publicId, 'notes'));
    assert.equal((await desk.submit('/notes', { text: '  ' })).status, 422);
    const page = await desk.submit('/notes', { text: 'Rang the office; closed until Monday.' });
    assert.match(page.html, /closed until Monday/);
    for (const lang of ['en', 'ar']) {
      for (const part of ['versions', 'screening', 'ask', 'reviewers', 'history', 'notes', 'letters']) {
        const path = at(publicId, part).replace('/en/', `/${lang}/`);
        assert.equal((await desk.get(path)).status, 200);
      }
    }
    assert.equal((await desk.get(at(publicId, 'nothing'))).status, 404);
  });
});
