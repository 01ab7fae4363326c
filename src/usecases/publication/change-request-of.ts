import type { Reader } from '../../db/in-transaction.ts';
import { filesOf, type PublicationRow } from '../../db/publication-store.ts';
import { changesOfPractice } from '../../db/queries/practice-page.ts';
import { practiceOfBranch } from '../../domain/publication/page-path.ts';
import type { ChangeRequest, ForgeFile } from '../../ports/forge.ts';

const KEY = /^Practice-Key: (\S+)$/mu;

/** The frozen publication as the forge is asked for it: the same every time, so that it finds its own work again. */
export function changeRequestOf(reader: Reader, publication: PublicationRow): ChangeRequest {
  const { branch, files, removes, title, body, message, decidedDay: day, purpose } = publication;
  const key = KEY.exec(message)?.[1];
  if (key === undefined) throw new Error(`The message of ${branch} has no key`);
  const request = { branch, files, removes, title, body, message, key, day };
  // Taking down takes away whatever stands there.
  return purpose === 'take_down' ? request : { ...request, expected: leftBy(reader, publication) };
}

/** What the last change of this practice that landed has left in its folder. */
function leftBy(reader: Reader, { id, branch }: PublicationRow): readonly ForgeFile[] {
  const changes = changesOfPractice(reader, practiceOfBranch(branch) ?? '');
  const landed = changes.filter((change) => change.state === 'merged' && change.id !== id).at(-1);
  return landed?.purpose === 'publish' ? filesOf(reader, landed.id) : [];
}
