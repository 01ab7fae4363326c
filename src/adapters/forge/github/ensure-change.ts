import { BranchTaken, ForgeRefused } from '../../../domain/publication/forge-faults.ts';
import type { Change, ChangeRequest, EnsuredChange } from '../../../ports/forge.ts';
import { requireExpected } from '../expected-files.ts';
import type { Pull } from './answers.ts';
import { advanceBranch, createBranch, isOurs, tipOf } from './branches.ts';
import type { Hands } from './hands.ts';
import { makeCommit } from './make-commit.ts';
import { changeOf, findPull, openPull, stateOf } from './pulls.ts';

/** One look at GitHub and the steps that are missing; undefined when somebody else was faster: look again. */
export async function tryEnsure(hands: Hands, request: ChangeRequest): Promise<EnsuredChange | undefined> {
  const { repo, askAgainMs, signal } = hands;
  const pull = await findPull(repo, request.branch, signal);
  if (pull !== undefined && stateOf(pull) !== 'open') {
    return { change: await changeOf(repo, pull, askAgainMs, signal), adopted: true };
  }
  const branch = await ensureBranch(hands, request, pull);
  if (branch === undefined) return undefined;
  const open = pull ?? (await openPull(repo, request, signal));
  if (open === undefined) return undefined;
  const change = await changeOf(repo, withoutVerdict(open), askAgainMs, signal);
  return { change: atHead(change, branch.head), adopted: branch.adopted };
}

interface OwnBranch {
  readonly head: string;
  readonly adopted: boolean;
}

async function ensureBranch(
  hands: Hands,
  request: ChangeRequest,
  pull: Pull | undefined,
): Promise<OwnBranch | undefined> {
  const { repo, trees, signal } = hands;
  const { branch, key } = request;
  const tip = await tipOf(repo, branch, signal);
  // An open pull request remembers the head of a branch that was lost.
  const found = tip ?? pull?.head.sha;
  if (found !== undefined && !isOurs(await trees.commit(repo, found, signal), key)) throw new BranchTaken(branch);
  if (tip !== undefined) return { head: tip, adopted: true };
  const head = found ?? (await firstCommit(hands, request));
  return (await createBranch(repo, branch, head, signal)) ? { head, adopted: false } : undefined;
}

async function firstCommit(hands: Hands, request: ChangeRequest): Promise<string> {
  const { repo, trees, signal } = hands;
  const base = await baseOf(hands);
  await requireExpected(request, async (folder) =>
    trees.read(repo, await trees.files(repo, base, folder, signal), signal),
  );
  return makeCommit(repo, trees, request, [base], signal);
}

async function baseOf({ repo, signal }: Hands): Promise<string> {
  const base = await tipOf(repo, repo.defaultBranch, signal);
  if (base === undefined) throw new ForgeRefused('The default branch of the repository has no commit');
  return base;
}

/**
 * Lays the request over today's default branch as a further commit on its own branch, joining both lines, so that a
 * conflict is gone and nothing is forced. Undefined: look again.
 */
export async function tryRebuild(hands: Hands, request: ChangeRequest): Promise<Change | undefined> {
  const ensured = await tryEnsure(hands, request);
  if (ensured?.change.mergeable !== 'conflict') return ensured?.change;
  const { repo, trees, askAgainMs, signal } = hands;
  const parents = [ensured.change.head, await baseOf(hands)] as const;
  const head = await makeCommit(repo, trees, request, [...parents], signal);
  if (!(await advanceBranch(repo, request.branch, head, signal))) return undefined;
  const pull = await findPull(repo, request.branch, signal);
  return pull && atHead(await changeOf(repo, pull, askAgainMs, signal), head);
}

/** The answer to a write says nothing yet about merging; it is asked for. */
const withoutVerdict = (pull: Pull): Pull => ({ ...pull, mergeable: null });

/** The pull request may lag behind its branch; what it says about merging is then about an older head. */
function atHead(change: Change, head: string): Change {
  return change.state !== 'open' || change.head === head ? change : { ...change, head, mergeable: 'unknown' };
}
