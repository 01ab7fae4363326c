import type { SMTPTransportOptions } from 'nodemailer';

/** Where letters are handed over, and how safely. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, TLS before anything is said, or none, which is for loopback alone. */
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** How long the other side may keep silent, in milliseconds. */
export interface Patience {
  readonly connectMs: number;
  readonly greetingMs: number;
  readonly silenceMs: number;
}

export const patience: Patience = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 60_000 };

/**
 * The mail library's settings for a server. `calledBy` is the name that the service gives itself there, so that the
 * machine's own name stays out of letters.
 */
export function connectionTo(server: MailServer, calledBy: string, wait: Patience = patience): SMTPTransportOptions {
  const { host, port, security, login } = server;
  return {
    host,
    port,
    name: calledBy,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    tls: { minVersion: 'TLSv1.2' },
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    connectionTimeout: wait.connectMs,
    greetingTimeout: wait.greetingMs,
    dnsTimeout: wait.connectMs,
    socketTimeout: wait.silenceMs,
    socketCloseTimeout: 1000,
    allowInternalNetworkInterfaces: security === 'plain',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
