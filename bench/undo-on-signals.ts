import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

const owed = new Set<() => void>();

/** `undo` is due when a signal ends the run; what this returns undoes it before. Neither may wait for anything. */
export function owe(undo: () => void): () => void {
  owed.add(undo);
  return () => {
    if (owed.delete(undo)) undo();
  };
}

/** A folder for this run alone, and how it is removed. */
export function temporaryFolder(name: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `fieldstone-${name}-`));
  const remove = owe(() => {
    // A process that has just been killed may still have its last file to write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return { folder, remove };
}

/** A process that must not go on without us; the answer kills it. */
export const mortal = (child: ChildProcess): (() => void) =>
  owe(() => {
    child.kill('SIGKILL');
  });

/** Ctrl-C, a closed terminal and a time limit leave no process and no folder behind, the newest going first. */
export function undoOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      for (const undo of [...owed].reverse()) undo();
      process.exit(128 + constants.signals[signal]);
    });
}
