import type { Policy } from '../module/definition.ts';
import { endOfDayAfter } from '../submission/days.ts';

/** By when a round opened now is to be decided: the end of the day `roundDays` later. */
export const roundDue = (openedAt: Date, policy: Pick<Policy, 'roundDays' | 'timeZone'>): Date =>
  endOfDayAfter(openedAt, policy.roundDays, policy.timeZone);

/** Whether one more review may be asked for. */
export const mayWantAnother = (wanted: number, policy: Pick<Policy, 'maximumReviews'>): boolean =>
  wanted < policy.maximumReviews;
