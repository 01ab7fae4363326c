import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { verifyHistory } from '../../src/db/history-store.ts';
import { latestPage } from '../../src/db/publication-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { practiceFolder } from '../../src/domain/publication/page.ts';
import { offerPage } from '../../src/usecases/publication/offer-page.ts';
import { askTakeDown } from '../../src/usecases/publication/ask-take-down.ts';
import { raiseHold } from '../../src/usecases/safety/raise-hold.ts';
import { approvePage } from '../../src/usecases/submission/approve-page.ts';
import { sendSubmission } from '../../src/usecases/submission/send-submission.ts';
import { PlayedCase } from '../support/played-case.ts';
import { updateAnswers } from '../support/update-answers.ts';
import { makeWorld, type World } from '../support/world.ts';

async function withOriginal(test: (world: World, original: PlayedCase) => Promise<void>): Promise<void> {
  const world = await makeWorld();
  try {
    await test(world, await (await PlayedCase.sent(world)).published());
    assert.equal(world.faults.length, 0, String(world.faults[0]));
    assert.equal(verifyHistory(world.service.db).brokenAt, undefined);
  } finally {
    world.close();
  }
}

const git = ({ repository }: World, ...args: string[]): string =>
  execFileSync('git', [`--git-dir=${repository}`, ...args], { encoding: 'utf8' }).trim();
const folderOf = (original: PlayedCase): string => practiceFolder('security-sector', original.submission().publicId);
const update = (original: PlayedCase, formId: string, more: Answers = {}): Promise<PlayedCase> =>
  original.another(formId, updateAnswers(original.submission().publicId, more));

/** Presses the button that offers the page, and tells what comes back. */
const offering = ({ stage, played, curators }: PlayedCase) =>
  stage.service.write((unit) =>
    offerPage(unit, curators.second, { submissionId: played.id, revision: act.seen(stage, played.id).revision }),
  );

const approving = (world: World, { stage, played }: PlayedCase) => {
  const page = latestPage(world.service.db, played.id);
  const seen = { submissionId: played.id, number: page?.number ?? 0, pageHash: page?.pageHash ?? '', agreed: true };
  return stage.service.write((unit) => approvePage(unit, played.submitter, seen));
};

