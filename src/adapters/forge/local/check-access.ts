import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type AccessProblem } from '../access-problem.ts';
import { checkGit, GitUnsuitable } from './check-git.ts';
import { LocalForge } from './local-forge.ts';

/** What is missing for publishing in a folder. One that is not there yet is no problem: the first start makes it. */
export async function checkLocalAccess(folder: string, signal: AbortSignal): Promise<readonly AccessProblem[]> {
  try {
    await checkGit();
    if (!(await isThere(folder))) return [];
    const forge = new LocalForge(folder);
    const modules = await forge.listFolder(await forge.head(signal), 'modules', signal);
    return modules.length === 0 ? [problem('no_modules')] : [];
  } catch (error) {
    if (error instanceof GitUnsuitable) return [problem('no_git', error.found ?? '')];
    return [problem('refused', error instanceof Error ? error.message : '')];
  }
}

function isThere(folder: string): Promise<boolean> {
  return access(join(folder, 'HEAD')).then(
    () => true,
    () => false,
  );
}
