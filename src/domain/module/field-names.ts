import type { ModuleDefinition } from './definition.ts';
import type { Field, Form, SubField } from './form.ts';
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
  const field = fieldsById(definition.form).get(id);
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
  const known = fieldsById(definition.form);
  return ids.flatMap((id) => known.get(id) ?? []);
}

const byId = new WeakMap<Form, ReadonlyMap<string, Field>>();

/** A form never changes, and every page asks for its fields many times. */
function fieldsById(form: Form): ReadonlyMap<string, Field> {
  const known = byId.get(form);
  if (known !== undefined) return known;
  const made = new Map(form.fields.map((field) => [field.id, field]));
  byId.set(form, made);
  return made;
}
