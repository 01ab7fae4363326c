import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verifyHistory } from '../../src/db/history-store.ts';
import { findPersonByEmail, rolesIn } from '../../src/db/person-store.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { person, signIn } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('people of a module', () => {
  let world: World;
  let served: Served;
  let desk: Browser;
  let curator: PersonId;
  let safety: PersonId;
  const list = `/en/${MODULE}/desk/people`;

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    curator = await person(world, 'Amira Haddad', ['curator']);
    safety = await person(world, 'Ruth Okello', ['safety']);
    desk = served.browser();
    await signIn(world, desk, curator);
  });
  after(async () => {
    await served.close();
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
    world.close();
    assert.deepEqual(world.faults, []);
  });

  it('adds a reviewer, who then stands in the list', async () => {
    await desk.get(`${list}/new`);
    const page = await desk.submit('/people/new', {
      name: 'Priya Nair',
      email: 'Priya@Help-Desks.example',
      roles: ['reviewer'],
      organisation: 'Help Desk Alliance',
      country: 'IN',
      languages: ['en', 'ar'],
      topics: ['training', 'police'],
    });
    assert.equal(page.path, `${list}?done=made`);
    assert.match(page.html, /Priya Nair/);
    const row = findPersonByEmail(world.service.db, 'priya@help-desks.example');
    assert.deepEqual(row?.topics, ['training', 'police']);
  });

  it('shows what was typed again, with every mistake at its field', async () => {
    await desk.get(`${list}/new`);
    const page = await desk.submit('/people/new', {
      name: '',
      email: 'a@x.org, evil@x.org',
      organisation: 'Kept as typed',
      roles: [],
    });
    assert.equal(page.status, 422);
    assert.match(page.html, /value="a@x\.org, evil@x\.org"/);
    assert.match(page.html, /value="Kept as typed"/);
    for (const field of ['name', 'email', 'roles']) assert.match(page.html, new RegExp(`href="#${field}"`));
  });

  it('knows each address once', async () => {
    await desk.get(`${list}/new`);
    const page = await desk.submit('/people/new', {
      name: 'Somebody',
      email: 'RUTH.OKELLO@ruth-okello.example',
      roles: ['reviewer'],
    });
    assert.equal(page.status, 422);
    assert.match(page.html, /in the list already/);
  });

  it('never gives the roles of safety or administration', async () => {
    await desk.get(`${list}/new`);
    const form = desk.form('/people/new');
    const csrf = form.controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const page = await desk.post(`${list}/new`, [
      ['csrf', csrf],
      ['name', 'Mallory'],
      ['email', 'mallory@example.org'],
      ['roles', 'safety'],
    ]);
    assert.equal(page.status, 422);
    assert.equal(findPersonByEmail(world.service.db, 'mallory@example.org'), undefined);
  });

  it('signs somebody out whose roles change', async () => {
    const id = await person(world, 'Jonas Weber', ['curator']);
    const other = served.browser();
    await signIn(world, other, id);
    await desk.get(`${list}/${id}`);
    await desk.submit(`/people/${id}`, { roles: ['reviewer'] });
    assert.deepEqual(rolesIn(world.service.db, MODULE, id), ['reviewer']);
    assert.equal((await other.get(`/en/${MODULE}/desk`)).path, '/en/sign-in');
  });

  it('keeps the role of safety when somebody else’s facts change, and their address out of reach', async () => {
    await desk.get(`${list}/${safety}`);
    assert.equal(
      desk.page.forms.some(({ action }) => action.endsWith('/account')),
      false,
    );
    await desk.submit(`/people/${safety}`, { organisation: 'Safe House' });
    assert.deepEqual(rolesIn(world.service.db, MODULE, safety), ['safety']);
    await desk.get(`${list}/${safety}`);
    const taken = await desk.submit(`/people/${safety}`, { email: 'mine@example.org' });
    assert.equal(taken.status, 403);
  });

  it('closes an account and opens it again, but never one’s own', async () => {
    const id = await person(world, 'Mara Voss', ['reviewer']);
    await desk.get(`${list}/${id}`);
    const closed = await desk.submit(`/people/${id}/account`);
    assert.match(closed.html, /Closed/);
    await desk.get(`${list}/${id}`);
    await desk.submit(`/people/${id}/account`);
    assert.equal(findPersonByEmail(world.service.db, 'mara.voss@mara-voss.example')?.disabledAt, null);
    await desk.get(`${list}/${curator}`);
    const csrf = desk.form(`/people/${curator}`).controls.find(({ name }) => name === 'csrf')?.value ?? '';
    const own = await desk.post(`${list}/${curator}/account`, [
      ['csrf', csrf],
      ['closed', 'yes'],
    ]);
    assert.equal(own.status, 403);
  });

  it('is there for nobody else', async () => {
    assert.equal((await served.browser().get(list)).path, '/en/sign-in');
    const reader = served.browser();
    await signIn(world, reader, await person(world, 'Lena Brandt', ['reviewer']));
    assert.equal((await reader.get(list)).status, 404);
    assert.equal((await desk.get(`${list}/nobody`)).status, 404);
    assert.equal((await desk.get(`/en/another-module/desk/people`)).status, 404);
  });
});
