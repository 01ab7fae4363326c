import type { MessageKey } from './complete.ts';
import type { InterfaceLanguage } from './languages.ts';
import { ar } from './locales/ar/index.ts';
import { en } from './locales/en/index.ts';
import { es } from './locales/es/index.ts';
import { fr } from './locales/fr/index.ts';

export interface Message {
  readonly message: string;
  readonly description?: string;
}

export type Catalogue = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** All texts of the interface, by language. */
export const catalogues: Readonly<Record<InterfaceLanguage, Catalogue>> = { en, fr, es, ar };

export interface FoundMessage {
  readonly message: string;
  /** The language it was found in: the one asked for, or English. */
  readonly language: InterfaceLanguage;
}

/** The text of a key in a language, else in English, else the key itself, so that a page never fails for a text. */
export function findMessage(language: InterfaceLanguage, key: MessageKey): FoundMessage {
  const dot = key.indexOf('.');
  const [feature, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const own = catalogues[language][feature]?.[name];
  if (own !== undefined) return { message: own.message, language };
  return { message: catalogues.en[feature]?.[name]?.message ?? key, language: 'en' };
}
