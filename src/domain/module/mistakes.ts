import type { ModuleDefinition } from './definition.ts';

/** What can be wrong in `module.yml` or a text file; the sentence for each is `definition.<kind>` in the catalogue. */
export const mistakeKinds = [
  'file_missing',
  'file_too_large',
  'not_yaml',
  'missing',
  'wrong_type',
  'unknown_key',
  'not_allowed',
  'too_small',
  'too_large',
  'bad_id',
  'bad_value',
  'listed_twice',
  'unknown_field',
  'unknown_choice',
  'unknown_part',
  'not_public',
  'field_on_no_page',
  'confirmation_on_page',
  'asked_too_late',
  'asked_of_conditional',
  'nothing_to_choose',
  'condition_unclear',
  'limits_crossed',
  'weights_not_100',
  'reviews_crossed',
  'needed_field_missing',
  'layout_missing',
  'layout_unknown',
  'language_without_texts',
  'text_missing',
  'text_not_words',
  'module_elsewhere',
] as const;
export type MistakeKind = (typeof mistakeKinds)[number];

export interface DefinitionMistake {
  /** Path of the file in the content repository. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly kind: MistakeKind;
  readonly params: Readonly<Record<string, string | number>>;
}

export type DefinitionReading =
  { ok: true; definition: ModuleDefinition } | { ok: false; mistakes: readonly DefinitionMistake[] };
