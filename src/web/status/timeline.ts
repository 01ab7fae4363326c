import type { TimelineItem } from '../../../views/components/timeline.tsx';
import type { SubmissionStatus } from '../../db/queries/submission-status.ts';
import type { Act } from '../../domain/history.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';

/**
 * What of the history the submitter reads. Decisions appear when their letter has left, not when they were made; who
 * did something, and what reviewers did, appears never.
 */
const told: Partial<Record<Act, MessageKey>> = {
  draft_made: 'status.tl_draft_made',
  send: 'status.tl_send',
  ask: 'status.tl_ask',
  answer: 'status.tl_answer',
  open_round: 'status.tl_open_round',
  offer_page: 'status.tl_offer_page',
  ask_change: 'status.tl_ask_change',
  approve_page: 'status.tl_approve_page',
  change_opened: 'status.tl_change_opened',
  land: 'status.tl_land',
  bounce: 'status.tl_bounce',
  withdraw: 'status.tl_withdraw',
  resume: 'status.tl_resume',
  appeal: 'status.tl_appeal',
  reopen: 'status.tl_reopen',
  take_down: 'status.tl_take_down',
  hold: 'status.tl_hold',
  lift: 'status.tl_lift',
  embargo_lifted: 'status.tl_embargo_lifted',
};

const outcomes = {
  accept: 'status.tl_accept',
  revise: 'status.tl_revise',
  reject: 'status.tl_reject',
} as const satisfies Record<string, MessageKey>;

type Item = Pick<TimelineItem, 'when' | 'ahead'> & { what: string };

export function timelineOf(t: Translate, { policy }: ModuleDefinition, status: SubmissionStatus): Item[] {
  const past = status.events.flatMap(({ at, act, body }): Item[] => {
    const key = act === 'decision_released' ? outcomeKey(body['outcome']) : told[act];
    return key === undefined ? [] : [{ when: t.date(new Date(at), policy.timeZone), what: t(key) }];
  });
  const { promise } = status;
  if (promise.ball === 'nobody') return past;
  const key = promise.ball === 'submitter' ? 'status.ahead_submitter' : 'status.ahead_us';
  return [...past, { when: t.date(promise.due, policy.timeZone), what: t(key), ahead: true }];
}

const outcomeKey = (outcome: unknown): MessageKey | undefined =>
  outcome === 'accept' || outcome === 'revise' || outcome === 'reject' ? outcomes[outcome] : undefined;
