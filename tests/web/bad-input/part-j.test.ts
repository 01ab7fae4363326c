import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { PlayedCase } from '../../support/played-case.ts';
import { makeWorld, type World } from '../../support/world.ts';

const OWN = 'hidden.mailbox@example.org';
const title = '@security-team Closes #1 GH-2 /cc @all <!-- x --> [skip ci] ../../.github/workflows/x.yml';
const hostile = [
  'Closes #1, fixes GH-2, @security-team, /cc @all, [skip ci], - [ ] a task.',
  '<!-- hidden --> Co-authored-by: A Name <a.name@example.org-not> Signed-off-by: nobody',
  '---\nadmin: true\n---\n{{< shell >}} {% raw %} deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
].join('\n\n');

describe('bad input, part J, text into git', () => {
  let world: World;
  let life: PlayedCase;
  before(async () => {
    world = await makeWorld();
    const summary = 'A desk in each station listens to women who come to report violence. '.repeat(5);
    life = await PlayedCase.sent(world, 'in-mp-womens-help-desks', {
      title,
      summary,
      lessons: `${'What was learnt is that time and a door make the difference for those who come. '.repeat(5)}${hostile.replace(/a\.name@\S+/u, 'x')}`,
      attribution: 'anonymous',
      contact_channel: 'email',
      contact_email: OWN,
    });
    await life.published();
  });
  after(() => {
    assert.deepEqual(world.faults, []);
    world.close();
  });

  const git = (...args: string[]): string =>
    execFileSync('git', [`--git-dir=${world.repository}`, ...args], { encoding: 'utf8' });
  const publicId = () => life.submission().publicId;

  it('J1: every path is the practice’s own folder, by its number alone', () => {
    const changed = git('diff', '--name-only', 'HEAD^1', 'HEAD').trim().split('\n');
    for (const path of changed)
      assert.match(
        path,
        new RegExp(`^modules/security-sector/practices/${publicId()}/(?:meta\\.yml|index\\.en\\.md)$`),
      );
    assert.match(life.publication().branch, /^practice\/P-[0-9A-Z]{5}\/p1$/u);
  });

  it('J2: the message of a commit has no word of a person, and a title mentions nobody', () => {
    const message = git('log', '-1', '--format=%B', 'HEAD^2').trim();
    assert.match(
      message,
      new RegExp(`^Add practice ${publicId()}\n\nPractice-Key: ${publicId()}/p1/[0-9a-f]{64}$`, 'u'),
    );
    const change = life.publication();
    assert.doesNotMatch(change.title, /[@#<>[\]!*`\\]|GH-\d/u);
    for (const typed of ['@security-team', 'skip ci', 'Closes #1', OWN]) assert.ok(!change.body.includes(typed), typed);
  });

  it('J3: nothing typed becomes a comment, a trailer or front matter', () => {
    const page = git('show', `HEAD:modules/security-sector/practices/${publicId()}/index.en.md`);
    assert.equal(page.split('\n').filter((line) => line === '---').length, 2);
    assert.doesNotMatch(page, /<!--|\{\{<|\{%|^- \[ \]/mu);
    assert.doesNotMatch(page.split('\n---\n')[0] ?? '', /admin/u);
    const trailers = git('log', '-1', '--format=%(trailers:only)', 'HEAD^2').trim();
    assert.match(trailers, /^Practice-Key: \S+$/u);
  });

  it('J4: neither contact nor reviewers nor the person who merged stand anywhere', () => {
    const log = git('log', '--all', '--format=%an %ae %cn %ce %B', '--', 'modules/security-sector/practices');
    const all = `${log}\n${git('show', 'HEAD^2')}`;
    const names = life.stage.script.people.map(({ name }) => name);
    for (const secret of [OWN, ...names]) assert.ok(!all.includes(secret), secret);
  });

  it('J8: a commit tells the day of the decision and no hour', () => {
    assert.match(git('log', '-1', '--format=%aI %cI', 'HEAD^2'), /^\d{4}-\d\d-\d\dT00:00:00(?:Z|\+00:00) /u);
  });
});
