import type { OptionGroupView, OptionView } from '../../../views/components/field-view.ts';
import { countryCodes, regionCodes } from '../../domain/module/countries.ts';
import { continentOf, continents } from '../../domain/module/continents.ts';
import type { Options } from '../../domain/module/form.ts';
import { optionValues } from '../../domain/module/options.ts';
import type { Translate } from '../../i18n/translate.ts';
import { choiceText, type FormWords } from './field-texts.ts';

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
  if (options.kind !== 'countries') return { options: Array.from(optionValues(words.definition, options), view) };
  return {
    options: (options.also ?? []).map(view),
    groups: groupsIn(words.t).map(({ label, codes }) => ({ label, options: codes.map(view) })),
  };
}

interface CodeGroup {
  readonly label: string;
  readonly codes: readonly string[];
}

const groups = new WeakMap<Translate, readonly CodeGroup[]>();

/** The countries by continent, then the regions, as a reader of this language looks for a name; put in order once. */
function groupsIn(t: Translate): readonly CodeGroup[] {
  const known = groups.get(t) ?? makeGroups(t);
  groups.set(t, known);
  return known;
}

function makeGroups(t: Translate): CodeGroup[] {
  const { compare } = new Intl.Collator(t.lang);
  const byName = (a: string, b: string): number => compare(t.country(a), t.country(b));
  const sorted = [...countryCodes].sort(byName);
  return [
    ...continents.map((continent) => ({
      label: t.country(continent),
      codes: sorted.filter((code) => (continentOf(code) ?? continents.at(-1)) === continent),
    })),
    { label: t('submit.regions'), codes: [...regionCodes].sort(byName) },
  ];
}
