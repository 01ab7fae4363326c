import { IntlMessageFormat } from 'intl-messageformat';
import { findMessage } from './catalogue.ts';
import type { MessageKey } from './complete.ts';
import { formatDate, localeTags } from './formats.ts';
import { isolate } from './isolate.ts';
import { directionOf, type Direction, type InterfaceLanguage } from './languages.ts';

export type { MessageKey } from './complete.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Values for a message with markup: an element for `{name}`, a function for `<name>words</name>`. */
export type RichValues<V> = Readonly<Record<string, string | number | V | ((chunks: (string | V)[]) => V)>>;

/** Speaks one interface language. */
export interface Translate {
  /** The text of a key. Throws when the message asks for a value that was not given. */
  (key: MessageKey, values?: MessageValues): string;
  readonly lang: InterfaceLanguage;
  readonly dir: Direction;
  /** The same for a message that holds elements; the parts in order. */
  rich: <V extends object>(key: MessageKey, values: RichValues<V>) => (string | V)[];
  /** The language in which a key will be answered: this one, or English when it is not translated yet. */
  languageOf: (key: MessageKey) => InterfaceLanguage;
  /** A date in words: of a day `2026-03-31`, or of an instant in a time zone (IANA). Never a time. */
  date: (when: string | Date, timeZone: string) => string;
  number: (value: number) => string;
  /** “a, b and c”. */
  list: (items: readonly string[]) => string;
  /** The name of an ISO 3166 code, of a region `m49_002` (UN M49), or of `not_said`. */
  country: (code: string) => string;
  /** The name of a language (BCP 47). */
  language: (code: string) => string;
}

const compiled = new Map<string, IntlMessageFormat>();
const translators = new Map<InterfaceLanguage, Translate>();

/** The translator of a language; made once. */
export function translator(language: InterfaceLanguage): Translate {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const made = makeTranslator(language);
  translators.set(language, made);
  return made;
}

function makeTranslator(lang: InterfaceLanguage): Translate {
  const locale = localeTags[lang];
  const dir = directionOf(lang);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const regionName = namesIn(locale, 'region');
  const languageName = namesIn(locale, 'language');
  const say = (key: MessageKey, values: MessageValues): string =>
    String(compile(lang, key).format<string>(isolateAll(values, dir)));
  const said = new Map<string, string>();
  const t = (key: MessageKey, values: MessageValues = {}): string => {
    const sentence = sentenceOf(key, values);
    const known = said.get(sentence);
    if (known !== undefined) return known;
    const words = say(key, values);
    if (said.size >= MOST_KEPT) said.clear();
    if (sentence.length <= LONGEST_SENTENCE) said.set(sentence, words);
    return words;
  };
  return Object.assign(t, {
    lang,
    dir,
    rich: <V extends object>(key: MessageKey, values: RichValues<V>): (string | V)[] =>
      asParts(compile(lang, key).format<V>(isolateAll(values, dir))),
    languageOf: (key: MessageKey) => findMessage(lang, key).language,
    date: (when: string | Date, timeZone: string) => formatDate(locale, when, timeZone),
    number: (value: number) => numbers.format(value),
    list: (items: readonly string[]) => lists.format(items.map((item) => isolate(item, dir))),
    country: (code: string) =>
      code === 'not_said' ? t('common.not_said') : regionName(code.replace(/^m49_/, '').toUpperCase(), code),
    language: (code: string) => languageName(code, code),
  });
}

/** Lists say the same few sentences again and again, and putting a value into one costs as much as a row of them. */
const MOST_KEPT = 5000;
/** Of the key with its values, in UTF-16 units: what somebody typed at length is not kept. */
const LONGEST_SENTENCE = 120;

/** A number is told from a text of the same digits: it may stand in a plural. */
function sentenceOf(key: MessageKey, values: MessageValues): string {
  let sentence: string = key;
  for (const value of Object.values(values))
    sentence += typeof value === 'number' ? `\n${String(value)}` : `\t${value}`;
  return sentence;
}

/** The real codes are at most three signs long and few; nothing longer is kept. */
const LONGEST_KEPT = 3;

/** Names by their code, looked up once each. */
function namesIn(locale: string, type: 'region' | 'language'): (code: string, shown: string) => string {
  const names = new Intl.DisplayNames([locale], { type });
  const known = new Map<string, string>();
  return (code, shown) => {
    const name = known.get(code) ?? nameOf(names, code, shown);
    if (code.length <= LONGEST_KEPT && name !== shown) known.set(code, name);
    return name;
  };
}

/** A code that is not one (old data, a hand-made request) is shown as it is; Intl would throw. */
function nameOf(names: Intl.DisplayNames, code: string, shown: string): string {
  try {
    const name = names.of(code) ?? shown;
    return name.charAt(0).toUpperCase() + name.slice(1);
  } catch {
    return shown;
  }
}

const asParts = <V>(formatted: string | V | (string | V)[]): (string | V)[] =>
  Array.isArray(formatted) ? formatted : [formatted];

function isolateAll<T>(values: Readonly<Record<string, T>>, dir: Direction): Record<string, T | string> {
  const shielded = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolate(value, dir) : value,
  ]);
  return Object.fromEntries(shielded) as Record<string, T | string>;
}

function compile(lang: InterfaceLanguage, key: MessageKey): IntlMessageFormat {
  const id = `${lang} ${key}`;
  const known = compiled.get(id);
  if (known !== undefined) return known;
  const { message, language } = findMessage(lang, key);
  const made = new IntlMessageFormat(message, localeTags[language]);
  compiled.set(id, made);
  return made;
}
