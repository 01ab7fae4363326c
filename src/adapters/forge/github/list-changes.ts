import { practiceOfBranch } from '../../../domain/publication/page-path.ts';
import type { Change } from '../../../ports/forge.ts';
import { pullsAnswer, refsAnswer, type Pull } from './answers.ts';
import type { Hands } from './hands.ts';
import { changeOf, findPull, isFrom, rulingPull } from './pulls.ts';

const PER_PAGE = 100;

/** Every change of ours, the oldest first. A list can lag behind, so branches that stand are asked for by name. */
export async function allChanges(hands: Hands): Promise<readonly Change[]> {
  const { repo, askAgainMs, signal } = hands;
  const pulls = (await everyPull(hands)).filter((pull) => isFrom(repo, pull));
  const byBranch = Map.groupBy(pulls, (pull) => pull.head.ref);
  for (const branch of await standingBranches(hands)) {
    const missed = byBranch.has(branch) ? undefined : await findPull(repo, branch, signal);
    if (missed !== undefined) byBranch.set(branch, [missed]);
  }
  const ours = [...byBranch].filter(([branch]) => practiceOfBranch(branch) !== undefined);
  const ruling = ours.flatMap(([, all]) => rulingPull(all) ?? []).sort((a, b) => a.number - b.number);
  const changes: Change[] = [];
  for (const pull of ruling) changes.push(await changeOf(repo, pull, askAgainMs, signal));
  return changes;
}

async function everyPull({ repo, signal }: Hands): Promise<readonly Pull[]> {
  const all: Pull[] = [];
  for (let page = 1; ; page += 1) {
    const params = { state: 'all', sort: 'created', direction: 'asc', per_page: PER_PAGE, page };
    const some = await repo.ask(signal, 'GET /repos/{owner}/{repo}/pulls', pullsAnswer, params);
    all.push(...some);
    if (some.length < PER_PAGE) return all;
  }
}

async function standingBranches({ repo, signal }: Hands): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  const refs = await repo.ask(signal, route, refsAnswer, { ref: 'heads/practice/' });
  return refs.map(({ ref }) => ref.replace(/^refs\/heads\//u, ''));
}
