/** The forge cannot be reached or asks us to wait; `retryAt` (ISO instant) when it said until when. */
export class ForgeUnavailable extends Error {
  readonly retryAt: string | undefined;
  constructor(doing: string, options: { cause?: unknown; retryAt?: string } = {}) {
    super(doing, { cause: options.cause });
    this.name = 'ForgeUnavailable';
    this.retryAt = options.retryAt;
  }
}

/** The forge said no, and will say it again: rights, a missing repository, a rule of the repository. */
export class ForgeRefused extends Error {
  constructor(doing: string, options: { cause?: unknown } = {}) {
    super(doing, options);
    this.name = 'ForgeRefused';
  }
}

/** On the default branch stands something that we did not put there. Nothing was written; a curator decides. */
export class FolderTaken extends ForgeRefused {
  readonly paths: readonly string[];
  constructor(paths: readonly string[]) {
    super(`The default branch holds what we did not put there: ${paths.join(', ')}`);
    this.name = 'FolderTaken';
    this.paths = paths;
  }
}

/** Somebody else's commits stand on our branch. Nothing is forced; a curator looks. */
export class BranchTaken extends Error {
  readonly branch: string;
  constructor(branch: string) {
    super(`Commits that are not ours stand on ${branch}`);
    this.name = 'BranchTaken';
    this.branch = branch;
  }
}
