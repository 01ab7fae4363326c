import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { caseCounts, casePage, type CasePlace } from '../../src/db/queries/case-pages.ts';
import { conflicts, stateCounts, submissions } from '../../src/db/schema/index.ts';
import { insertVersion } from '../../src/db/version-store.ts';
import { deleteSubmission, findSubmission, insertSubmission, moveRow } from '../../src/db/submission-store.ts';
import type { PersonId, PublicId, SubmissionId } from '../../src/domain/ids.ts';
import { person, sentCase } from '../support/desk.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('the list of all cases', () => {
  let world: World;
  let curator: PersonId;
  before(async () => {
    world = await makeWorld();
    curator = await person(world, 'Amira Haddad', ['curator']);
  });
  after(() => {
    world.close();
  });

  const found = (words: string): PublicId[] =>
    casePage(world.service.db, MODULE, curator, { words }, 50).rows.map(({ publicId }) => publicId);
  const send = (text: string) => sentCase(world, { answers: { title: text } });

  it('finds words with or without accents, in any case, and longer ones', async () => {
    const { publicId } = await send('Ñandú café: estación de policía');
    for (const words of ['nandu', 'CAFÉ', 'cafe estacion', 'polic', publicId, publicId.toLowerCase()])
      assert.deepEqual(found(words), [publicId], words);
    assert.deepEqual(found('nandu nothing'), []);
  });

  it('shows whole words alone where more than a page have them, on every page, and says so', async () => {
    const page = (after?: CasePlace) => casePage(world.service.db, MODULE, curator, { words: 'quokka', after }, 2);
    const ids: PublicId[] = [];
    for (const text of ['Quokka one', 'Quokkas, many', 'Quokka two']) ids.push((await send(text)).publicId);
    assert.deepEqual([page().whole, page().rows.length], [false, 2]);
    ids.push((await send('Quokka three')).publicId);
    const first = page();
    const second = page(first.last);
    const shown = [...first.rows, ...second.rows].map(({ publicId }) => publicId);
    assert.deepEqual(shown, [ids[3], ids[2], ids[0]]);
    assert.deepEqual([first.whole, second.whole, second.last], [true, true, undefined]);
  });

  it('finds Arabic however its letters were written', async () => {
    const { publicId } = await send('تدريبُ الشُّرطة على الإصغاء في مستشفى المدينة');
    for (const words of ['الشرطة', 'الشرطه', 'الاصغاء', 'الإصـغاء', 'مستشفي'])
      assert.deepEqual(found(words), [publicId], words);
  });

  it('finds what was sent last and nothing that was mended away', async () => {
    const { id, publicId } = await send('Zebra crossing');
    await world.service.write(({ tx, clock }) => {
      const facts = { submissionId: id, definitionCommit: world.module.commit, createdAt: clock.now().toISOString() };
      insertVersion(tx, { ...facts, number: 2, answers: { title: 'Giraffe crossing' } });
    });
    assert.deepEqual(found('zebra'), []);
    assert.deepEqual(found('giraffe'), [publicId]);
  });

  it('never finds nor counts a case in which the reader has a part', async () => {
    const counted = (): number => caseCounts(world.service.db, MODULE, curator).get('screening') ?? 0;
    const { id } = await send('Ocelot');
    const whole = counted();
    await world.service.write(({ tx, clock }) => {
      const at = clock.now().toISOString();
      tx.insert(conflicts).values({ submissionId: id, personId: curator, kind: 'declared', reason: 'mine', at }).run();
    });
    assert.deepEqual(found('ocelot'), []);
    assert.equal(counted(), whole - 1);
  });

  it('counts as the cases stand, whatever happens to them', async () => {
    const { db, write } = world.service;
    const { id } = await send('Lynx');
    const draft = 'draft-to-discard' as SubmissionId;
    const at = world.clock.now().toISOString();
    const hashes = { formHash: 'f', receiptHash: 'r', interfaceLanguage: 'en' };
    const dates = { stateEnteredAt: at, createdAt: at, updatedAt: at };
    const publicId = 'P-DRAFT' as PublicId;
    await write(({ tx }) => {
      insertSubmission(tx, { id: draft, publicId, module: MODULE, state: 'draft', ...hashes, ...dates });
    });
    await write(({ tx }) => [sought(id), sought(draft)].map((row) => row && moveRow(tx, row, row.state, at)));
    await write(({ tx }) => {
      const row = sought(id);
      assert.ok(row !== undefined && moveRow(tx, row, 'withdrawn', at));
      const gone = sought(draft);
      assert.ok(gone !== undefined && deleteSubmission(tx, gone));
    });
    const kept = db.select({ state: stateCounts.state, count: stateCounts.count }).from(stateCounts).all();
    const real = db.select({ state: submissions.state }).from(submissions).all();
    for (const { state, count } of kept) assert.equal(count, real.filter((row) => row.state === state).length, state);
  });

  const sought = (id: SubmissionId) => findSubmission(world.service.db, id);
});
