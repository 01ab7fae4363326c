import type { Translate } from '../../i18n/translate.ts';

/** Words in the address after a redirect, and what each says to the reader. */
const doneKeys = {
  noted: 'curator.done_noted',
  screened: 'curator.done_screened',
  asked: 'curator.done_asked',
  opened: 'curator.done_opened',
  invited: 'curator.done_invited',
  released: 'curator.done_released',
  review_returned: 'decision.done_returned',
  decided: 'decision.done_decided',
  decision_waits: 'decision.done_waits',
  decision_seconded: 'decision.done_seconded',
  decision_taken_back: 'decision.done_taken_back',
  decision_sent: 'decision.done_sent_now',
  appeal_answered: 'decision.done_appeal',
  page_offered: 'publication.done_offered',
  merge_asked: 'publication.done_merge',
  close_asked: 'publication.done_close',
  looked: 'publication.done_looked',
  take_down_asked: 'publication.done_take_down',
  held: 'publication.done_held',
  lifted: 'publication.done_lifted',
} as const;

export function doneText(t: Translate, word: unknown): string | undefined {
  if (typeof word !== 'string' || !Object.hasOwn(doneKeys, word)) return undefined;
  return t(doneKeys[word as keyof typeof doneKeys]);
}
