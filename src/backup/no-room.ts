/** Whether a fault, or one behind it, is that there was no room to write: SQLite's words, the system's or git's. */
export function isNoRoom(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code, stderr } = fault as Error & { code?: unknown; stderr?: unknown };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return true;
  return (typeof stderr === 'string' && stderr.includes('No space left on device')) || isNoRoom(fault.cause);
}
