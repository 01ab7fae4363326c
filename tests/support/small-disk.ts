import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own in memory, so small that it can be filled. */
export class SmallDisk {
  readonly folder: string;
  readonly #filler: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#filler = path.join(folder, 'filler');
  }

  /** Why the tests that need one do not run here; false where they do. */
  static get skip(): string | false {
    const isAllowed = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0;
    return isAllowed ? false : 'This user may not mount a small disk on this machine.';
  }

  static mount(megabytes: number): SmallDisk {
    const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-disk-'));
    const size = `size=${String(megabytes)}m`;
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
    if (status !== 0) throw new Error(`The disk was not mounted on ${folder}`);
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left, to the last byte. */
  fill(): void {
    const file = openSync(this.#filler, 'a');
    try {
      for (const size of [65_536, 4096, 1]) writeUntilFull(file, size);
    } finally {
      closeSync(file);
    }
  }

  /** Somebody makes room. */
  free(): void {
    truncateSync(this.#filler, 0);
  }

  unmount(): void {
    // Lazily, since a process that was killed may not be gone yet.
    spawnSync('umount', ['-l', this.folder], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function writeUntilFull(file: number, size: number): void {
  try {
    for (;;) writeSync(file, Buffer.alloc(size, 1));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
