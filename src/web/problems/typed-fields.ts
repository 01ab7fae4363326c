/** Something that was posted under a name. */
export interface TypedField {
  readonly name: string;
  readonly text: string;
}

/** Names of what a form says about itself. */
const ours = new Set(['csrf', 'asked', 'seen', 'go', 'add', 'form_id', 'of', 'number', 'page_hash', 'code']);
/** Shorter ones are choices. */
const SHORTEST = 12;
/** So are those of one word without anything but what ids and codes are made of. */
const CODE = /^[\w-]*$/u;

/** Whether a person wrote it, and did not only choose. */
export const isWritten = ({ name, text }: TypedField): boolean =>
  !ours.has(name) && text.trim().length >= SHORTEST && !CODE.test(text);

/** What a person had typed into a form, so that no answer to a form ever loses it. */
export function typedFields(body: Readonly<Record<string, unknown>>): TypedField[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === 'csrf') return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string').map((text) => ({ name, text }));
  });
}
