import type { PublicationRow } from '../../db/publication-store.ts';
import type { ChangeRequest } from '../../ports/forge.ts';

const KEY = /^Practice-Key: (\S+)$/mu;

/** The frozen publication as the forge is asked for it: the same every time, so that it finds its own work again. */
export function changeRequestOf(publication: PublicationRow): ChangeRequest {
  const { branch, files, removes, title, body, message, decidedDay: day } = publication;
  const key = KEY.exec(message)?.[1];
  if (key === undefined) throw new Error(`The message of ${branch} has no key`);
  return { branch, files, removes, title, body, message, key, day };
}
