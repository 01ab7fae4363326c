import type { FormButton, FormControl, PageForm } from './page-forms.ts';

/** What somebody types and chooses, by name: a text, several choices, or nothing (`[]`). */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The form is not what the person at it expects. */
export class FormUnfit extends Error {}

/**
 * What a browser would send: everything the form holds, with what was typed in its place, and the button pressed.
 * Typing into a field that is not there, or choosing what is not offered, throws `FormUnfit`: a person could not.
 */
export function filledForm(form: PageForm, typed: Typed, button?: string | FormButton): [string, string][] {
  for (const [name, value] of Object.entries(typed)) checkTyped(form, name, asList(value));
  const kept = form.controls.filter((control) => !(control.name in typed) && isSent(control));
  const names = new Set(form.controls.map(({ name }) => name));
  return [
    ...kept.map(({ name, value }): [string, string] => [name, value]),
    ...[...names].flatMap((name) => asList(typed[name] ?? []).map((value): [string, string] => [name, value])),
    ...pressed(form, button),
  ];
}

const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

const isSent = ({ kind, chosen }: FormControl): boolean => (kind !== 'radio' && kind !== 'checkbox') || chosen;

function checkTyped(form: PageForm, name: string, values: readonly string[]): void {
  const controls = form.controls.filter((control) => control.name === name);
  const [first] = controls;
  if (first === undefined) throw new FormUnfit(`The form ${form.action} has no field ${name}`);
  const offered = first.kind === 'select' ? first.options : controls.map(({ value }) => value);
  const free = first.kind === 'text' || first.kind === 'textarea' || first.kind === 'hidden';
  const missing = free ? undefined : values.find((value) => !offered.includes(value));
  if (missing !== undefined) throw new FormUnfit(`The field ${name} does not offer ${missing}`);
}

/** A button by its name=value, its value or its label; the first one when none is named, as the Enter key does. */
function pressed(form: PageForm, wanted: string | FormButton | undefined): [string, string][] {
  const button =
    typeof wanted !== 'string'
      ? (wanted ?? form.buttons[0])
      : form.buttons.find(
          ({ name, value, label }) => `${name ?? ''}=${value}` === wanted || value === wanted || label === wanted,
        );
  if (button === undefined && wanted !== undefined) throw new FormUnfit(`The form ${form.action} has no such button`);
  return button?.name === undefined ? [] : [[button.name, button.value]];
}
