import { findPublication, latestPage, latestPublication, type PublicationRow } from '../../src/db/publication-store.ts';
import { findSubmission, type SubmissionRow } from '../../src/db/submission-store.ts';
import * as act from '../../src/demonstration/steps.ts';
import { practiceAnswers, readScript } from '../../src/demonstration/script.ts';
import { Stage, StageClock } from '../../src/demonstration/stage.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { Staff } from '../../src/domain/people/actor.ts';
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
    const stage = new Stage(world.service, new StageClock(world.clock.now()), world.module, readScript());
    for (const { key: _key, ...typed } of stage.script.people) {
      await stage.at(0, (unit) => makePerson(unit, { kind: 'service' }, { module: world.module.id, typed }));
    }
    return PlayedCase.#sentOn(world, stage, practice, { ...practiceAnswers(practice), ...more });
  }

  /** Another case with the same people; `formId` may be any text that no case before has used. */
  async another(formId: string, answers: Answers): Promise<PlayedCase> {
    return PlayedCase.#sentOn(this.#world, this.stage, formId, answers);
  }

  static async #sentOn(world: World, stage: Stage, formId: string, answers: Answers): Promise<PlayedCase> {
    const played = await act.write(stage, formId, answers, 0);
    await act.send(stage, played, 0);
    const made = new PlayedCase(world, stage, played);
    if (made.submission().held) await act.lift(stage, played, 0);
    return made;
  }

  /** On the default branch. */
  async published(): Promise<this> {
    await this.approved();
    await this.#world.service.worker.lookNow();
    await act.merge(this.stage, this.played, this.curators.first, 0);
    return this;
  }

  /** Two of the demonstration's reviewers. */
  get reviewers(): readonly [string, string] {
    const { people } = this.stage.script;
    const [one = '', two = ''] = people.filter(({ roles }) => roles.includes('reviewer')).map(({ key }) => key);
    return [one, two];
  }

  get curators(): { readonly first: Staff; readonly second: Staff } {
    return { first: this.stage.staff('leila'), second: this.stage.staff('marta') };
  }

  async accepted(): Promise<this> {
    const { stage, played, reviewers, curators } = this;
    await act.screen(stage, played, curators.first, 0);
    await act.invite(stage, played, curators.first, reviewers, 0);
    for (const reviewer of reviewers) await act.review(stage, played, reviewer, 3, 0);
    await act.decide(stage, played, curators, 'accept', 0);
    return this;
  }

  /** The page was offered and agreed to; the worker has not looked yet. */
  async approved(): Promise<this> {
    return (await this.accepted()).agreed();
  }

  /** The page of an accepted case is offered and agreed to. */
  async agreed(): Promise<this> {
    const { stage, played } = this;
    await act.offer(stage, played, this.curators.second, 0);
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

  /** An answer that is a text. */
  typed(field: string): string {
    const value = this.played.answers[field];
    if (typeof value !== 'string') throw new Error(`${field} is no text`);
    return value;
  }

  submission(): SubmissionRow {
    const row = findSubmission(this.#world.service.db, this.played.id);
    if (row === undefined) throw new Error('The case is gone');
    return row;
  }

  publication(): PublicationRow {
    const { db } = this.#world.service;
    const latest = latestPublication(db, this.played.id);
    const row = latest && findPublication(db, latest.id);
    if (row === undefined) throw new Error('Nothing was queued for the forge');
    return row;
  }
}
