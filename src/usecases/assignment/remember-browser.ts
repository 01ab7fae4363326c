import { rememberBrowserRow } from '../../db/assignment-browser-store.ts';
import { noteInterfaceLanguage } from '../../db/person-store.ts';
import type { AssignmentRow } from '../../db/assignment-store.ts';
import type { Unit } from '../unit.ts';

/** Longer than any round; with the end of the assignment it opens nothing all the same. */
export const BROWSER_DAYS = 180;

export interface ReviewersBrowser {
  /** The cookie of the browser. */
  readonly browser: string;
  /** The language in which its reader uses the service. */
  readonly language: string;
}

/** From now on this browser opens the assignment without a code. */
export function rememberBrowser(
  unit: Pick<Unit, 'tx' | 'clock' | 'keys'>,
  { id: assignmentId, personId }: Pick<AssignmentRow, 'id' | 'personId'>,
  { browser, language }: ReviewersBrowser,
): void {
  const now = unit.clock.now();
  rememberBrowserRow(unit.tx, {
    hash: unit.keys.hash('browser', `${browser}|${assignmentId}`),
    assignmentId,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + BROWSER_DAYS * 86_400_000).toISOString(),
  });
  noteInterfaceLanguage(unit.tx, personId, language);
}
