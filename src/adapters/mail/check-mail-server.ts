import SMTPConnection, { type SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection';
import type { Sender } from './letter-message.ts';
import { connectionTo, type MailServer } from './mail-server.ts';
import { readFailure } from './smtp-failure.ts';

/** What a mail server has against us, in its own words. */
export interface MailAilment {
  readonly kind: 'unreachable' | 'tls' | 'login' | 'sender';
  readonly words: string;
}

/**
 * Connects, turns to TLS, logs in and names the sender, then takes it all back: nothing is sent. Undefined when all is
 * well.
 */
export async function checkMailServer(server: MailServer, from: Sender): Promise<MailAilment | undefined> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const line = new SMTPConnection({ ...connectionTo(server, domain), customAuth: { [NAMING]: nameSender } });
  try {
    await step(line, (done) => {
      line.connect(done);
    });
    await logIn(line, server);
    const words = await refusalOf(line, from.address);
    return words === undefined ? undefined : { kind: 'sender', words };
  } catch (error) {
    return { kind: kindOf(error), words: wordsOf(error) };
  } finally {
    line.close();
  }
}

/** The library says commands of our own only as part of a way to log in; this is none, it names a sender. */
const NAMING = 'NAMING';

async function nameSender(talk: SMTPConnectionCustomAuthContext): Promise<void> {
  const { status, response } = await talk.sendCommand(`MAIL FROM:<${talk.auth.credentials.user}>`);
  if (status >= 300) throw new Error(response);
  await talk.sendCommand('RSET');
}

async function logIn(line: SMTPConnection, { login }: MailServer): Promise<void> {
  if (login === undefined) return;
  await step(line, (done) => {
    line.login({ credentials: { user: login.user, pass: login.password } }, done);
  });
}

async function refusalOf(line: SMTPConnection, address: string): Promise<string | undefined> {
  try {
    await step(line, (done) => {
      line.login({ method: NAMING, user: address, pass: 'none' }, done);
    });
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}

/** One step of the talk; it ends with its own answer or with the line. */
function step(line: SMTPConnection, run: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    line.once('error', reject);
    run((error) => {
      line.removeListener('error', reject);
      if (error == null) resolve();
      else reject(error);
    });
  });
}

function kindOf(error: unknown): MailAilment['kind'] {
  const { code, originalCode } = error as { code?: unknown; originalCode?: unknown };
  if (code === 'EAUTH') return 'login';
  return code === 'ETLS' || /CERT|SSL|TLS/u.test(String(originalCode)) ? 'tls' : 'unreachable';
}

/** The server's own words if it said any, else the library's, on one line. No letter was there that they could quote. */
function wordsOf(error: unknown): string {
  const { response } = readFailure(error);
  const said = response !== '' ? response : error instanceof Error ? error.message : 'unknown';
  const bare = said.replace(/[^\s<>"',;:]+@[^\s<>"',;]+/gu, '…');
  return bare
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, 160)
    .trim();
}
