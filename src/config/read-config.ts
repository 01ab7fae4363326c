import path from 'node:path';
import type { Config, ContentRepository, GitHubAccess, GitHubConfig, MailConfig } from './config.ts';
import { readVariables, type Variables } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { readMailServer, readSender } from './mail-config.ts';
import { ConfigError, startFailures } from './start-failures.ts';

/**
 * Reads the environment into the one configuration: whole groups or none.
 *
 * Throws `ConfigError` with one sentence that says what to do; no value of a secret is ever part of it.
 */
export function readConfig(given: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = readVariables(given);
  const dataFolder = path.resolve(set.DATA_DIR ?? 'data');
  const mail = readMail(set);
  const github = readGitHub(set);
  const repositories = readRepositories(set.CONTENT_REPOSITORIES, dataFolder);
  checkForges(repositories, github);
  const nothingConfigured = [mail, github, set.BASE_URL, set.CONTENT_REPOSITORIES].every((part) => part === undefined);
  return {
    mode: nothingConfigured ? 'demonstration' : 'service',
    ...readAddress(set),
    dataFolder,
    repositories,
    mail,
    github,
    secretKey: set.SECRET_KEY,
    trustProxy: set.TRUST_PROXY ?? false,
    logLevel: set.LOG_LEVEL ?? (nothingConfigured ? 'warn' : 'info'),
  };
}

type Address = Pick<Config, 'host' | 'port' | 'baseUrl' | 'checkHost' | 'secure'>;

function readAddress(set: Variables): Address {
  const port = set.PORT ?? 3000;
  if (set.BASE_URL === undefined) {
    const host = set.HOST ?? '127.0.0.1';
    if (!isLoopback(host)) throw new ConfigError(startFailures.openWithoutAddress());
    return { host, port, baseUrl: `http://localhost:${String(port)}`, checkHost: false, secure: false };
  }
  const { origin, protocol } = new URL(set.BASE_URL);
  const secure = protocol === 'https:';
  return { host: set.HOST ?? (secure ? '0.0.0.0' : '127.0.0.1'), port, baseUrl: origin, checkHost: true, secure };
}

/** A group is all there or not there at all. */
function isWhole(set: Variables, names: readonly (keyof Variables)[]): boolean {
  const missing = names.filter((name) => set[name] === undefined);
  if (missing.length === names.length) return false;
  if (missing.length === 0) return true;
  const there = names.filter((name) => set[name] !== undefined);
  throw new ConfigError(startFailures.halfGroup(there, missing));
}

function readMail(set: Variables): MailConfig | undefined {
  isWhole(set, ['SMTP_URL', 'MAIL_FROM']);
  const server = readMailServer(set.SMTP_URL ?? '');
  const from = readSender(set.MAIL_FROM ?? '');
  return server === undefined || from === undefined ? undefined : { server, from };
}

function readGitHub(set: Variables): GitHubConfig | undefined {
  const access = readAccess(set);
  const { GITHUB_API_URL: apiUrl, GITHUB_WEBHOOK_SECRET: webhookSecret } = set;
  if (access !== undefined) return { apiUrl: apiUrl ?? 'https://api.github.com', access, webhookSecret };
  const [lonely] = (['GITHUB_API_URL', 'GITHUB_WEBHOOK_SECRET'] as const).filter((name) => set[name] !== undefined);
  if (lonely !== undefined) throw new ConfigError(startFailures.halfGroup([lonely], ['GITHUB_TOKEN']));
  return undefined;
}

function readAccess(set: Variables): GitHubAccess | undefined {
  isWhole(set, ['GITHUB_APP_ID', 'GITHUB_PRIVATE_KEY', 'GITHUB_INSTALLATION_ID']);
  const { GITHUB_APP_ID: appId, GITHUB_PRIVATE_KEY: privateKey, GITHUB_INSTALLATION_ID: installationId } = set;
  const token = set.GITHUB_TOKEN;
  if (appId === undefined || privateKey === undefined || installationId === undefined) {
    return token === undefined ? undefined : { kind: 'token', token };
  }
  if (token !== undefined) throw new ConfigError(startFailures.eitherOr('GITHUB_TOKEN', 'GITHUB_APP_ID'));
  return { kind: 'app', appId, privateKey, installationId };
}

/** `local:<folder>` is taken from the data folder when it is not a whole path. */
function readRepositories(list: string | undefined, dataFolder: string): ContentRepository[] {
  return (list ?? 'local:content.git').split(',').map((part) => {
    const entry = part.trim();
    if (entry.startsWith('local:'))
      return { kind: 'local', folder: path.resolve(dataFolder, entry.slice('local:'.length)) };
    const [owner = '', name = ''] = entry.slice('github:'.length).split('/');
    return { kind: 'github', owner, name };
  });
}

function checkForges(repositories: readonly ContentRepository[], github: GitHubConfig | undefined): void {
  const remote = repositories.some(({ kind }) => kind === 'github');
  if (remote && github === undefined) throw new ConfigError(startFailures.repositoryWithoutForge());
  if (!remote && github !== undefined) throw new ConfigError(startFailures.forgeWithoutRepository());
}
