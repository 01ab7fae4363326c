import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { GitHubAccess } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { ConfigError } from '../../src/config/start-failures.ts';

const mail = { SMTP_URL: 'smtps://post:secret@mail.example.org', MAIL_FROM: 'Fieldstone <post@example.org>' };
const token = { GITHUB_TOKEN: 'ghp_token', CONTENT_REPOSITORIES: 'github:commons/content' };
const named = { CONTENT_REPOSITORIES: 'github:a/b@HEALTH' };
const key = '-----BEGIN RSA PRIVATE KEY-----\nx\n-----END RSA PRIVATE KEY-----';
const app = { GITHUB_APP_ID: '1', GITHUB_PRIVATE_KEY: key, GITHUB_INSTALLATION_ID: '2' };

/** A way in as it is read when nothing else is said of it. */
const way = (access: GitHubAccess) => ({ apiUrl: 'https://api.github.com', access, webhookSecret: undefined });

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-config-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function refusal(given: Record<string, string>): string {
  try {
    readConfig(given);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  assert.fail('The configuration was taken.');
}

describe('the configuration', () => {
  it('is a demonstration on loopback when nothing is set', () => {
    assert.deepEqual(readConfig({}), {
      mode: 'demonstration',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      checkHost: false,
      secure: false,
      dataFolder: path.resolve('data'),
      repositories: [{ kind: 'local', folder: path.resolve('data/content.git') }],
      mail: undefined,
      secretKey: undefined,
      trustProxy: false,
      logLevel: 'warn',
    });
  });

  it('stays a demonstration when only the place and the port are chosen', () => {
    const { mode, port, dataFolder } = readConfig({ PORT: '8080', DATA_DIR: '/srv/fieldstone', LOG_LEVEL: 'warn' });
    assert.deepEqual({ mode, port, dataFolder }, { mode: 'demonstration', port: 8080, dataFolder: '/srv/fieldstone' });
  });

  it('is a service, open to others, with an https address', () => {
    const { mode, host, baseUrl, checkHost, secure } = readConfig({ BASE_URL: 'https://field.example.org/' });
    assert.deepEqual(
      { mode, host, baseUrl, checkHost, secure },
      { mode: 'service', host: '0.0.0.0', baseUrl: 'https://field.example.org', checkHost: true, secure: true },
    );
  });

  it('keeps to loopback when its address is plain http', () => {
    const { mode, host, secure } = readConfig({ BASE_URL: 'http://localhost:3000' });
    assert.deepEqual({ mode, host, secure }, { mode: 'service', host: '127.0.0.1', secure: false });
  });

  it('reads a list of content repositories', () => {
    const list = { ...token, CONTENT_REPOSITORIES: 'local:content.git, local:/srv/other.git, github:commons/content' };
    assert.deepEqual(readConfig({ ...list, DATA_DIR: '/data' }).repositories, [
      { kind: 'local', folder: '/data/content.git' },
      { kind: 'local', folder: '/srv/other.git' },
      { kind: 'github', owner: 'commons', name: 'content', ...way({ kind: 'token', token: 'ghp_token' }) },
    ]);
  });

  it('gives a repository on GitHub its own way in by its name', (t) => {
    const file = path.join(folderFor(t), 'token');
    writeFileSync(file, 'ghp_health\n');
    const { repositories } = readConfig({
      CONTENT_REPOSITORIES: 'github:commons/content,github:health/guidance@HEALTH,github:courts/cases@COURTS2',
      GITHUB_TOKEN: 'ghp_token',
      GITHUB_TOKEN_HEALTH_FILE: file,
      GITHUB_API_URL_HEALTH: 'https://github.example.org/api/v3',
      GITHUB_APP_ID_COURTS2: '1',
      GITHUB_PRIVATE_KEY_COURTS2: key,
      GITHUB_INSTALLATION_ID_COURTS2: '2',
    });
    const courts = { kind: 'app', appId: '1', privateKey: key, installationId: '2' } as const;
    assert.deepEqual(repositories, [
      { kind: 'github', owner: 'commons', name: 'content', ...way({ kind: 'token', token: 'ghp_token' }) },
      {
        ...{ kind: 'github', owner: 'health', name: 'guidance', ...way({ kind: 'token', token: 'ghp_health' }) },
        apiUrl: 'https://github.example.org/api/v3',
      },
      { kind: 'github', owner: 'courts', name: 'cases', ...way(courts) },
    ]);
  });

  it('is configured by no address of GitHub alone, which its build machines set', () => {
    assert.equal(readConfig({ GITHUB_API_URL: 'https://api.github.com' }).mode, 'demonstration');
  });

  it('reads whole groups', () => {
    const config = readConfig({ ...mail, ...app, CONTENT_REPOSITORIES: 'github:commons/content' });
    assert.deepEqual(config.mail, {
      server: {
        host: 'mail.example.org',
        port: 465,
        security: 'tls',
        login: { user: 'post', password: 'secret' },
      },
      from: { name: 'Fieldstone', address: 'post@example.org' },
    });
    const access = { kind: 'app', appId: '1', privateKey: key, installationId: '2' } as const;
    assert.deepEqual(config.repositories, [{ kind: 'github', owner: 'commons', name: 'content', ...way(access) }]);
  });

  it('goes without TLS to loopback alone', () => {
    const security = (url: string) => readConfig({ ...mail, SMTP_URL: url }).mail?.server;
    const login = undefined;
    assert.deepEqual(security('smtp://127.0.0.1:2525'), { host: '127.0.0.1', port: 2525, security: 'plain', login });
    assert.deepEqual(security('smtp://[::1]:2525/'), { host: '::1', port: 2525, security: 'plain', login });
    assert.deepEqual(security('smtps://localhost'), { host: 'localhost', port: 465, security: 'tls', login });
    assert.deepEqual(security('smtp://relay.example.org'), {
      host: 'relay.example.org',
      port: 587,
      security: 'starttls',
      login,
    });
    assert.equal(security('smtp://127.0.0.1.example.org')?.security, 'starttls');
    assert.deepEqual(security('smtps://a%40b:p%2Fw@relay.example.org')?.login, { user: 'a@b', password: 'p/w' });
  });

  it('reads a secret from a file, and takes an empty variable as not set', (t) => {
    const folder = folderFor(t);
    const file = path.join(folder, 'key');
    writeFileSync(file, `${'k'.repeat(40)}\n`);
    assert.equal(readConfig({ SECRET_KEY: '', SECRET_KEY_FILE: file }).secretKey, 'k'.repeat(40));
    assert.match(refusal({ SECRET_KEY: 'k'.repeat(40), SECRET_KEY_FILE: file }), /both set/u);
    assert.match(refusal({ SECRET_KEY_FILE: path.join(folder, 'none') }), /cannot be read/u);
  });
});

describe('a configuration that does not say one whole thing', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['SMTP without a sender', { SMTP_URL: mail.SMTP_URL }, /^SMTP_URL is set without MAIL_FROM/u],
    ['a sender without SMTP', { MAIL_FROM: mail.MAIL_FROM }, /^MAIL_FROM is set without SMTP_URL/u],
    ['half an app', { GITHUB_APP_ID: '1' }, /^GITHUB_APP_ID is set without GITHUB_PRIVATE_KEY and GITHUB_INST/u],
    ['an app and a token', { ...app, ...token }, /both set: choose one/u],
    ['a repository without a way in', { CONTENT_REPOSITORIES: 'github:a/b' }, /without a way in/u],
    ['a way in without a repository', { GITHUB_TOKEN: 'x' }, /without a repository/u],
    [
      'a common way in that nobody takes',
      { ...named, GITHUB_TOKEN_HEALTH: 'x', GITHUB_TOKEN: 'y' },
      /without a repository/u,
    ],
    [
      'a named repository without a way in',
      { ...named, GITHUB_TOKEN: 'x' },
      /names github:a\/b@HEALTH without a way in: set GITHUB_TOKEN_HEALTH, or GITHUB_APP_ID_HEALTH, GITHUB_PRIVATE_KEY_HEALTH, and/u,
    ],
    [
      'a named way in that no repository takes',
      { ...named, GITHUB_TOKEN_HEALTH: 'x', GITHUB_TOKEN_HELTH_FILE: 'y' },
      /^GITHUB_TOKEN_HELTH_FILE is set and no repository uses it: name one in CONTENT_REPOSITORIES as github:<owner>\/<name>@HELTH/u,
    ],
    [
      'half a named app',
      { ...named, GITHUB_APP_ID_HEALTH: '1' },
      /^GITHUB_APP_ID_HEALTH is set without GITHUB_PRIVATE_KEY_HEALTH and GITHUB_INSTALLATION_ID_HEALTH/u,
    ],
    [
      'a named token twice',
      { ...named, GITHUB_TOKEN_HEALTH: 'x', GITHUB_TOKEN_HEALTH_FILE: 'y' },
      /^GITHUB_TOKEN_HEALTH and GITHUB_TOKEN_HEALTH_FILE are both set/u,
    ],
    [
      'a named token with a space',
      { ...named, GITHUB_TOKEN_HEALTH: 'x y' },
      /^GITHUB_TOKEN_HEALTH cannot be used as it is: it must be a token without spaces/u,
    ],
    ['a name in small letters', { CONTENT_REPOSITORIES: 'github:a/b@health' }, /in capital letters/u],
    [
      'a name that reads as a file',
      { CONTENT_REPOSITORIES: 'github:a/b@FILE' },
      /^CONTENT_REPOSITORIES cannot be used/u,
    ],
    [
      'a repository twice',
      { GITHUB_TOKEN: 'x', CONTENT_REPOSITORIES: 'github:a/b,github:A/b' },
      /names github:a\/b twice/u,
    ],
    ['a webhook secret alone', { GITHUB_WEBHOOK_SECRET: 'x'.repeat(20) }, /^GITHUB_WEBHOOK_SECRET is set without/u],
    ['a repository of another kind', { CONTENT_REPOSITORIES: 'gitlab:a/b' }, /^CONTENT_REPOSITORIES cannot be used/u],
    ['a port that is none', { PORT: 'http' }, /^PORT cannot be used as it is: it must be a number/u],
    ['a port too high', { PORT: '70000' }, /from 0 to 65535/u],
    ['plain http for others', { BASE_URL: 'http://field.example.org' }, /^BASE_URL cannot be used/u],
    ['an address with a path', { BASE_URL: 'https://example.org/field' }, /without a path/u],
    ['open without an address', { HOST: '0.0.0.0' }, /while BASE_URL is not set/u],
    ['a short key', { SECRET_KEY: 'short' }, /at least 32 characters/u],
    ['a proxy by name', { TRUST_PROXY: 'true' }, /addresses of proxies/u],
    ['an unknown level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL cannot be used/u],
    ['a mail server by another road', { ...mail, SMTP_URL: 'https://mail.example.org' }, /^SMTP_URL cannot be used/u],
    ['TLS loosened', { ...mail, SMTP_URL: 'smtp://mail.example.org?requireTLS=false' }, /^SMTP_URL cannot be used/u],
    ['half a login', { ...mail, SMTP_URL: 'smtps://post@mail.example.org' }, /^SMTP_URL cannot be used/u],
    ['two senders', { ...mail, MAIL_FROM: 'a@example.org, b@example.org' }, /^MAIL_FROM cannot be used/u],
    ['a sender with a header', { ...mail, MAIL_FROM: 'A\nBcc: b@x.org <a@example.org>' }, /^MAIL_FROM cannot be used/u],
  ];

  for (const [name, given, expected] of cases) {
    it(`is refused in one sentence: ${name}`, () => {
      const sentence = refusal(given);
      assert.match(sentence, expected);
      assert.equal(sentence.includes('\n'), false);
    });
  }

  it('never shows a secret', () => {
    assert.equal(refusal({ SMTP_URL: 'http://post:hunter2@x' }).includes('hunter2'), false);
    assert.equal(refusal({ SECRET_KEY: 'hunter2' }).includes('hunter2'), false);
  });
});
