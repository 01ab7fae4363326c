/** Older releases can lose commits when the log is reset under load. */
export const OLDEST_SQLITE = '3.51.3';

/** Whether a version such as `3.53.2` may be trusted with the database. */
export function isSqliteNewEnough(version: string): boolean {
  return version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) >= 0;
}
