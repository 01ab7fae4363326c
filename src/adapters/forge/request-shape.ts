import { ForgeRefused } from '../../domain/publication/forge-faults.ts';
import { practiceOfBranch, practiceOfFolder, practiceOfPath } from '../../domain/publication/page-path.ts';
import type { ChangeRequest } from '../../ports/forge.ts';

const KEY = /^[A-Za-z0-9./-]{1,200}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
const READABLE = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,300}$/u;

/** Refuses a branch that is not ours to write, before git sees it. Returns the public id in it. */
export function requireBranch(branch: string): string {
  const id = practiceOfBranch(branch);
  if (id === undefined) throw new ForgeRefused('The branch is not named practice/<public id>/p<number>');
  return id;
}

/** Refuses whatever would write outside the practice's own folder, or could not be recognised as ours again. */
export function requireRequest(request: ChangeRequest): void {
  const id = requireBranch(request.branch);
  if (!request.files.every((file) => practiceOfPath(file.path) === id)) throw new ForgeRefused(`A path leaves ${id}`);
  if (!request.removes.every((folder) => practiceOfFolder(folder) === id)) {
    throw new ForgeRefused(`A folder to remove is not that of ${id}`);
  }
  if (!KEY.test(request.key) || !request.message.split('\n').includes(`Practice-Key: ${request.key}`)) {
    throw new ForgeRefused('The message does not carry its Practice-Key');
  }
  if (!DAY.test(request.day) || Number.isNaN(Date.parse(request.day))) throw new ForgeRefused('The day is not a date');
}

/** Refuses what git could read as an option or a range instead of one commit. */
export function requireCommit(commit: string): void {
  if (!COMMIT.test(commit)) throw new ForgeRefused('Not the name of a commit');
}

export function requireFolder(folder: string): void {
  if (folder !== '' && !READABLE.test(folder)) throw new ForgeRefused('Not a folder of the repository');
}
