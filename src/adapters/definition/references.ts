import type { RawCondition, RawField, RawModule, RawPart } from './schema.ts';
import type { Found } from './shape-mistakes.ts';
import type { Place } from './yaml-source.ts';

export const found = (place: Place, kind: Found['kind'], params: Found['params'] = {}): Found => ({
  place,
  kind,
  params,
});

export const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

export function twice(list: readonly string[], place: Place): Found[] {
  return list.flatMap((name, index) =>
    list.indexOf(name) < index ? [found([...place, index], 'listed_twice', { name })] : [],
  );
}

/** A condition must say `in` or `not_in`, ask a field that exists, and name choices that it has. */
export function checkCondition(raw: RawModule, condition: RawCondition | undefined, place: Place): Found[] {
  if (condition === undefined) return [];
  const asked = fieldAt(raw, condition.field);
  if (asked === undefined) return [found([...place, 'field'], 'unknown_field', { name: condition.field })];
  return [
    ...clear(condition, place),
    ...knownChoices(condition, asked, place),
    ...checkCondition(raw, condition.and, [...place, 'and']),
  ];
}

export const clear = (condition: RawCondition, place: Place): Found[] =>
  (condition.in === undefined) === (condition.not_in === undefined) ? [found(place, 'condition_unclear')] : [];

export function knownChoices(condition: Partial<RawCondition>, asked: RawField | RawPart, place: Place): Found[] {
  const values = listed(asked);
  const key = condition.in ? 'in' : 'not_in';
  return (condition[key] ?? []).flatMap((choice, index) =>
    values === undefined || values.includes(choice)
      ? []
      : [found([...place, key, index], 'unknown_choice', { choice, field: asked.id })],
  );
}

/** The choices of a field, where the form itself lists them; a tick and a yes count as `yes`. */
export function listed(field: RawField | RawPart): readonly string[] | undefined {
  if (field.type === 'yes_no') return ['yes', 'no'];
  if (field.type === 'attest') return ['yes'];
  if (!('options' in field)) return undefined;
  return typeof field.options === 'string' ? undefined : [...field.options, ...(field.also ?? [])];
}

/** The field, or the part of a group or matrix, that a dotted name means. */
function fieldAt(raw: RawModule, dotted: string): RawField | RawPart | undefined {
  const [id, ...rest] = dotted.split('.');
  const field = raw.form.fields.find((one) => one.id === id);
  if (field === undefined || rest.length === 0) return field;
  if (field.type === 'group' && rest.length === 1) return field.parts.find((part) => part.id === rest[0]);
  if (field.type !== 'matrix' || rest.length !== 2 || !field.rows.includes(rest[0] ?? '')) return undefined;
  return field.parts.find((part) => part.id === rest[1]);
}
