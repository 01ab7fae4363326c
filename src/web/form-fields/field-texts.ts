import type { Phrase } from '../../../views/components/phrase.tsx';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldNamed } from '../../domain/module/field-names.ts';
import type { Options } from '../../domain/module/form.ts';
import { optionName } from '../../domain/module/options.ts';
import type { Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';

/** In whose words a form speaks: the module's texts, and the reader's language. */
export interface FormWords {
  readonly definition: ModuleDefinition;
  readonly t: Translate;
}

export const textOf = ({ definition, t }: FormWords, key: string): Phrase => phraseOf(definition, t.lang, key);

/** A text that may be missing, such as a help. */
export function textIfAny(words: FormWords, key: string): Phrase | undefined {
  const { texts } = words.definition;
  const known = texts[words.t.lang]?.[key] !== undefined || texts['en']?.[key] !== undefined;
  return known ? textOf(words, key) : undefined;
}

/** The words alone, for a sentence that holds them. */
export const plain = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.text);

/** What a choice is called. `prefix` as in `optionName`. */
export function choiceText(words: FormWords, options: Options, prefix: string, code: string): Phrase {
  const name = optionName(options, prefix, code);
  if (name.kind === 'region') return words.t.country(code);
  return name.kind === 'language' ? words.t.language(code) : textOf(words, name.key);
}

/** What a field of the form is called, parts and entries included: "Results – entry 2 – Before". */
export function nameText(words: FormWords, name: string): string {
  const found = fieldNamed(words.definition, name);
  if (found === undefined) return name;
  const prefix = `fields.${found.field.id}`;
  const steps = [
    plain(textOf(words, `${prefix}.label`)),
    ...(found.row === undefined ? [] : [plain(textOf(words, `${prefix}.rows.${found.row}`))]),
    ...(found.entry === undefined ? [] : [words.t('common.entry', { number: found.entry + 1 })]),
    ...(found.part === undefined ? [] : [plain(textOf(words, `${prefix}.parts.${found.part.id}.label`))]),
  ];
  return steps.join(' – ');
}
