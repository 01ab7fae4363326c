import type { ModuleDefinition } from './definition.ts';
import type { Field, SubField } from './form.ts';
import { partsOf } from './text-keys.ts';

/** What a dotted name of a form means: `outcomes.1.before` is part `before` of the second entry of field `outcomes`. */
export interface NamedField {
  readonly field: Field;
  readonly part: SubField | undefined;
  /** Of a repeated field: the entry, counted from 0. */
  readonly entry: number | undefined;
  /** Of a matrix: the row's code. */
  readonly row: string | undefined;
}

export function fieldNamed(definition: ModuleDefinition, name: string): NamedField | undefined {
  const [id = '', ...rest] = name.split('.');
  const field = definition.form.fields.find((one) => one.id === id);
  if (field === undefined) return undefined;
  const parts = partsOf(field.type);
  const part = parts.find((one) => one.id === rest.at(-1));
  const [between] = rest;
  return {
    field,
    part,
    entry: field.type.type === 'repeat' && between !== undefined ? Number(between) : undefined,
    row: field.type.type === 'matrix' ? between : undefined,
  };
}

/** The fields of a list of ids, in that order; an id that the form does not have is left out. */
export function fieldsOf(definition: ModuleDefinition, ids: readonly string[]): Field[] {
  return ids.flatMap((id) => definition.form.fields.find((field) => field.id === id) ?? []);
}
