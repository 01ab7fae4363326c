import type { MailConfig } from './config.ts';
import { isLoopback } from './loopback.ts';

const HOST = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])$/iu;
const SENDER = /^(?:"?(?<name>[^"<>\r\n]*?)"?\s*<(?<inside>[^<>]+)>|(?<bare>[^<>\s]+))$/u;
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_{}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/u;

/**
 * The mail server that an address names: `smtps` speaks TLS from the first byte, `smtp` turns to it before anything is
 * said, and only on loopback does it stay without. Nothing after the host is understood, so nothing there can loosen
 * this. Undefined when it is not such an address.
 */
export function readMailServer(text: string): MailConfig['server'] | undefined {
  const url = URL.parse(text);
  if (url === null || !HOST.test(url.hostname)) return undefined;
  if (!/^\/?$/u.test(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const login = readLogin(url);
  if (login === 'half') return undefined;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const port = url.port === '' ? undefined : Number(url.port);
  if (url.protocol === 'smtps:') return { host, port: port ?? 465, security: 'tls', login };
  if (url.protocol !== 'smtp:') return undefined;
  return { host, port: port ?? 587, security: isLoopback(host) ? 'plain' : 'starttls', login };
}

function readLogin(url: URL): MailConfig['server']['login'] | 'half' {
  if (url.username === '' && url.password === '') return undefined;
  if (url.username === '' || url.password === '') return 'half';
  try {
    return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  } catch {
    return 'half';
  }
}

/** Whose name letters carry: an address, alone or after a name. Undefined when it is not one plain address. */
export function readSender(text: string): MailConfig['from'] | undefined {
  const { name = '', inside, bare } = SENDER.exec(text.trim())?.groups ?? {};
  const address = (inside ?? bare ?? '').trim();
  return ADDRESS.test(address) ? { name: name.trim(), address } : undefined;
}
