import { found, listed, twice } from './references.ts';
import type { RawModule } from './schema.ts';
import type { Found } from './shape-mistakes.ts';
import type { Place } from './yaml-source.ts';

/** Every kind has a layout, and a layout shows only what the form marks public. */
export function checkLayouts(raw: RawModule): Found[] {
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
