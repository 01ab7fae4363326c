import type { AnswerValue, Answers } from '../module/form.ts';
import { knownFields } from '../module/known-fields.ts';

/** Something of the submitter's own that stands in a text which others will read. */
export interface OwnSecret {
  readonly kind: 'receipt' | 'email';
  /** The field's dotted name. */
  readonly field: string;
}

/**
 * Finds the person's own receipt and e-mail address in what others will read. The receipt opens everything, so it
 * may never be sent; the address may, if the person says so.
 * @param written what reviewers or the public may read, by the field's dotted name
 * @param own the receipt, and the address given as contact
 */
export function ownSecretsIn(
  written: readonly (readonly [field: string, text: string])[],
  own: { readonly receipt: string; readonly email: string | undefined },
): OwnSecret[] {
  const receipt = squeezed(own.receipt);
  const email = own.email?.trim().toLowerCase() ?? '';
  return written.flatMap(([field, text]): OwnSecret[] => {
    if (receipt !== '' && squeezed(text).includes(receipt)) return [{ kind: 'receipt', field }];
    return email !== '' && text.toLowerCase().includes(email) ? [{ kind: 'email', field }] : [];
  });
}

export const contactEmailOf = (sealed: Answers): string | undefined => {
  const email = sealed[knownFields.contactEmail];
  return typeof email === 'string' && email.trim() !== '' ? email : undefined;
};

/** A receipt is recognised however it was written. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    .toUpperCase();

/** Every text in answers, with its dotted name. */
export function textsOf(name: string, value: Answers | AnswerValue): [name: string, text: string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, AnswerValue]) =>
    textsOf(name === '' ? key : `${name}.${key}`, inner),
  );
}
