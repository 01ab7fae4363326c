import { z } from 'zod';
import type { GitHubAccess, GitHubConfig } from './config.ts';
import { readGroup, type Given } from './environment.ts';
import { ConfigError, startFailures } from './start-failures.ts';
import { isWhole } from './whole-group.ts';

const isAddress = (text: string): boolean => ['https:', 'http:'].includes(URL.parse(text)?.protocol ?? '');

/** One way in to GitHub; each repository may have its own, under the same names with its own behind them. */
const variables = z
  .object({
    GITHUB_API_URL: z.string().refine(isAddress, 'an address such as https://api.github.com'),
    GITHUB_APP_ID: z.string().regex(/^\d+$/u, 'a number'),
    GITHUB_PRIVATE_KEY: z.string().regex(/-----BEGIN [A-Z ]*PRIVATE KEY-----/u, 'a private key in PEM form'),
    GITHUB_INSTALLATION_ID: z.string().regex(/^\d+$/u, 'a number'),
    GITHUB_TOKEN: z.string().regex(/^\S+$/u, 'a token without spaces'),
    GITHUB_WEBHOOK_SECRET: z.string().min(16, 'at least 16 characters long'),
  })
  .partial();

type Variables = z.infer<typeof variables>;

const secrets = new Set(['GITHUB_PRIVATE_KEY', 'GITHUB_TOKEN', 'GITHUB_WEBHOOK_SECRET']);
const names = Object.keys(variables.shape);
const ofGroup = new RegExp(`^(?:${names.join('|')})_(?!FILE$)(?<group>[A-Z][A-Z\\d]*)(?:_FILE)?$`, 'u');

const suffixOf = (group: string | undefined): string => (group === undefined ? '' : `_${group}`);

/** The way in of one name, or the common one; undefined when nothing of it is set. Throws `ConfigError`. */
export function readGitHub(given: Given, group?: string): GitHubConfig | undefined {
  const suffix = suffixOf(group);
  const set = readGroup(given, variables, secrets, suffix);
  const access = readAccess(set, suffix);
  const { GITHUB_API_URL: apiUrl, GITHUB_WEBHOOK_SECRET: webhookSecret } = set;
  if (access !== undefined) return { apiUrl: apiUrl ?? 'https://api.github.com', access, webhookSecret };
  // GitHub's own build machines set the common address, which configures nothing by itself.
  const alone = group === undefined ? [webhookSecret] : [webhookSecret, apiUrl];
  if (alone.every((value) => value === undefined)) return undefined;
  const lonely = webhookSecret === undefined ? 'GITHUB_API_URL' : 'GITHUB_WEBHOOK_SECRET';
  throw new ConfigError(startFailures.halfGroup([lonely + suffix], [`GITHUB_TOKEN${suffix}`]));
}

function readAccess(set: Variables, suffix: string): GitHubAccess | undefined {
  isWhole(set, ['GITHUB_APP_ID', 'GITHUB_PRIVATE_KEY', 'GITHUB_INSTALLATION_ID'], suffix);
  const { GITHUB_APP_ID: appId, GITHUB_PRIVATE_KEY: privateKey, GITHUB_INSTALLATION_ID: installationId } = set;
  const token = set.GITHUB_TOKEN;
  if (appId === undefined || privateKey === undefined || installationId === undefined) {
    return token === undefined ? undefined : { kind: 'token', token };
  }
  if (token !== undefined) {
    throw new ConfigError(startFailures.eitherOr(`GITHUB_TOKEN${suffix}`, `GITHUB_APP_ID${suffix}`));
  }
  return { kind: 'app', appId, privateKey, installationId };
}

/** Names that variables were set for, with one of these variables each: a name that no repository has is a slip. */
export function groupsSet(given: Given): ReadonlyMap<string, string> {
  const set = Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== '');
  return new Map(
    set.flatMap(([name]) => {
      const group = ofGroup.exec(name)?.groups?.['group'];
      return group === undefined ? [] : [[group, name] as const];
    }),
  );
}
