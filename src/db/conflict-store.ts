import { excluded, insertsInto } from './row-writes.ts';
import { conflicts } from './schema/index.ts';

/** Writes down why somebody must not review a case; said before, the newer words stand. */
export const putConflict = insertsInto(conflicts, (insert) =>
  insert.onConflictDoUpdate({
    target: [conflicts.submissionId, conflicts.personId, conflicts.kind],
    set: { reason: excluded(conflicts.reason), at: excluded(conflicts.at) },
  }),
);
