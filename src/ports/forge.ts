/** A file of the content repository: a path inside it and its whole text. */
export interface ForgeFile {
  readonly path: string;
  readonly text: string;
}

/** What a publication wants to stand on its own branch. Everything in it is a function of what it publishes. */
export interface ChangeRequest {
  readonly branch: string;
  readonly files: readonly ForgeFile[];
  /** Folders to take away first: a take-down, or the old state of an updated practice. */
  readonly removes: readonly string[];
  /**
   * What stands in those folders, as far as we know; left out where that does not matter. With it a first commit is made
   * only on a default branch that has this there, or the files of the change themselves.
   */
  readonly expected?: readonly ForgeFile[];
  readonly title: string;
  readonly body: string;
  /** Free of text from people; carries the line `Practice-Key: …`. */
  readonly message: string;
  readonly key: string;
  /** `YYYY-MM-DD`; author and committer date is this day at 00:00 UTC, so the hour says nothing about a person. */
  readonly day: string;
}

/** A change (pull request) as the forge shows it now. */
export interface Change {
  readonly number: number;
  readonly branch: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly head: string;
  readonly mergeCommit?: string;
  readonly mergeable: 'yes' | 'conflict' | 'unknown';
  readonly url?: string;
}

/** `adopted` says that an earlier attempt had made it already. */
export interface EnsuredChange {
  readonly change: Change;
  readonly adopted: boolean;
}

export type MergeOutcome =
  | { kind: 'merged'; commit: string }
  | { kind: 'conflict'; paths: readonly string[] }
  | { kind: 'refused'; words: string };

/**
 * The host of one content repository. Every method may be repeated: each looks before it acts.
 * Throws `ForgeUnavailable` (try again later), `ForgeRefused` (trying again does not help), `FolderTaken` (the default
 * branch has something of somebody else there: nothing was written) and `BranchTaken` (somebody else's commits stand on
 * the branch: never forced).
 */
export interface Forge {
  readonly key: string;
  /** The commit at the tip of the default branch. */
  head(signal: AbortSignal): Promise<string>;
  /** Reads the files below a folder at a commit, or the one file of that path. */
  readFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly ForgeFile[]>;
  /** Names directly in a folder, files and folders alike. */
  listFolder(commit: string, folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Branch, commit and change exist after this, once, however often it is called. A change that was closed stays closed. */
  ensureChange(request: ChangeRequest, signal: AbortSignal): Promise<EnsuredChange>;
  /**
   * As `ensureChange`, and where the open change conflicts with the default branch, lays the same files over today's
   * default branch as a further commit. Call it only when a curator or a rule has said that ours shall win.
   */
  rebuildChange(request: ChangeRequest, signal: AbortSignal): Promise<Change>;
  findChange(branch: string, signal: AbortSignal): Promise<Change | undefined>;
  /** Unified diff of the change against where it left the default branch. */
  diff(branch: string, signal: AbortSignal): Promise<string>;
  /** Merges with a merge commit if the head is still `expectedHead`. */
  merge(branch: string, expectedHead: string, message: string, signal: AbortSignal): Promise<MergeOutcome>;
  close(branch: string, signal: AbortSignal): Promise<void>;
  /** Every change whose branch starts with `practice/`. */
  listChanges(signal: AbortSignal): Promise<readonly Change[]>;
}
