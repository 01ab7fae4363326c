import type { RawCondition, RawField, RawModule, RawPart } from './schema.ts';
import type { Found } from './shape-mistakes.ts';
import type { Place } from './yaml-source.ts';

/** What the service itself must be able to ask, whatever else a module wants to know. */
const neededFields = ['language', 'kind', 'contact_channel', 'contact_email', 'attribution', 'title', 'summary'];

const found = (place: Place, kind: Found['kind'], params: Found['params'] = {}): Found => ({ place, kind, params });

/** What one part of a well-shaped `module.yml` demands of another. */
export function checkModule(raw: RawModule): readonly Found[] {
  return [
    ...checkLists(raw),
    ...checkNeeded(raw),
    ...raw.form.fields.flatMap((field, index) => checkField(raw, field, ['form', 'fields', index])),
    ...checkFormPages(raw),
    ...checkRubric(raw),
    ...checkPolicy(raw),
    ...checkLayouts(raw),
  ];
}

function checkLists(raw: RawModule): Found[] {
  const { form, rubric } = raw;
  return [
    ...twice(raw.languages, ['languages']),
    ...twice(raw.interface_languages, ['interface_languages']),
    ...twice(raw.sections, ['sections']),
    ...twice(form.confirmations, ['form', 'confirmations']),
    ...twice(ids(form.fields), ['form', 'fields']),
    ...twice(ids(form.pages), ['form', 'pages']),
    ...twice(ids(rubric.gates), ['rubric', 'gates']),
    ...twice(ids(rubric.criteria), ['rubric', 'criteria']),
  ];
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

function twice(list: readonly string[], place: Place): Found[] {
  return list.flatMap((name, index) =>
    list.indexOf(name) < index ? [found([...place, index], 'listed_twice', { name })] : [],
  );
}

function checkNeeded(raw: RawModule): Found[] {
  const present = new Set(ids(raw.form.fields));
  return neededFields
    .filter((name) => !present.has(name))
    .map((name) => found(['form', 'fields'], 'needed_field_missing', { name }));
}

function checkField(raw: RawModule, field: RawField, place: Place): Found[] {
  const conditions = [
    ...checkCondition(raw, field.when, [...place, 'when']),
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
  const sibling = (condition: RawCondition | undefined, key: string): Found[] => {
    if (condition === undefined) return [];
    const asked = field.parts.find(({ id }) => id === condition.field);
    if (asked === undefined) {
      return [found([...place, key, 'field'], 'unknown_part', { part: condition.field, field: field.id })];
    }
    return [...clear(condition, [...place, key]), ...knownChoices(condition, asked, [...place, key])];
  };
  return [...checkLeaf(part, place), ...sibling(part.when, 'when'), ...sibling(part.required_when, 'required_when')];
}

/** A condition must say `in` or `not_in`, ask a field that exists, and name choices that it has. */
function checkCondition(raw: RawModule, condition: RawCondition | undefined, place: Place): Found[] {
  if (condition === undefined) return [];
  const asked = fieldAt(raw, condition.field);
  if (asked === undefined) return [found([...place, 'field'], 'unknown_field', { name: condition.field })];
  return [...clear(condition, place), ...knownChoices(condition, asked, place)];
}

const clear = (condition: RawCondition, place: Place): Found[] =>
  (condition.in === undefined) === (condition.not_in === undefined) ? [found(place, 'condition_unclear')] : [];

function knownChoices(condition: Partial<RawCondition>, asked: RawField | RawPart, place: Place): Found[] {
  const values = listed(asked);
  const key = condition.in ? 'in' : 'not_in';
  return (condition[key] ?? []).flatMap((choice, index) =>
    values === undefined || values.includes(choice)
      ? []
      : [found([...place, key, index], 'unknown_choice', { choice, field: asked.id })],
  );
}

/** The choices of a field, where the form itself lists them; a tick and a yes count as `yes`. */
function listed(field: RawField | RawPart): readonly string[] | undefined {
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

function checkFormPages(raw: RawModule): Found[] {
  const { form } = raw;
  const known = new Set(ids(form.fields));
  const confirmed = new Set(form.confirmations);
  const pageOf = new Map<string, number>();
  const onPages = form.pages.flatMap((page, pageIndex) =>
    page.fields.flatMap((name, index) => {
      const place = ['form', 'pages', pageIndex, 'fields', index];
      if (!known.has(name)) return [found(place, 'unknown_field', { name })];
      if (confirmed.has(name)) return [found(place, 'confirmation_on_page', { name })];
      if (pageOf.has(name)) return [found(place, 'listed_twice', { name })];
      pageOf.set(name, pageIndex);
      return [];
    }),
  );
  const confirmations = form.confirmations.flatMap((name, index) =>
    known.has(name) ? [] : [found(['form', 'confirmations', index], 'unknown_field', { name })],
  );
  const fields = form.fields.flatMap((field, index) => {
    if (confirmed.has(field.id)) return [];
    const page = pageOf.get(field.id);
    if (page === undefined) return [found(['form', 'fields', index], 'field_on_no_page', { name: field.id })];
    const asked = field.when?.field.split('.')[0] ?? '';
    const place = ['form', 'fields', index, 'when'];
    if (form.fields.some(({ id, when }) => id === asked && when !== undefined)) {
      return [found(place, 'asked_of_conditional', { name: field.id })];
    }
    const askedOn = pageOf.get(asked);
    return askedOn === undefined || askedOn < page ? [] : [found(place, 'asked_too_late', { name: field.id })];
  });
  return [...onPages, ...confirmations, ...fields];
}

function checkRubric(raw: RawModule): Found[] {
  const { rubric } = raw;
  const sum = rubric.criteria.reduce((total, { weight }) => total + weight, 0);
  const gates = rubric.gates.flatMap((gate, gateIndex) =>
    gate.prefill.flatMap((line, index) => {
      const place = ['rubric', 'gates', gateIndex, 'prefill', index];
      return [...checkCondition(raw, line, place), ...checkCondition(raw, line.when, [...place, 'when'])];
    }),
  );
  const evidence = rubric.suggested_evidence.flatMap((line, index) => {
    const place = ['rubric', 'suggested_evidence', index];
    const when = (line.when ?? []).flatMap((condition, at) => checkCondition(raw, condition, [...place, 'when', at]));
    return [...checkCondition(raw, line, place), ...when];
  });
  const { accept, minor, revise } = rubric.thresholds;
  return [
    ...(sum === 100 ? [] : [found(['rubric', 'criteria'], 'weights_not_100', { sum })]),
    ...(accept >= minor && minor >= revise
      ? []
      : [found(['rubric', 'thresholds'], 'limits_crossed', { name: 'thresholds' })]),
    ...(rubric.minimum_judged > rubric.criteria.length
      ? [found(['rubric', 'minimum_judged'], 'too_large', { name: 'minimum_judged', limit: rubric.criteria.length })]
      : []),
    ...gates,
    ...evidence,
  ];
}

function checkPolicy(raw: RawModule): Found[] {
  const { quorum, target, maximum_reviews: maximum, risk } = raw.policy;
  const field = raw.form.fields.find(({ id }) => id === risk.field);
  const levels = field?.type === 'matrix' ? field.parts.flatMap((part) => listed(part) ?? []) : field && listed(field);
  const choices = (['second', 'hold'] as const).flatMap((key) =>
    risk[key].flatMap((choice, index) =>
      levels === undefined || levels.includes(choice)
        ? []
        : [found(['policy', 'risk', key, index], 'unknown_choice', { choice, field: risk.field })],
    ),
  );
  return [
    ...(quorum <= target && target <= maximum ? [] : [found(['policy'], 'reviews_crossed')]),
    ...(field ? choices : [found(['policy', 'risk', 'field'], 'unknown_field', { name: risk.field })]),
  ];
}

/** Every kind has a layout, and a layout shows only what the form marks public. */
function checkLayouts(raw: RawModule): Found[] {
  const kind = raw.form.fields.find(({ id }) => id === 'kind');
  const kinds = (kind && listed(kind)) ?? [];
  const missing = kinds
    .filter((name) => !Object.hasOwn(raw.pages, name))
    .map((name) => found(['pages'], 'layout_missing', { name }));
  const layouts = Object.entries(raw.pages).flatMap(([name, sections]) => [
    ...(kinds.includes(name) ? [] : [found(['pages', name], 'layout_unknown', { name })]),
    ...twice(
      sections.map(({ heading }) => heading),
      ['pages', name],
    ),
    ...sections.flatMap((section, at) =>
      section.fields.flatMap((id, index) => checkShown(raw, id, ['pages', name, at, 'fields', index])),
    ),
  ]);
  return [...missing, ...layouts];
}

function checkShown(raw: RawModule, id: string, place: Place): Found[] {
  const field = raw.form.fields.find((one) => one.id === id);
  if (field === undefined) return [found(place, 'unknown_field', { name: id })];
  return field.visibility === 'public' ? [] : [found(place, 'not_public', { name: id })];
}
