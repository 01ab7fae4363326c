import type { OptionGroupView, OptionView } from '../../../views/components/field-view.ts';
import { countryCodes, regionCodes } from '../../domain/module/countries.ts';
import { continentOf, continents } from '../../domain/module/continents.ts';
import type { Options } from '../../domain/module/form.ts';
import { optionValues } from '../../domain/module/options.ts';
import { choiceText, plain, type FormWords } from './field-texts.ts';

export interface OptionsView {
  readonly options: readonly OptionView[];
  readonly groups?: readonly OptionGroupView[];
}

/** What may be chosen, with what is chosen. Countries by continent and name, regions for those who are safer so. */
export function optionsView(
  words: FormWords,
  options: Options,
  prefix: string,
  chosen: readonly string[],
): OptionsView {
  const view = (code: string): OptionView => ({
    value: code,
    label: choiceText(words, options, prefix, code),
    chosen: chosen.includes(code),
  });
  if (options.kind !== 'countries') return { options: optionValues(words.definition, options).map(view) };
  const own = options.also ?? [];
  const sorted = countryCodes.map(view).sort(byName(words.t.lang));
  return {
    options: own.map(view),
    groups: [
      ...continents.map((continent) => ({
        label: words.t.country(continent),
        options: sorted.filter(({ value }) => (continentOf(value) ?? continents.at(-1)) === continent),
      })),
      { label: words.t('submit.regions'), options: regionCodes.map(view).sort(byName(words.t.lang)) },
    ],
  };
}

/** As a reader of this language looks for a name. */
function byName(lang: string): (a: OptionView, b: OptionView) => number {
  const { compare } = new Intl.Collator(lang);
  return (a, b) => compare(plain(a.label), plain(b.label));
}
