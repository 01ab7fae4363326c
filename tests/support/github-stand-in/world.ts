import { Mutex } from './mutex.ts';
import { ABSENT, type BareRepository } from './bare-repository.ts';
import type { Account, PullFacts } from './shapes.ts';

/** A pull request, and what GitHub has thought about it so far. */
export interface Pull extends PullFacts {
  /** Heads for which the answer about merging was worked out. */
  readonly thoughtAbout: Set<string>;
  /** How many more lists leave it out: they lag behind. */
  missingFromLists: number;
}

/** What tests turn. */
export interface Switches {
  archived: boolean;
  /** GitHub's rule that a person must approve first. */
  needsApproval: boolean;
  /** Branches that may not be made, by the repository's rules. */
  refusedBranches: RegExp | undefined;
  listsLagBy: number;
  /** Rights to write that the credentials lack. */
  readonly lacking: Set<'contents' | 'pull_requests'>;
}

/** Everything the stand-in knows: the repository is real git, pull requests and rights are its own. */
export class World {
  readonly git: BareRepository;
  readonly lock = new Mutex();
  readonly pulls: Pull[] = [];
  readonly tokens = new Set<string>();
  readonly switches: Switches = {
    archived: false,
    needsApproval: false,
    refusedBranches: undefined,
    listsLagBy: 0,
    lacking: new Set(),
  };
  id = 4711;
  owner: string;
  name: string;
  readonly formerNames = new Set<string>();
  api = '';
  /** Updates of a branch that were not a step forward; stays 0. */
  forced = 0;

  constructor(git: BareRepository, owner: string, name: string) {
    this.git = git;
    this.owner = owner;
    this.name = name;
  }

  get account(): Account {
    const { api, owner, name, id } = this;
    return { api, owner, name, id, archived: this.switches.archived };
  }

  rename(name: string): void {
    this.formerNames.add(this.name);
    this.name = name;
  }

  /** Sees what people did with git: new commits on a branch, merges, and branches that are gone, which closes. */
  async catchUp(): Promise<void> {
    const tips = new Map((await this.git.refs('refs/heads/')).map(({ ref, sha }) => [ref, sha]));
    const base = tips.get('refs/heads/main') ?? ABSENT;
    const isSame = base === this.#seenBase;
    this.#seenBase = base;
    for (const [at, pull] of this.pulls.entries()) {
      const tip = tips.get(`refs/heads/${pull.branch}`);
      if (pull.state !== 'open' || (isSame && tip === pull.head)) continue;
      this.pulls[at] = await this.#held(pull, tip, base);
    }
  }

  #seenBase = ABSENT;

  async #held(pull: Pull, tip: string | undefined, base: string): Promise<Pull> {
    const head = tip ?? pull.head;
    if (await this.git.isAncestor(head, base)) {
      return { ...pull, head, state: 'closed', mergeCommit: await this.git.broughtInBy(head, base) };
    }
    return { ...pull, head, state: tip === undefined ? 'closed' : 'open' };
  }

  pull(number: number): Pull | undefined {
    return this.pulls.find((pull) => pull.number === number);
  }

  change(number: number, facts: Partial<Pull>): Pull | undefined {
    const at = this.pulls.findIndex((pull) => pull.number === number);
    const pull = this.pulls[at];
    if (pull === undefined) return undefined;
    const changed = { ...pull, ...facts };
    this.pulls[at] = changed;
    return changed;
  }
}
