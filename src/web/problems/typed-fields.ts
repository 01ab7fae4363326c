import type { TypedField } from './render-problem.ts';

/** What a person had typed into a form, so that no answer to a form ever loses it. */
export function typedFields(body: Readonly<Record<string, unknown>>): TypedField[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === 'csrf') return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string').map((text) => ({ name, text }));
  });
}
