import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findSubmission } from '../../src/db/submission-store.ts';
import { leaksIn } from '../../src/domain/safety/leak-gate.ts';
import { leakRules } from '../../src/usecases/publication/leak-rules.ts';
import type { MadePage } from '../../src/usecases/publication/make-page.ts';
import { sentCase } from '../support/desk.ts';
import { makeWorld } from '../support/world.ts';

it('takes the commit of the texts that were agreed to for nobody’s number', async () => {
  const world = await makeWorld();
  try {
    const { db } = world.service;
    const { id, publicId } = await sentCase(world);
    const submission = findSubmission(db, id);
    assert.ok(submission);
    const definition = { ...world.module, commit: '664262000259f00d664262000259f00d664262000259' };
    const attribution = { mode: 'anonymous', text: 'a contributor' } as const;
    const made = { definition, answers: {}, attribution, before: undefined } as unknown as MadePage;
    const path = `modules/security-sector/practices/${publicId}/meta.yml`;
    const leaks = (text: string) => leaksIn([{ path, text }], leakRules({ tx: db }, submission, made));
    assert.deepEqual(leaks('consent:\n  version: "664262000259"\n'), []);
    assert.equal(leaks('consent:\n  version: "664262000258"\n').length, 1);
  } finally {
    world.close();
  }
});