describe('an update of a published page', () => {
  it('goes into the folder of its practice, where git tells both', () =>
    withOriginal(async (world, original) => {
      const folder = folderOf(original);
      const before = git(world, 'rev-parse', `HEAD:${folder}/index.ar.md`);
      const words = git(world, 'show', `HEAD:${folder}/index.ar.md`);
      const others = git(world, 'ls-tree', '-r', 'HEAD')
        .split('\n')
        .filter((line) => !line.includes(folder));
      const life = await (await update(original, 'first-update')).published();
      assert.equal(life.submission().state, 'published');
      const id = original.submission().publicId;
      assert.deepEqual(git(world, 'log', '--no-merges', '--format=%s', '--', folder).split('\n'), [
        `Update practice ${id}`,
        `Add practice ${id}`,
      ]);
      assert.equal(git(world, 'cat-file', '-p', before), words, 'what was there before is still to be had');
      assert.deepEqual(
        git(world, 'ls-tree', '-r', 'HEAD')
          .split('\n')
          .filter((line) => !line.includes(folder)),
        others,
      );
      const now = git(world, 'show', `HEAD:${folder}/index.ar.md`);
      assert.match(now, /## ما الجديد\n\nأُغلق فرع/u);
      const problem = original.typed('problem').slice(0, 40);
      assert.equal(now.includes(problem) && words.includes(problem), true, 'what was not answered anew stays');
      const [old, young] = [git(world, 'rev-list', '-1', 'HEAD^', '--', folder), 'HEAD'].map((at) =>
        git(world, 'show', `${at}:${folder}/meta.yml`),
      );
      for (const line of [/^added_on: .*$/mu, /^kind: .*$/mu, /^id: .*$/mu]) {
        assert.equal(line.exec(young ?? '')?.[0], line.exec(old ?? '')?.[0]);
      }
      assert.match(young ?? '', /supersedes: null/u);
    }));

  it('in another language leaves the first page where it is, and says that it is behind', () =>
    withOriginal(async (world, original) => {
      const folder = folderOf(original);
      const words = git(world, 'show', `HEAD:${folder}/index.ar.md`);
      const english = {
        language: 'en',
        title: 'Family protection in Jordan, ten years on',
        what_changed: 'One branch of the department was closed and its work moved to the main centre.',
        how_known: 'The department says so in its yearly report.',
      };
      await (await update(original, 'english-update', english)).published();
      assert.equal(git(world, 'show', `HEAD:${folder}/index.ar.md`), words);
      const page = git(world, 'show', `HEAD:${folder}/index.en.md`);
      assert.match(page, /One branch of the department/u);
      assert.equal(page.includes(original.typed('problem').slice(0, 30)), false, 'no Arabic words on an English page');
      assert.match(
        git(world, 'show', `HEAD:${folder}/meta.yml`),
        /en:\n\s+state: "original"\n\s+ar:\n\s+state: "outdated"/u,
      );
    }));

  it('is not offered while another is on its way, and not agreed to over one that landed since', () =>
    withOriginal(async (world, original) => {
      const first = await (await update(original, 'one', { adaptation: 'يمكن نقل الفكرة إلى بلد آخر.' })).accepted();
      const second = await (await update(original, 'two')).accepted();
      const third = await (await update(original, 'three')).accepted();
      assert.equal((await offering(third)).ok, true);
      await first.agreed();
      assert.deepEqual(await offering(second), { ok: false, refusal: { kind: 'guard', guard: 'practice_busy' } });
      assert.deepEqual(await approving(world, third), {
        ok: false,
        refusal: { kind: 'guard', guard: 'practice_busy' },
      });
      await world.service.worker.lookNow();
      await act.merge(first.stage, first.played, first.curators.first, 0);
      assert.deepEqual(await approving(world, third), {
        ok: false,
        refusal: { kind: 'guard', guard: 'practice_changed' },
      });
      assert.equal((await offering(second)).ok, true);
    }));

  it('waits while its page is stopped for safety', () =>
    withOriginal(async (world, original) => {
      const { stage, played } = original;
      const early = await (await update(original, 'early')).accepted();
      const late = await (await update(original, 'late')).approved();
      const safety = stage.staff('ruth');
      await stage.at(0, (unit) => raiseHold(unit, safety, { submissionId: played.id, reason: 'A call came in.' }));
      await world.service.worker.lookNow();
      assert.equal(late.publication().state, 'queued', 'the forge has heard of nothing');
      assert.deepEqual(await offering(early), { ok: false, refusal: { kind: 'guard', guard: 'practice_busy' } });
    }));

  it('comes back to its curators when the page is taken down, and goes with it when it has landed', () =>
    withOriginal(async (world, original) => {
      const landed = await (await update(original, 'landed')).published();
      const waiting = await (await update(original, 'waiting')).approved();
      await world.service.worker.lookNow();
      assert.equal(waiting.publication().state, 'open');
      const { stage, played, curators } = original;
      const input = { submissionId: played.id, reason: 'Asked for by the partner.' };
      await stage.at(0, (unit) => askTakeDown(unit, curators.first, input));
      await world.service.worker.lookNow();
      await act.merge(stage, played, curators.first, 0);
      await world.service.worker.lookNow();
      assert.equal(git(world, 'ls-tree', 'HEAD', folderOf(original)), '');
      assert.deepEqual(
        [original, landed, waiting].map((one) => one.submission().state),
        ['removed', 'removed', 'accepted'],
      );
      assert.deepEqual(await offering(waiting), { ok: false, refusal: { kind: 'guard', guard: 'practice_gone' } });
    }));

  it('taken down takes the whole page with it, never a folder of its own number', () =>
    withOriginal(async (world, original) => {
      const landed = await (await update(original, 'landed')).published();
      const { stage, played, curators } = landed;
      await stage.at(0, (unit) =>
        askTakeDown(unit, curators.first, { submissionId: played.id, reason: 'Consent ended.' }),
      );
      await world.service.worker.lookNow();
      assert.deepEqual(landed.publication().removes, [folderOf(original)]);
      await act.merge(stage, played, curators.first, 0);
      assert.equal(git(world, 'ls-tree', 'HEAD', folderOf(original)), '');
      assert.deepEqual([original.submission().state, landed.submission().state], ['removed', 'removed']);
    }));

  it('of a page that is not online is not sent', () =>
    withOriginal(async (world, original) => {
      const { stage } = original;
      const draft = await act.write(stage, 'unknown', updateAnswers('P-ZZZZZ'), 0);
      const sent = await world.service.write((unit) =>
        sendSubmission(unit, draft.submitter, {
          submissionId: draft.id,
          confirmations: Object.fromEntries(
            stage.module.form.confirmations.map((id) => [id, draft.answers[id] ?? true]),
          ),
          checked: true,
          receipt: draft.receipt,
          interfaceLanguage: 'ar',
        }),
      );
      assert.deepEqual(sent, {
        ok: false,
        refusal: { kind: 'answers_invalid', problems: [{ field: 'updates', problem: 'not_published' }] },
      });
    }));
});
