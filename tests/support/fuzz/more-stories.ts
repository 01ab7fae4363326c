import { assignments } from '../../../src/db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { findByFormHash } from '../../../src/db/submission-store.ts';
import { practiceAnswers, readScript } from '../../../src/demonstration/script.ts';
import { Stage, StageClock } from '../../../src/demonstration/stage.ts';
import * as act from '../../../src/demonstration/steps.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import type { Points } from '../../../src/domain/review/review.ts';
import { paths } from '../../../src/paths.ts';
import { recordDecision } from '../../../src/usecases/decision/record-decision.ts';
import { approvePage } from '../../../src/usecases/submission/approve-page.ts';
import { appeal } from '../../../src/usecases/submission/appeal.ts';
import type { Demonstration, DemonstrationCase } from '../demonstration.ts';
import { aDeadJob } from '../route-addresses.ts';
import { MODULE } from '../world.ts';

const PRACTICE = 'in-mp-womens-help-desks';

/** The demonstration with cases in the moments that it passes over, and the ways in that are not linked from anywhere. */
export async function withMoreStories(
  demonstration: Demonstration,
): Promise<{ demonstration: Demonstration; starts: string[] }> {
  const stories = new MoreStories(demonstration);
  await stories.play();
  await aDeadJob(demonstration);
  const cases = [...demonstration.cases, ...stories.cases()];
  return { demonstration: { ...demonstration, cases }, starts: await unlinked(demonstration) };
}

/** A code that was mailed, a link that was mailed, and an invitation that was accepted in another browser. */
async function unlinked(demonstration: Demonstration): Promise<string[]> {
  const { service } = demonstration;
  const accepted = service.db.select().from(assignments).where(eq(assignments.status, 'accepted')).all();
  return [
    paths.signInCode('en'),
    await demonstration.signInLink(demonstration.person('marta')),
    ...accepted.slice(0, 1).flatMap(({ id }) => {
      const code = paths.invitationAnswer('en', service.web.keys.linkFor(id), 'code');
      return [code, `${code}?asked=yes`];
    }),
  ];
}

class MoreStories {
  readonly #demonstration: Demonstration;
  readonly #stage: Stage;
  readonly #formIds: string[] = [];

  constructor(demonstration: Demonstration) {
    const { service } = demonstration;
    const module = service.registry.current(MODULE);
    if (module === undefined) throw new Error('The example module is broken');
    this.#demonstration = demonstration;
    this.#stage = new Stage(service, new StageClock(service.web.clock.now()), module, readScript());
  }

  async play(): Promise<void> {
    await this.#reviewed('waits-for-another', 3).then((played) => this.#decide(played, 'reject'));
    await this.#reviewed('letter-held', 1).then((played) => this.#decide(played, 'reject'));
    await this.#appealed();
    await this.#accepted('no-page-yet');
    await this.#embargoed();
  }

  cases(): DemonstrationCase[] {
    const { keys } = this.#demonstration.service.web;
    return this.#formIds.map((formId) => {
      const submission = findByFormHash(this.#stage.service.db, keys.hash('form', formId));
      if (submission === undefined) throw new Error(`There is no case ${formId}`);
      return { submission, receipt: keys.receiptFor(formId) };
    });
  }

  async #reviewed(name: string, points: Points, answers: Answers = {}): Promise<act.Played> {
    const formId = `more-stories-${name}`;
    this.#formIds.push(formId);
    const played = await act.write(this.#stage, formId, { ...practiceAnswers(PRACTICE), ...answers }, 0);
    await act.send(this.#stage, played, 0);
    if (act.seen(this.#stage, played.id).held) await act.lift(this.#stage, played, 0);
    await act.screen(this.#stage, played, this.#stage.staff('leila'), 0);
    await act.invite(this.#stage, played, this.#stage.staff('leila'), ['grace', 'hanna'], 0);
    for (const reviewer of ['grace', 'hanna']) await act.review(this.#stage, played, reviewer, points, 0);
    return played;
  }

  /** Its letter waits, or another curator is waited for. */
  #decide({ id }: act.Played, outcome: 'reject'): Promise<unknown> {
    const { script } = this.#stage;
    return this.#stage.at(0, (unit) =>
      recordDecision(unit, this.#curators().first, {
        submissionId: id,
        revision: act.seen(this.#stage, id).revision,
        outcome,
        category: 'merit',
        letter: script.letters[outcome]['en'] ?? '',
        letterLanguage: 'en',
        evidence: undefined,
        departureReason: script.departure,
        overrideReason: '',
        requests: [],
      }),
    );
  }

  async #appealed(): Promise<void> {
    const played = await this.#reviewed('appealed', 1);
    await act.decide(this.#stage, played, this.#curators(), 'reject', 0);
    const text = this.#stage.script.comment;
    await this.#stage.at(0, (unit) => appeal(unit, played.submitter, { submissionId: played.id, text }));
  }

  async #accepted(name: string, answers: Answers = {}): Promise<act.Played> {
    const played = await this.#reviewed(name, 3, answers);
    await act.decide(this.#stage, played, this.#curators(), 'accept', 0);
    return played;
  }

  async #embargoed(): Promise<void> {
    const played = await this.#accepted('embargoed', { embargo: '2099-01-01' });
    await act.offer(this.#stage, played, this.#stage.staff('marta'), 0);
    const page = act.offeredPage(this.#stage, played);
    const agreed = { number: page?.number ?? 0, pageHash: page?.pageHash ?? '', agreed: true };
    await this.#stage.at(0, (unit) => approvePage(unit, played.submitter, { submissionId: played.id, ...agreed }));
  }

  #curators() {
    return { first: this.#stage.staff('marta'), second: this.#stage.staff('leila') };
  }
}
