import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { fieldNamed } from '../../domain/module/field-names.ts';

/** Something that was posted under a name. */
export interface TypedField {
  readonly name: string;
  readonly text: string;
}

/** Names of what a form says about itself. */
const ours = new Set(
  'csrf asked seen go add act move form_id of number page_hash code head version revision decision assignment reviewer'.split(
    ' ',
  ),
);
/** Names of the places in forms of our own in which people write. */
const texts =
  /^(?:conflict|note|letter|change|suggestion|\w+_reason|(?:reason|words|reply|comment)(?:\..+)?|(?:.+\.)?text)$/u;
/** What choices are made of, and a single word at most. */
const CHOICE = /^(?:[a-z0-9]+(?:[_-][a-z0-9]+)*|[A-Z]{2}|E\d)$/u;
const choices: readonly string[] = ['choice', 'multi', 'yes_no', 'attest'];

/** Whether a person wrote it, and did not only choose. A module's own fields say it themselves. */
export function isWritten({ name, text }: TypedField, definition?: ModuleDefinition): boolean {
  if (ours.has(name) || text.trim() === '') return false;
  const named = definition && fieldNamed(definition, name);
  const type = named?.part?.type.type ?? named?.field.type.type;
  if (type !== undefined) return !choices.includes(type);
  return texts.test(name) || !CHOICE.test(text.trim());
}

/** What a person had typed into a form, so that no answer to a form ever loses it. */
export function typedFields(body: Readonly<Record<string, unknown>>): TypedField[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === 'csrf') return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string').map((text) => ({ name, text }));
  });
}
