import { MailRefused, MailUnavailable } from '../../domain/mail/mail-faults.ts';

/** What the mail library says of a failure; the parts that matter here. */
interface SmtpFailure extends Error {
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
}

/** Lasting by their number, yet about us: no login (530 to 538), a command out of order (503). */
const aboutUs = new Set([503, 530, 534, 535, 538]);

/** By the second number (RFC 3463): our sender's address, a full mailbox, the other system, a policy against us. */
const notTheAddress = /^5\d\d[ -]5\.(?:1\.[78]|2\.2|3\.\d+|7\.\d+)\b/u;

/**
 * Refused is a lasting no to this address or this letter, said when it was named or handed over. All else may go
 * better later: a lasting no to our sender, login or manners is mended by an operator, and must not be held against
 * the person who is written to.
 */
export function mailFault(error: unknown, to: string): MailRefused | MailUnavailable {
  if (error instanceof MailRefused) return error;
  const words = wordsOf(error, to);
  return refusesLetter(error) ? new MailRefused(words, { cause: error }) : new MailUnavailable(words, { cause: error });
}

function refusesLetter(error: unknown): boolean {
  const { command, code, response } = readFailure(error);
  if (command !== 'RCPT TO' && command !== 'DATA') return false;
  return isLasting(code) && !aboutUs.has(code) && !notTheAddress.test(response);
}

/** A lasting no to the sender, said before anybody was named. */
export function refusesSender(error: unknown): boolean {
  const { command, code } = readFailure(error);
  return command === 'MAIL FROM' && isLasting(code) && !aboutUs.has(code);
}

const isLasting = (code: number): boolean => code >= 500 && code < 600;

function readFailure(error: unknown): { command: string; code: number; response: string } {
  const { command, responseCode, response } = (error instanceof Error ? error : {}) as Partial<SmtpFailure>;
  return {
    command: typeof command === 'string' ? command : '',
    code: typeof responseCode === 'number' ? responseCode : 0,
    response: typeof response === 'string' ? response : '',
  };
}

/** The server's own words if it said any, else the library's; on one line, short, and without anybody's address. */
export function wordsOf(error: unknown, to = ''): string {
  const { response } = readFailure(error);
  const said = response !== '' ? response : error instanceof Error ? error.message : 'unknown';
  const [local = ''] = to.split('@');
  // A filter may quote the link of the letter, which opens a case.
  const bare = said.replace(/\bhttps?:\/\/[^\s<>"']+/giu, '…');
  const cleaned = bare.replace(/[^\s<>"',;:]+@[^\s<>"',;]+/gu, '…').replace(/[\p{Cc}\s]+/gu, ' ');
  return (local.length < 3 ? cleaned : cleaned.replaceAll(local, '…')).slice(0, 160).trim();
}
