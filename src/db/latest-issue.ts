/** What a clock may be ahead by and still be believed. */
const MOST_MS = 5 * 60_000;

/**
 * The latest instant at which something that counts now can have been issued. After a clock was set back, what comes from
 * the future is refused: nobody knows how much longer than it should it would otherwise live.
 */
export const latestIssue = (now: string): string => new Date(Date.parse(now) + MOST_MS).toISOString();
