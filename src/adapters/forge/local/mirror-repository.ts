import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import { gitEnvironment } from './run-git.ts';

const run = promisify(execFile);

/** A bare copy of a repository with all its refs, made by git itself while others write; then checked by it. */
export async function mirrorRepository(gitDir: string, target: string, signal: AbortSignal): Promise<void> {
  const options = { env: gitEnvironment(), signal };
  try {
    await run('git', ['clone', '--quiet', '--mirror', '--no-hardlinks', '--', gitDir, target], options);
    await run('git', [`--git-dir=${target}`, 'fsck', '--strict', '--no-dangling'], options);
  } catch (cause) {
    throw new ForgeRefused('Copying the content repository', { cause });
  }
}
