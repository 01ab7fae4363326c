import { countryCodes, regionCodes } from './countries.ts';
import type { ModuleDefinition } from './definition.ts';
import type { Options } from './form.ts';

/** Every code that may be chosen, in the order in which the form offers them. */
export function optionValues(definition: ModuleDefinition, options: Options): ReadonlySet<string> {
  const sets = valuesOf.get(definition) ?? new Map<Options, ReadonlySet<string>>();
  const known = sets.get(options) ?? new Set(listValues(definition, options));
  valuesOf.set(definition, sets.set(options, known));
  return known;
}

/** A definition never changes, and every answer that was chosen is held against its list on every page. */
const valuesOf = new WeakMap<ModuleDefinition, Map<Options, ReadonlySet<string>>>();

function listValues(definition: ModuleDefinition, options: Options): readonly string[] {
  switch (options.kind) {
    case 'listed':
      return options.values;
    case 'countries':
      return [...countryCodes, ...regionCodes, ...(options.also ?? [])];
    case 'languages':
      return [...definition.languages, ...(options.also ?? [])];
    case 'sections':
      return [...definition.sections.map(({ id }) => id), ...(options.also ?? [])];
  }
}

/** Where the name of a choice is found: in the reader's locale data (`code` as `Intl.DisplayNames` takes it), or in the module's texts. */
export type OptionName =
  { kind: 'region'; code: string } | { kind: 'language'; code: string } | { kind: 'text'; key: string };

/**
 * Where the name of one choice is found.
 * @param prefix of the field's or part's texts: `fields.kind`, `fields.outcomes.parts.direction`
 */
export function optionName(options: Options, prefix: string, code: string): OptionName {
  const own: OptionName = { kind: 'text', key: `${prefix}.options.${code}` };
  if (options.kind === 'listed' || options.also?.includes(code) === true) return own;
  if (options.kind === 'countries') return { kind: 'region', code: code.replace(/^m49_/, '') };
  if (options.kind === 'languages') return { kind: 'language', code };
  return { kind: 'text', key: `sections.${code}` };
}
