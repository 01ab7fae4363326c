import type { WebKit } from '../routes.ts';
import type { OwnVisit } from './own-visit.ts';

/**
 * In the address of a new text that is begun beside one that this browser knows: it names the old one, so that going
 * back after the first page was saved shows the new text and not an empty form.
 */
export const besideMark = (kit: WebKit, own: OwnVisit): string =>
  kit.deps.keys.hash('form', own.submission.id).slice(0, 12);
