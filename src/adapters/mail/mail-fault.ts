import { MailRefused, MailUnavailable } from '../../domain/mail/mail-faults.ts';
import { readFailure, troubleOf } from './smtp-failure.ts';

/** Lasting by their number, yet about us: no login (530 to 538), a command out of order (503). */
const aboutUs = new Set([503, 530, 534, 535, 538]);

/** By the second number (RFC 3463): our sender's address, a full mailbox, the other system, a policy against us. */
const notTheAddress = /^5\d\d[ -]5\.(?:1\.[78]|2\.2|3\.\d+|7\.\d+)\b/u;

/**
 * Refused is a lasting no to this address or this letter, said when it was named or handed over. All else may go
 * better later: a lasting no to our sender, login or manners is mended by an operator, and must not be held against
 * the person who is written to. What the server said stays here, for it may quote the letter.
 */
export function mailFault(error: unknown): MailRefused | MailUnavailable {
  if (error instanceof MailRefused || error instanceof MailUnavailable) return error;
  return refusesLetter(error) ? new MailRefused(troubleOf(error)) : new MailUnavailable(troubleOf(error));
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
