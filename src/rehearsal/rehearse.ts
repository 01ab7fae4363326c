import type { ModuleId } from '../domain/ids.ts';
import * as curator from './as-curator.ts';
import type { CaseAddress } from './as-curator.ts';
import { writeReview } from './as-reviewer.ts';
import { approvePage, endEmbargo, readerOf, submitPractice } from './as-submitter.ts';
import type { Backstage } from './backstage.ts';
import { Browser } from './browser-client.ts';
import { RehearsalFailed, signIn } from './stage-hands.ts';
import type { PracticeAnswers } from './type-practice.ts';

/** Steps as the rehearsal reports them. */
export type Step =
  | 'sent'
  | 'hold_lifted'
  | 'screened'
  | 'round_opened'
  | 'reviewed'
  | 'decided'
  | 'seconded'
  | 'letter_sent'
  | 'page_offered'
  | 'page_approved'
  | 'embargo_lifted'
  | 'merged';

export interface Rehearsal {
  readonly address: string;
  readonly module: ModuleId;
  readonly answers: PracticeAnswers;
  /** What the curator writes to the submitter, and the safety person on lifting a hold. */
  readonly words: { readonly letter: string; readonly lifted: string };
  readonly done: (step: Step, who: string) => void;
}

/** Walks one practice through a running service until it is merged. Throws at the first step that goes wrong. */
export async function rehearse(play: Rehearsal, backstage: Backstage): Promise<string> {
  const submitter = new Browser(play.address);
  const receipt = await submitPractice(submitter, deskOf(play), play.answers);
  const { id, publicId } = backstage.caseOf(play.module, receipt);
  play.done('sent', publicId);
  const at = { module: play.module, publicId };
  const [first, second] = await signedIn(play, backstage, 'curator');
  if (backstage.now(id).held) await lift(play, backstage, at);
  await review(play, backstage, first, at, id);
  if (await curator.acceptCase(first, at, play.words.letter)) {
    play.done('decided', publicId);
    await curator.agree(second, at);
    play.done('seconded', publicId);
  } else play.done('decided', publicId);
  await publish(play, { submitter, first }, at);
  if (backstage.now(id).state !== 'published') throw new RehearsalFailed(`The case ends as ${backstage.now(id).state}`);
  return publicId;
}

const deskOf = ({ module, answers }: Rehearsal) => ({ module, lang: readerOf(answers) });

async function review(
  play: Rehearsal,
  backstage: Backstage,
  first: Browser,
  at: CaseAddress,
  id: Parameters<Backstage['now']>[0],
): Promise<void> {
  await curator.screenCase(first, at);
  play.done('screened', at.publicId);
  await curator.chooseReviewers(first, at);
  play.done('round_opened', at.publicId);
  for (const { name, token } of backstage.invitations(id)) {
    await writeReview(new Browser(play.address), token);
    play.done('reviewed', name);
  }
}

async function publish(
  play: Rehearsal,
  { submitter, first }: { submitter: Browser; first: Browser },
  at: CaseAddress,
): Promise<void> {
  await curator.sendNow(first, at);
  play.done('letter_sent', at.publicId);
  await curator.offerPage(first, at);
  play.done('page_offered', at.publicId);
  await approvePage(submitter, deskOf(play));
  play.done('page_approved', at.publicId);
  if (await endEmbargo(submitter, deskOf(play))) play.done('embargo_lifted', at.publicId);
  await curator.mergeChange(first, at);
  play.done('merged', at.publicId);
}

async function lift(play: Rehearsal, backstage: Backstage, at: CaseAddress): Promise<void> {
  const [safety] = await signedIn(play, backstage, 'safety');
  await curator.liftHold(safety, at, play.words.lifted);
  play.done('hold_lifted', at.publicId);
}

/** The first two people of a role, signed in; the same one twice where there is only one. */
async function signedIn(
  play: Rehearsal,
  backstage: Backstage,
  role: 'curator' | 'safety',
): Promise<[Browser, Browser]> {
  const [one, other] = await backstage.waysIn(play.module, role);
  if (one === undefined) throw new RehearsalFailed(`Nobody is ${role} of this module`);
  const browser = new Browser(play.address);
  await signIn(browser, one);
  if (other === undefined) return [browser, browser];
  const second = new Browser(play.address);
  await signIn(second, other);
  return [browser, second];
}
