import { statfs } from 'node:fs/promises';
import type { Disk } from '../../ports/disk.ts';

export const dataDisk = (folder: string): Disk => ({
  async freeShare() {
    const { bavail, blocks } = await statfs(folder);
    return bavail / blocks;
  },
});
