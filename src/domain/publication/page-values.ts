import { moduleText } from '../module/definition.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import type { AnswerRecord, AnswerValue, LeafType, Options } from '../module/form.ts';
import { optionName } from '../module/options.ts';
import { markdownLine, markdownLink } from './markdown-text.ts';

/** In whose words values are shown. */
export interface Wording {
  readonly definition: ModuleDefinition;
  readonly language: string;
}

export function wordsOf(wording: Wording, key: string): string {
  return moduleText(wording.definition, wording.language, key).text;
}

/** One answer on one line of Markdown; empty when there is nothing to show. */
export function leafText(wording: Wording, type: LeafType, prefix: string, value: AnswerValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  switch (type.type) {
    case 'choice':
      return typeof value === 'string' ? choiceText(wording, type.options, prefix, value) : '';
    case 'multi':
      return joined(
        wording,
        stringsOf(value).map((code) => choiceText(wording, type.options, prefix, code)),
      );
    case 'url':
      return typeof value === 'string' ? markdownLink(value) : '';
    case 'yes_no':
    case 'attest':
      return markdownLine(wordsOf(wording, `${prefix}.options.${value === true ? 'yes' : 'no'}`));
    case 'number':
      return numberText(wording, value);
    case 'month':
    case 'date':
    case 'email':
    case 'text':
    case 'textarea':
      return plain(value);
  }
}

/** Western digits in every language, so that tables of two languages can be compared. */
function numberText(wording: Wording, value: AnswerValue): string {
  const written = String(typeof value === 'number' ? value : plain(value));
  if (!/^\d{1,15}(?:\.\d{1,6})?$/u.test(written)) return plain(value);
  return new Intl.NumberFormat([wording.language, 'en'], { numberingSystem: 'latn' }).format(Number(written));
}

/** A year is a name, not an amount: no grouping. */
function plain(value: AnswerValue): string {
  return typeof value === 'string' || typeof value === 'number' ? markdownLine(String(value)) : '';
}

function choiceText(wording: Wording, options: Options, prefix: string, code: string): string {
  const name = optionName(options, prefix, code);
  switch (name.kind) {
    case 'text':
      return markdownLine(wordsOf(wording, name.key));
    case 'region':
    case 'language':
      return markdownLine(displayName(wording.language, name.kind, name.code));
  }
}

/** The name of a country, region or language in a language; the code itself when it is not one. */
export function displayName(language: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Scripts that have a comma and a semicolon of their own. */
const ARABIC_SCRIPT: readonly string[] = ['ar', 'fa', 'ur', 'ps', 'ku', 'ug'];

/** Parts one after the other; `strong` where the parts have commas themselves. */
export function joined(wording: Wording, texts: readonly string[], strong = false): string {
  const [comma, semicolon] = ARABIC_SCRIPT.includes(wording.language) ? ['، ', '؛ '] : [', ', '; '];
  return texts.filter((text) => text !== '').join(strong ? semicolon : comma);
}

function stringsOf(value: AnswerValue): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

export function isRecord(value: AnswerValue | undefined): value is AnswerRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function recordsOf(value: AnswerValue | undefined): readonly AnswerRecord[] {
  return Array.isArray(value) ? (value as readonly AnswerValue[]).filter(isRecord) : [];
}
