/** Why a letter did not leave, in the classes of RFC 3463 and a few of our own; `trouble.mail_<kind>` says it. */
export const mailTroubleKinds = [
  'address',
  'mailbox',
  'system',
  'route',
  'talk',
  'content',
  'policy',
  'login',
  'secure_line',
  'not_reached',
  'not_taken',
  'refused',
  'later',
] as const;

export type MailTroubleKind = (typeof mailTroubleKinds)[number];

/**
 * All that is kept of a mail server's answer. Its prose is not: it may quote the address, the subject or the whole
 * letter. `codes` are numbers and names from fixed sets: 550, 5.1.1, ECONNREFUSED.
 */
export interface MailTrouble {
  readonly kind: MailTroubleKind;
  readonly codes: readonly string[];
}

const CODE = /^(?:[245]\d\d|[245]\.\d{1,3}\.\d{1,3}|[A-Z][A-Z_]{2,39})$/u;

/** For a log and the job board: the codes, then the kind. */
export const writeMailTrouble = ({ kind, codes }: MailTrouble): string =>
  [...codes.filter((code) => CODE.test(code)), kind].join(' ');

/** What `writeMailTrouble` wrote; undefined for anything else. */
export function readMailTrouble(text: string): MailTrouble | undefined {
  const codes = text.split(' ');
  const last = codes.pop();
  const kind = mailTroubleKinds.find((one) => one === last);
  return kind !== undefined && codes.every((code) => CODE.test(code)) ? { kind, codes } : undefined;
}
