import { checkField } from './check-fields.ts';
import { checkFormPages } from './check-form-pages.ts';
import { checkLayouts } from './check-layouts.ts';
import { checkRubric } from './check-rubric.ts';
import { found, ids, listed, twice } from './references.ts';
import type { RawModule } from './schema.ts';
import type { Found } from './shape-mistakes.ts';

/** What the service itself must be able to ask, whatever else a module wants to know. */
const neededFields = ['language', 'kind', 'contact_channel', 'contact_email', 'attribution', 'title', 'summary'];

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

function checkNeeded(raw: RawModule): Found[] {
  const present = new Set(ids(raw.form.fields));
  return neededFields
    .filter((name) => !present.has(name))
    .map((name) => found(['form', 'fields'], 'needed_field_missing', { name }));
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
