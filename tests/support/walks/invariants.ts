import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { CaseScoreRow } from '../../../src/db/case-score-store.ts';
import { caseFacts } from '../../../src/db/queries/case-facts.ts';
import { caseScoreOf } from '../../../src/db/queries/case-score-of.ts';
import { casePublications } from '../../../src/db/queries/publication-facts.ts';
import { roundFacts } from '../../../src/db/queries/round-facts.ts';
import { rulingDecision } from '../../../src/db/queries/shown-state.ts';
import { caseScores } from '../../../src/db/schema/index.ts';
import { historyOf } from '../../../src/db/history-store.ts';
import { latestPage } from '../../../src/db/publication-store.ts';
import { findSubmission, type SubmissionRow } from '../../../src/db/submission-store.ts';
import type { Actor } from '../../../src/domain/people/actor.ts';
import {
  moves,
  nextState,
  transitions,
  type Move,
  type SubmissionState,
} from '../../../src/domain/submission/state.ts';
import type { Transition } from '../../../src/domain/submission/state.ts';
import type { World } from '../world.ts';
import type { Scene } from './walker.ts';

/** What a case is at one moment. */
export interface Moment {
  readonly row: SubmissionRow | undefined;
  readonly history: ReturnType<typeof historyOf>;
  /** Rows that were ever written, whatever became of them. */
  readonly written: number;
}

export function momentOf({ service }: World, { id }: Scene): Moment {
  const written = service.db.$client.prepare('select total_changes()').pluck().get() as number;
  return { row: findSubmission(service.db, id), history: historyOf(service.db, id), written };
}

export interface Step {
  readonly before: Moment;
  readonly after: Moment;
  readonly ok: boolean;
  readonly actor: Actor;
  /** It is made of several use cases, of which the first may have been done. */
  readonly many: boolean;
}

interface MoveRow {
  readonly move: Move;
  readonly from: SubmissionState;
  readonly to: string;
}

/** The moves that a step wrote down, in their order. */
export function movesIn({ before, after }: Pick<Step, 'before' | 'after'>): MoveRow[] {
  return after.history
    .slice(before.history.length)
    .filter(({ act }) => moves.some((move) => move === act))
    .map(({ act, body }) => ({ move: act as Move, from: body['from'] as SubmissionState, to: String(body['to']) }));
}

/** Which promises a step broke. */
export function broken(world: World, scene: Scene, step: Step): string[] {
  return [
    ...writing(step),
    ...moving(step),
    ...underHold(step),
    ...publishing(world, scene),
    ...promising(world, step),
    ...scoring(world, scene),
  ];
}

/** A refusal is said before anything is written. */
const writing = ({ before, after, ok, many }: Step): string[] =>
  !ok && !many && before.written !== after.written ? ['it was refused and wrote something'] : [];

/** Every change of the state stands in the history, leads where the table says, and was made by whom it says. */
function moving(step: Step): string[] {
  const { before, after, actor } = step;
  const made = movesIn(step);
  let state: string | undefined = before.row?.state;
  const wrong: string[] = [];
  for (const { move, from, to } of made) {
    const transition: Transition = transitions[move];
    const led = nextState({ state: from, held: false, before: to as SubmissionState }, move);
    if (from !== state) wrong.push(`${move} began in ${from} and not in ${String(state)}`);
    if (!led.ok || led.value !== to) wrong.push(`${move} led from ${from} to ${to}`);
    // Withdrawing takes an untold decision back; a take-down that somebody asked for is done when the forge has merged it.
    const follows =
      made.some((other) => other.move === 'withdraw') ||
      (move === 'take_down' && before.history.some(({ act }) => act === 'take_down_asked'));
    if (!follows && !transition.by.some((mover) => isIt(actor, mover))) wrong.push(`${move} was made by ${actor.kind}`);
    state = to;
  }
  if (state !== (after.row?.state ?? (state === 'deleted' ? 'deleted' : undefined)))
    wrong.push(`the history ends in ${String(state)} and the case in ${String(after.row?.state)}`);
  return wrong;
}

function isIt(actor: Actor, mover: Transition['by'][number]): boolean {
  if (mover === 'submitter') return actor.kind === 'submitter';
  if (mover === 'forge' || mover === 'clock') return actor.kind === 'service' || mover === 'clock';
  return actor.kind === 'staff' && actor.roles.some(({ role }) => role === mover);
}

/** Nothing is opened or updated on the forge under a hold, or once a case is withdrawn or removed. */
function underHold({ before, after }: Step): string[] {
  const stopped = before.row?.held === true || before.row?.state === 'withdrawn' || before.row?.state === 'removed';
  const opened = after.history.slice(before.history.length).some(({ act }) => act === 'change_opened');
  return stopped && opened ? ['a change was opened although the case was stopped'] : [];
}

/** One change at a time; and what is published was agreed to, accepted and merged. */
function publishing({ service }: World, { id }: Scene): string[] {
  const publications = casePublications(service.db, id);
  const live = publications.filter(({ state }) => state === 'queued' || state === 'open');
  const wrong = live.length > 1 ? [`${String(live.length)} changes at once`] : [];
  if (findSubmission(service.db, id)?.state !== 'published') return wrong;
  const page = latestPage(service.db, id);
  const merged = publications.find(({ state, purpose }) => state === 'merged' && purpose === 'publish');
  if (merged?.mergeCommit == null) wrong.push('published without a merge');
  if (page?.answer !== 'approved' || page.consentHash === null) wrong.push('published without consent');
  if (rulingDecision(service.db, id)?.outcome !== 'accept') wrong.push('published without a decision');
  return wrong;
}

const ends: readonly SubmissionState[] = ['published', 'rejected', 'withdrawn', 'removed'];

/** One holder of the ball and one due day, or none at an end. */
function promising({ service, module }: World, { after }: Step): string[] {
  if (after.row === undefined) return [];
  const [facts] = caseFacts(service.db, module, [after.row], service.web.clock.now());
  if (facts === undefined) return ['nobody knows who has the ball'];
  const { ball, due } = facts.promise;
  if ((ball === 'nobody') !== (due === undefined)) return [`${ball} has the ball until ${String(due)}`];
  return ball === 'nobody' && (after.row.held || !ends.includes(after.row.state)) ? ['nobody has the ball'] : [];
}

/** What lists read of the newest round is what reckoning it anew gives. */
function scoring({ service: { db, web } }: World, { id }: Scene): string[] {
  const row = findSubmission(db, id);
  const facts = row && roundFacts(db, row, web.clock.now());
  const anew = row && facts && caseScoreOf(row, facts);
  const columns = Object.keys(anew ?? {}) as (keyof CaseScoreRow)[];
  const kept = db.select().from(caseScores).where(eq(caseScores.submissionId, id)).get();
  if (kept === undefined || anew === undefined)
    return kept === anew ? [] : ['a round without a score, or a score without a round'];
  const wrong = columns.filter((name) => !isDeepStrictEqual(kept[name], anew[name]));
  return wrong.map((name) => `${name} is kept as ${JSON.stringify(kept[name])} and is ${JSON.stringify(anew[name])}`);
}
