import type { PersonId } from '../../src/domain/ids.ts';
import { insertDecision, insertPage, insertPublication, plainPage } from './decision-rows.ts';
import { insertRound, type Place } from './review-rows.ts';
import { daysAgo, type Seeds } from './seeds.ts';
import { OFTEN_ASKED, stateOf, SURELY_ASKED } from './spread.ts';
import { insertBrowser, insertCase, type SeededCase } from './submission-rows.ts';

/** Every so many cases somebody has looked at it today. */
const WITH_BROWSER = 7;

/** One case of the spread, with everything that happened to it until now. */
export function seedCase(seeds: Seeds, index: number): SeededCase {
  const state = stateOf(index);
  const one = insertCase(seeds, index, state, seeds.texts.answers(index));
  if (index % WITH_BROWSER === 0) insertBrowser(seeds, one);
  if (state !== 'draft') seedLetters(seeds, one);
  if (state === 'draft' || state === 'screening' || state === 'withdrawn') return one;
  insertRound(seeds, one, placesOf(seeds, one));
  if (state === 'revision') insertDecision(seeds, one, 'revise');
  else if (state === 'rejected') insertDecision(seeds, one, 'reject');
  else if (state !== 'in_review') seedPage(seeds, one);
  return one;
}

/** Two reviewers; in an open round some have not answered yet, some are writing, some are done. */
function placesOf(seeds: Seeds, one: SeededCase): { by: PersonId; place: Place }[] {
  const { dice, reviewers } = seeds;
  const [often, ...others] = reviewers;
  const first = one.index < SURELY_ASKED || dice.below(OFTEN_ASKED) === 0 ? often : undefined;
  const at = dice.below(others.length - 1);
  const [second, third] = others.slice(at, at + 2);
  return [first ?? second, third]
    .flatMap((by) => by ?? [])
    .map((by) => ({
      by,
      place: one.state === 'in_review' ? placeNow(by === often, dice.roll()) : 'submitted',
    }));
}

const placeNow = (isOften: boolean, roll: number): Place =>
  isOften ? 'accepted' : roll < 0.2 ? 'invited' : roll < 0.65 ? 'accepted' : 'submitted';

/** Half of the accepted cases have a page that waits for its submitter; further on it was approved. */
function seedPage(seeds: Seeds, one: SeededCase): void {
  const decisionId = insertDecision(seeds, one, 'accept');
  if (one.state === 'accepted' && one.index % 2 === 0) return;
  const files = plainPage(seeds, one);
  const approved = one.state !== 'accepted';
  insertPage(seeds, one, { decisionId, files, approved });
  if (approved) insertPublication(seeds, one, files, one.state !== 'publishing');
  else markOffered(seeds, one);
}

export function markOffered(seeds: Seeds, one: SeededCase): void {
  seeds.service.db.$client
    .prepare('update submissions set page_offered_at = ? where id = ?')
    .run(daysAgo(seeds, one.entered), one.id);
}

/** What the outbox keeps of letters that left long ago. */
function seedLetters(seeds: Seeds, { id, entered }: SeededCase): void {
  const key = `news:${id}:sent`;
  const at = daysAgo(seeds, entered);
  const letter = { name: 'news', submissionId: id, about: 'sent' } as const;
  const times = { runAfter: at, queuedAt: at, endedAt: at };
  seeds.insert('jobs', {
    kind: 'letter',
    payload: { kind: 'letter', letter },
    dedupeKey: key,
    state: 'done',
    ...times,
  });
  const messageId = `<${id}@example.org>`;
  seeds.insert('letters', { key, name: 'news', submissionId: id, outcome: 'sent', messageId, at });
}
