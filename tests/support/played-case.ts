import { latestPage, latestPublication, type PublicationRow } from '../../src/db/publication-store.ts';
import { findSubmission, type SubmissionRow } from '../../src/db/submission-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import { practiceAnswers, readScript } from '../../src/demonstration/script.ts';
import { Stage, StageClock } from '../../src/demonstration/stage.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { makePerson } from '../../src/usecases/people/make-person.ts';
import { approvePage } from '../../src/usecases/submission/approve-page.ts';
import type { World } from './world.ts';

/** A case played with the demonstration's people on the world of a test, whose clock stands where the test set it. */
export class PlayedCase {
  readonly stage: Stage;
  readonly played: act.Played;
  readonly #world: World;

  private constructor(world: World, stage: Stage, played: act.Played) {
    this.#world = world;
    this.stage = stage;
    this.played = played;
  }

  /** Sent, and lifted by the safety person where its answers had stopped it. */
  static async sent(
    world: World,
    practice = 'jo-family-protection-department',
    more: Answers = {},
  ): Promise<PlayedCase> {
    const stage = new Stage(world.service, new StageClock(), world.module, readScript());
    for (const { key: _key, ...typed } of stage.script.people) {
      await stage.at(0, (unit) => makePerson(unit, { kind: 'service' }, { module: world.module.id, typed }));
    }
    const answers = { ...practiceAnswers(practice), ...more };
    const played = await act.write(stage, practice, answers, 0);
    await act.send(stage, played, 0);
    const made = new PlayedCase(world, stage, played);
    if (made.submission().held) await act.lift(stage, played, 0);
    return made;
  }

  async accepted(): Promise<this> {
    const { stage, played } = this;
    const [first, second] = [stage.staff('leila'), stage.staff('marta')];
    const reviewers = stage.script.people.filter(({ roles }) => roles.includes('reviewer')).map(({ key }) => key);
    const [one = '', two = ''] = reviewers;
    await act.screen(stage, played, first, 0);
    await act.invite(stage, played, first, [one, two], 0);
    await act.review(stage, played, one, 3, 0);
    await act.review(stage, played, two, 3, 0);
    await act.decide(stage, played, { first, second }, 'accept', 0);
    return this;
  }

  /** The page was offered and agreed to; the worker has not looked yet. */
  async approved(): Promise<this> {
    await this.accepted();
    const { stage, played } = this;
    await act.offer(stage, played, stage.staff('marta'), 0);
    const page = latestPage(this.#world.service.db, played.id);
    await stage.at(0, (unit) =>
      approvePage(unit, played.submitter, {
        submissionId: played.id,
        number: page?.number ?? 0,
        pageHash: page?.pageHash ?? '',
        agreed: true,
      }),
    );
    return this;
  }

  submission(): SubmissionRow {
    const row = findSubmission(this.#world.service.db, this.played.id);
    if (row === undefined) throw new Error('The case is gone');
    return row;
  }

  publication(): PublicationRow {
    const row = latestPublication(this.#world.service.db, this.played.id);
    if (row === undefined) throw new Error('Nothing was queued for the forge');
    return row;
  }
}
