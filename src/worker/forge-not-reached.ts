import { ForgeUnavailable } from '../domain/publication/forge-faults.ts';
import type { Forge } from '../ports/forge.ts';

function notYet(): Promise<never> {
  return Promise.reject(new ForgeUnavailable('The content repository of this module could not be read yet'));
}

/** Stands where the repository of a module is not known yet, because it has not answered since the start: try again later. */
export const forgeNotReached: Forge = {
  key: 'not-reached',
  head: notYet,
  readFolder: notYet,
  listFolder: notYet,
  ensureChange: notYet,
  rebuildChange: notYet,
  findChange: notYet,
  diff: notYet,
  merge: notYet,
  close: notYet,
  listChanges: notYet,
};
