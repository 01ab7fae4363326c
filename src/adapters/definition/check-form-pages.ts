import { found, ids } from './references.ts';
import type { RawCondition, RawField, RawModule } from './schema.ts';
import type { Found } from './shape-mistakes.ts';

type Form = RawModule['form'];

/** Every field stands on one page, confirmations on none, and nothing depends on what is asked later. */
export function checkFormPages({ form }: RawModule): Found[] {
  const pageOf = new Map<string, number>();
  return [
    ...checkListed(form, pageOf),
    ...checkConfirmations(form),
    ...form.fields.flatMap((field, index) => checkPlace(form, field, index, pageOf)),
  ];
}

/** Notes in `pageOf` which page each field stands on. */
function checkListed(form: Form, pageOf: Map<string, number>): Found[] {
  const known = new Set(ids(form.fields));
  return form.pages.flatMap((page, pageIndex) =>
    page.fields.flatMap((name, index) => {
      const place = ['form', 'pages', pageIndex, 'fields', index];
      if (!known.has(name)) return [found(place, 'unknown_field', { name })];
      if (form.confirmations.includes(name)) return [found(place, 'confirmation_on_page', { name })];
      if (pageOf.has(name)) return [found(place, 'listed_twice', { name })];
      pageOf.set(name, pageIndex);
      return [];
    }),
  );
}

function checkConfirmations(form: Form): Found[] {
  const known = new Set(ids(form.fields));
  return form.confirmations.flatMap((name, index) =>
    known.has(name) ? [] : [found(['form', 'confirmations', index], 'unknown_field', { name })],
  );
}

function checkPlace(form: Form, field: RawField, index: number, pageOf: ReadonlyMap<string, number>): Found[] {
  if (form.confirmations.includes(field.id)) return [];
  const page = pageOf.get(field.id);
  if (page === undefined) return [found(['form', 'fields', index], 'field_on_no_page', { name: field.id })];
  const asked = field.when?.field.split('.')[0];
  if (asked === undefined) return [];
  const place = ['form', 'fields', index, 'when'];
  const itsWhen = form.fields.find(({ id }) => id === asked)?.when;
  if (itsWhen !== undefined && !isRepeated(itsWhen, field.when?.and)) {
    return [found(place, 'asked_of_conditional', { name: field.id })];
  }
  const askedOn = form.confirmations.includes(asked) ? form.pages.length : (pageOf.get(asked) ?? -1);
  return askedOn < page ? [] : [found(place, 'asked_too_late', { name: field.id })];
}

/** An answer stays when its field is not asked any more; whoever depends on it must say the same condition again. */
const isRepeated = (when: RawCondition, and: RawCondition | undefined): boolean =>
  and?.field === when.field &&
  JSON.stringify([and.in, and.not_in]) === JSON.stringify([when.in, when.not_in]) &&
  when.and === undefined;
