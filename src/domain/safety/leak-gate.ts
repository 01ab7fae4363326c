import type { PageFile } from '../publication/page-input.ts';
import { practiceOfPath } from '../publication/page-path.ts';
import { findIdentifiers } from './identifiers.ts';
import type { IdentifierType } from './identifiers/finding.ts';
import { plainWords } from './plain-words.ts';
import { shownText } from './shown-text.ts';

/** A reason why bytes must not go to git. `excerpt` is for the curator's eyes only; never for a log or the forge. */
export type Leak =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'identifier'; readonly path: string; readonly type: IdentifierType; readonly excerpt: string }
  | { readonly kind: 'contact'; readonly path: string; readonly excerpt: string }
  | { readonly kind: 'markup'; readonly path: string; readonly excerpt: string };

export interface LeakRules {
  /** Every string of the case that must stay inside: name, e-mail, receipt, organisation unless it is printed. */
  readonly contacts: readonly string[];
  /** What may stand on the page although it looks like a leak: addresses of the sources, the printed attribution. */
  readonly allowed: readonly string[];
  /** ISO codes of countries whose telephone numbers may be written without a prefix. */
  readonly countries?: readonly string[];
}

/** Types that no page may have. Names, dates with places and minors are judged by a person, who has seen them marked. */
export const hardTypes: readonly IdentifierType[] = [
  'email',
  'phone',
  'url_contact',
  'geo',
  'id_number',
  'case_number',
];

const SHORTEST_CONTACT = 4;
/** From this length on a contact is also looked for without spaces; shorter ones would be found inside other words. */
const SHORTEST_JOINED = 8;
const RAW_MARKUP = /\{\{|\}\}|\{%|%\}|\{#|<%|%>|\$\{|<!--|<(?!https?:\/\/)[a-zA-Z/!?]/gu;

/** Looks at the exact files that would go to git; an empty list means that nothing was found, not that nothing is there. */
export function leaksIn(files: readonly PageFile[], rules: LeakRules): readonly Leak[] {
  const allowed = rules.allowed.filter(isAllowable);
  const contacts = rules.contacts.flatMap(variants);
  return files.flatMap((file) => [
    ...(practiceOfPath(file.path) === undefined ? [{ kind: 'path', path: file.path } as const] : []),
    ...markupIn(file),
    ...identifiersIn(file, [...allowed, ...ownNumber(file)], rules.countries ?? []),
    ...contactsIn(file, contacts, allowed),
  ]);
}

/** The number of the practice itself looks like that of a case wherever the page speaks of the police. */
function ownNumber({ path }: PageFile): readonly string[] {
  const publicId = practiceOfPath(path);
  return publicId === undefined ? [] : [publicId];
}

function markupIn(file: PageFile): readonly Leak[] {
  const found = new Set(Array.from(file.text.matchAll(RAW_MARKUP), ([token]) => token));
  return [...found].map((excerpt) => ({ kind: 'markup', path: file.path, excerpt }));
}

function identifiersIn(file: PageFile, allowed: readonly string[], countries: readonly string[]): readonly Leak[] {
  // The number of the practice itself reads like that of a case, and stands on every page.
  const own = practiceOfPath(file.path);
  const known = own === undefined ? allowed : [...allowed, own];
  // As bytes and as shown: an escape must hide nothing from the gate that a reader sees, nor the other way round.
  const texts = [file.text, shownText(file.text)].map((text) => without(text, known));
  const found = texts.flatMap((text) => findIdentifiers(text, countries));
  const hard = found.filter(({ type }) => hardTypes.includes(type));
  const unique = new Map(hard.map((finding) => [`${finding.type} ${finding.excerpt}`, finding]));
  return [...unique.values()].map(({ type, excerpt }) => ({ kind: 'identifier', path: file.path, type, excerpt }));
}

function contactsIn(file: PageFile, contacts: readonly string[], allowed: readonly string[]): readonly Leak[] {
  const texts = [file.text, shownText(file.text)].map((text) => ` ${plainWords(without(text, allowed))} `);
  const joined = texts.map((text) => text.replace(/ /gu, ''));
  const leaked = contacts.filter((contact) => {
    const words = plainWords(contact);
    const tight = words.replace(/ /gu, '');
    if (tight.length < SHORTEST_CONTACT) return false;
    if (texts.some((text) => text.includes(` ${words} `))) return true;
    return tight.length >= SHORTEST_JOINED && joined.some((text) => text.includes(tight));
  });
  return leaked.map((excerpt) => ({ kind: 'contact', path: file.path, excerpt }));
}

/** An organisation is also meant without what stands in brackets behind it. */
function variants(contact: string): readonly string[] {
  const bare = contact.replace(/\([^()]*\)/gu, ' ').trim();
  return bare === contact.trim() || bare === '' ? [contact] : [contact, bare];
}

/** A link that reaches a person is no source, whoever lists it. */
function isAllowable(text: string): boolean {
  return (
    text.trim().length >= SHORTEST_CONTACT &&
    !findIdentifiers(text).some(({ type }) => type === 'url_contact' || type === 'email')
  );
}

/** The text with a line break where something allowed stands, in the form given and in the form links are written in. */
function without(text: string, allowed: readonly string[]): string {
  const forms = allowed.flatMap((form) => (URL.canParse(form) ? [form, new URL(form).href] : [form]));
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((left, form) => left.replaceAll(form, '\n'), text);
}
