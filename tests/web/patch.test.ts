import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { paths } from '../../src/paths.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { serve, type Browser, type Served } from '../support/browser.ts';
import { signIn } from '../support/desk.ts';
import { PlayedCase } from '../support/played-case.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('a change as a patch', () => {
  let world: World;
  let served: Served;
  let life: PlayedCase;
  let browser: Browser;
  const address = (): string => paths.casePart('en', MODULE, life.submission().publicId, 'publication');

  before(async () => {
    world = await makeWorld();
    served = await serve(world.app);
    life = await (await PlayedCase.sent(world)).approved();
    browser = served.browser();
    await signIn(world, browser, life.curators.first.personId);
  });
  after(async () => {
    await served.close();
    assert.deepEqual(world.faults, []);
    world.close();
  });

  it('is offered where something is in the way, and applies to the repository byte by byte', async () => {
    assert.ok(!(await browser.get(address())).links.some(({ href }) => href.endsWith('/patch')));
    world.service.db.$client.prepare("update publications set trouble = 'The repository is archived.'").run();
    const link = (await browser.get(address())).links.find(({ href }) => href.endsWith('/patch'));
    const answer = await browser.get(link?.href ?? '');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="?practice-P-\w{5}-p1\.patch/);
    const clone = path.join(world.folder, 'clone');
    const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' });
    git('clone', '-q', world.repository, clone);
    writeFileSync(path.join(world.folder, 'a.patch'), answer.html);
    git('-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'am', path.join(world.folder, 'a.patch'));
    const { files, message } = life.publication();
    for (const file of files) assert.equal(readFileSync(path.join(clone, file.path), 'utf8'), file.text);
    assert.equal(git('-C', clone, 'log', '-1', '--format=%B').trim(), message.trim());
    assert.match(
      git('-C', clone, 'log', '-1', '--format=%ae %aI'),
      /^noreply@fieldstone\.invalid \d{4}-\d\d-\d\dT00:00:00/,
    );
    assert.equal(git('-C', clone, 'status', '--porcelain'), '');
  });

  it('does not leave under a hold', async () => {
    const submissionId = life.submission().id;
    await world.service.write((unit) =>
      raiseHold(unit, life.curators.first, { submissionId, reason: 'A name was seen.' }),
    );
    const answer = await browser.get(`${address()}/patch`);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /On hold for safety/);
  });
});
