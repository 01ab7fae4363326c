import { ForgeRefused } from '../../domain/publication/forge-faults.ts';
import { changeWords } from '../../letters/change-words.ts';
import { changeRequestOf } from '../../usecases/publication/change-request-of.ts';
import { prepareChange } from '../../usecases/publication/prepare-change.ts';
import { recordOpening } from '../../usecases/publication/record-opening.ts';
import { recordSight } from '../../usecases/publication/record-sight.ts';
import type { JobHandler } from '../run-worker.ts';
import { record, watched } from './forge-work.ts';
import { putOff } from './put-off.ts';

/**
 * Makes the change of a publication: asks whether it is still wanted and clean, makes sure that it stands on the forge,
 * and writes that down with the finished job. A change that an earlier try had made is found and taken over.
 */
export const runPublish: JobHandler<'publish'> = async (deps, { publicationId, over }, claimed, signal) => {
  const prepared = await deps.write((unit) =>
    prepareChange(unit, { publicationId, words: (facts) => changeWords(facts, deps.baseUrl) }),
  );
  switch (prepared.kind) {
    case 'nothing_to_do':
      return 'cancelled';
    case 'held':
      return putOff(deps, claimed, 'hold');
    case 'embargo':
      return putOff(deps, claimed, 'embargo', prepared.until);
    case 'leaks':
      throw new ForgeRefused('The page holds what must never be published; nothing was sent');
    case 'go': {
      const { publication, module } = prepared;
      const { expected, ...request } = changeRequestOf(deps.db, publication);
      // A curator has seen what stands there, and wants this page in its place.
      const asked = over === true || expected === undefined ? request : { ...request, expected };
      const { change } = await watched(deps, publicationId, () => deps.forgeOf(module).ensureChange(asked, signal));
      return record(deps, claimed, (unit) => {
        recordOpening(unit, { publicationId, changeNumber: change.number, head: change.head });
        recordSight(unit, { publicationId, change, isOurs: true });
      });
    }
  }
};
