import { excluded, insertsInto } from './row-writes.ts';
import { screenings } from './schema/index.ts';

/** One screening a version; saving it again replaces it, and the history keeps that it was done. */
export const putScreening = insertsInto(screenings, (insert) =>
  insert.onConflictDoUpdate({
    target: [screenings.submissionId, screenings.version],
    set: {
      gates: excluded(screenings.gates),
      readForNames: excluded(screenings.readForNames),
      note: excluded(screenings.note),
      by: excluded(screenings.by),
      at: excluded(screenings.at),
    },
  }),
);
