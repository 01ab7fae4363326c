import path from 'node:path';
import type { Config, MailConfig } from './config.ts';
import { readVariables, type Given, type Variables } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { readMailServer, readSender } from './mail-config.ts';
import { readRepositories } from './repositories.ts';
import { ConfigError, startFailures } from './start-failures.ts';
import { isWhole } from './whole-group.ts';

/**
 * Reads the environment into the one configuration: whole groups or none.
 *
 * Throws `ConfigError` with one sentence that says what to do; no value of a secret is ever part of it.
 */
export function readConfig(given: Given = process.env): Config {
  const set = readVariables(given);
  const dataFolder = path.resolve(set.DATA_DIR ?? 'data');
  const mail = readMail(set);
  const repositories = readRepositories(given, set.CONTENT_REPOSITORIES, dataFolder);
  // A way in to GitHub needs a repository in the list, so the list speaks for both.
  const nothingConfigured = [mail, set.BASE_URL, set.CONTENT_REPOSITORIES].every((part) => part === undefined);
  return {
    mode: nothingConfigured ? 'demonstration' : 'service',
    ...readAddress(set),
    dataFolder,
    repositories,
    mail,
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

function readMail(set: Variables): MailConfig | undefined {
  isWhole(set, ['SMTP_URL', 'MAIL_FROM']);
  const server = readMailServer(set.SMTP_URL ?? '');
  const from = readSender(set.MAIL_FROM ?? '');
  return server === undefined || from === undefined ? undefined : { server, from };
}
