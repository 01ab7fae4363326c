import { openRequests } from '../../db/queries/open-requests.ts';
import type { FormPage } from '../../domain/module/form.ts';
import type { WebKit } from '../routes.ts';
import type { OwnVisit } from './own-visit.ts';

/** What curators asked about the fields of this page, for somebody who is mending a text. */
export function requestsOnPage(kit: WebKit, own: OwnVisit, page: FormPage): string[] {
  if (own.shown !== 'revision') return [];
  return openRequests(kit.deps.db, own.submission)
    .filter(({ field }) => field !== null && page.fields.includes(field.split('.')[0] ?? ''))
    .map(({ text }) => text);
}
