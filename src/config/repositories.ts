import path from 'node:path';
import type { ContentRepository } from './config.ts';
import type { Given } from './environment.ts';
import { groupsSet, readGitHub } from './github-config.ts';
import { ConfigError, startFailures } from './start-failures.ts';

type GitHubRepository = Extract<ContentRepository, { kind: 'github' }>;

/**
 * The content repositories of a list that is well formed, each with its way in: `github:<owner>/<name>` takes the
 * common one, `github:<owner>/<name>@<NAME>` the one whose variables end in `_<NAME>`. Throws `ConfigError`.
 */
export function readRepositories(given: Given, list: string | undefined, dataFolder: string): ContentRepository[] {
  const entries = (list ?? 'local:content.git').split(',').map((part) => part.trim());
  refuseDoubles(entries);
  const repositories = entries.map((entry) =>
    entry.startsWith('local:') ? localOf(entry, dataFolder) : githubOf(given, entry),
  );
  refuseUnused(given, entries);
  return repositories;
}

/** `local:<folder>` is taken from the data folder when it is not a whole path. */
const localOf = (entry: string, dataFolder: string): ContentRepository => ({
  kind: 'local',
  folder: path.resolve(dataFolder, entry.slice('local:'.length)),
});

function githubOf(given: Given, entry: string): GitHubRepository {
  const [owner = '', name = ''] = withoutGroup(entry).slice('github:'.length).split('/');
  const group = groupOf(entry);
  const way = readGitHub(given, group);
  if (way === undefined) throw new ConfigError(startFailures.repositoryWithoutForge(entry, group));
  return { kind: 'github', owner, name, ...way };
}

const groupOf = (entry: string): string | undefined => (entry.startsWith('github:') ? entry.split('@')[1] : undefined);
const withoutGroup = (entry: string): string => (entry.startsWith('github:') ? (entry.split('@')[0] ?? '') : entry);

function refuseDoubles(entries: readonly string[]): void {
  // GitHub takes no notice of capital letters in names.
  const names = entries.map((entry) => (entry.startsWith('github:') ? withoutGroup(entry).toLowerCase() : entry));
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined) throw new ConfigError(startFailures.repositoryTwice(double));
}

/** A way in that leads nowhere is most often a slip in a name. */
function refuseUnused(given: Given, entries: readonly string[]): void {
  const remote = entries.filter((entry) => entry.startsWith('github:'));
  const groups = new Set(remote.map(groupOf));
  for (const [group, variable] of groupsSet(given)) {
    if (!groups.has(group)) throw new ConfigError(startFailures.groupWithoutRepository(variable, group));
  }
  if (!groups.has(undefined) && readGitHub(given) !== undefined) {
    throw new ConfigError(startFailures.forgeWithoutRepository());
  }
}
