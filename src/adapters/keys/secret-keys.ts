import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { receiptFromBytes } from '../../domain/safety/receipt.ts';
import type { Keys } from '../../ports/keys.ts';

const IV = 12;
const TAG = 16;

/** All keys of the service, derived by label from its one secret. */
export function secretKeys(secret: Buffer): Keys {
  // A key object is prepared once; bytes would be prepared again for every use, which takes seven times as long.
  const key = (label: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `fieldstone/${label}`, 32)));
  const named = new Map<string, KeyObject>();
  const mac = (label: string, value: string): Buffer => {
    const known = named.get(label) ?? key(label);
    named.set(label, known);
    return createHmac('sha256', known).update(value).digest();
  };
  return {
    hash: (label, value) => mac(`hash/${label}`, value).toString('hex'),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    receiptFor: (formId) => receiptFromBytes(mac('receipt', `r1${formId}`)),
    linkFor: (assignmentId) => mac('link', assignmentId).toString('base64url'),
    seal: (own, text) => seal(mac('seal', own), text),
    open: (own, sealed) => unseal(mac('seal', own), sealed),
    csrfToken: (session) => {
      const random = randomBytes(16).toString('base64url');
      return `${random}.${mac('csrf', `${session}|${random}`).toString('base64url')}`;
    },
    csrfValid: (session, token) => {
      const [random = '', given = ''] = token.split('.');
      const expected = mac('csrf', `${session}|${random}`);
      const found = Buffer.from(given, 'base64url');
      return found.length === expected.length && timingSafeEqual(found, expected);
    },
  };
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function unseal(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
  try {
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
    return decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
