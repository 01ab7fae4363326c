import { checkCondition, clear, found, ids, knownChoices, listed, twice } from './references.ts';
import type { RawCondition, RawField, RawModule, RawPart } from './schema.ts';
import type { Found } from './shape-mistakes.ts';
import type { Place } from './yaml-source.ts';

export function checkField(raw: RawModule, field: RawField, place: Place): Found[] {
  const conditions = [
    ...checkCondition(raw, field.when, [...place, 'when']),
    ...checkCondition(raw, field.optional_when, [...place, 'optional_when']),
    ...checkCondition(raw, field.reviewers_when, [...place, 'reviewers_when']),
    ...checkCondition(raw, field.public_when, [...place, 'public_when']),
  ];
  if ('parts' in field) return [...conditions, ...checkParts(field, place)];
  return [...conditions, ...checkLeaf(field, place), ...checkRefuses(field, place)];
}

function checkLeaf(leaf: RawField | RawPart, place: Place): Found[] {
  if ('options' in leaf && typeof leaf.options !== 'string') {
    const values = [...leaf.options, ...(leaf.also ?? [])];
    if (values.length === 0) return [found([...place, 'options'], 'nothing_to_choose', { name: leaf.id })];
    return twice(values, [...place, 'options']);
  }
  const crossed =
    (leaf.type === 'text' && leaf.min_characters > leaf.max_characters) ||
    (leaf.type === 'textarea' && leaf.min_words > leaf.max_words);
  return crossed ? [found(place, 'limits_crossed', { name: leaf.id })] : [];
}

function checkRefuses(field: RawField, place: Place): Found[] {
  const values = listed(field);
  return (field.refuses ?? []).flatMap((choice, index) =>
    values?.includes(choice) === true
      ? []
      : [found([...place, 'refuses', index], 'unknown_choice', { choice, field: field.id })],
  );
}

function checkParts(field: Extract<RawField, { parts: unknown }>, place: Place): Found[] {
  const known = ids(field.parts);
  const ordered = field.type === 'group' ? (field.ordered ?? []) : [];
  return [
    ...twice(known, [...place, 'parts']),
    ...(field.type === 'matrix' ? twice(field.rows, [...place, 'rows']) : []),
    ...ordered.flatMap((part, index) =>
      known.includes(part) ? [] : [found([...place, 'ordered', index], 'unknown_part', { part, field: field.id })],
    ),
    ...field.parts.flatMap((part, index) => checkPart(field, part, [...place, 'parts', index])),
  ];
}

function checkPart(field: Extract<RawField, { parts: unknown }>, part: RawPart, place: Place): Found[] {
  const sibling = (condition: RawCondition | undefined, at: Place): Found[] => {
    if (condition === undefined) return [];
    const asked = field.parts.find(({ id }) => id === condition.field);
    if (asked === undefined) {
      return [found([...at, 'field'], 'unknown_part', { part: condition.field, field: field.id })];
    }
    return [...clear(condition, at), ...knownChoices(condition, asked, at), ...sibling(condition.and, [...at, 'and'])];
  };
  return [
    ...checkLeaf(part, place),
    ...sibling(part.when, [...place, 'when']),
    ...sibling(part.required_when, [...place, 'required_when']),
  ];
}
