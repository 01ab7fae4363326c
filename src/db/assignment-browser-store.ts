import { excluded, insertsInto } from './row-writes.ts';
import { assignmentBrowsers } from './schema/index.ts';

/** Remembers a browser for one assignment; known already, it is remembered longer. */
export const rememberBrowserRow = insertsInto(assignmentBrowsers, (insert) =>
  insert.onConflictDoUpdate({
    target: assignmentBrowsers.hash,
    set: { expiresAt: excluded(assignmentBrowsers.expiresAt) },
  }),
);
