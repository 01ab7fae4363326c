import { ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';
import { runGit } from './run-git.ts';

/** One ref from what it must still be to what it becomes; the null id stands for "there is none". */
export interface RefMove {
  readonly ref: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Compare-and-swap over several refs in one transaction of git: all of them or none.
 * False when one of them was no longer what it should have been: somebody else was faster, look again.
 */
export async function moveRefs(gitDir: string, moves: readonly RefMove[], signal: AbortSignal): Promise<boolean> {
  const input = moves.map((move) => `update ${move.ref} ${move.to} ${move.from}\n`).join('');
  const { code, stderr } = await runGit(gitDir, { args: ['update-ref', '--stdin'], input, signal, answers: [128] });
  if (code === 0) return true;
  if (/is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference/u.test(stderr)) return false;
  throw new ForgeUnavailable(`git update-ref: ${stderr.split('\n', 1)[0] ?? ''}`);
}
