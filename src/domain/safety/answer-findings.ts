import { isAsked } from '../module/conditions.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import { fieldNamed } from '../module/field-names.ts';
import type { Answers } from '../module/form.ts';
import { knownFields } from '../module/known-fields.ts';
import { flattenAnswers } from '../module/read-answers.ts';
import { identifiersShown } from './seen-texts.ts';
import type { IdentifierType } from './identifiers/finding.ts';

/** Something in an answer that may identify a person. `field` is the dotted name of the answer. */
export interface AnswerFinding {
  readonly field: string;
  readonly type: IdentifierType;
  readonly excerpt: string;
}

/** What people wrote into answers that reviewers or the public may read, by dotted name. Addresses of sources are none. */
export function writtenForReaders(definition: ModuleDefinition, answers: Answers): [field: string, text: string][] {
  return definition.form.fields
    .filter(({ visibility }) => visibility === 'public' || visibility === 'reviewers')
    .filter((field) => isAsked(field, answers))
    .flatMap((field) => flattenAnswers(field, answers[field.id]))
    .filter(([name]) => isProse(definition, name));
}

function isProse(definition: ModuleDefinition, name: string): boolean {
  const found = fieldNamed(definition, name);
  const type = (found?.part ?? found?.field)?.type.type;
  return type === 'text' || type === 'textarea';
}

/** The name to print, and who wrote a source: both are meant to be read. */
export const isNamedOnPurpose = (field: string): boolean =>
  field === knownFields.publicName || field.endsWith('.author');

/** What the identifier check finds there. The name to print is a name on purpose. */
export function findingsIn(definition: ModuleDefinition, answers: Answers): AnswerFinding[] {
  const chosen = answers[knownFields.countries];
  const countries = Array.isArray(chosen)
    ? chosen.filter((code): code is string => /^[A-Z]{2}$/.test(String(code)))
    : [];
  return writtenForReaders(definition, answers).flatMap(([field, text]) =>
    identifiersShown(text, countries)
      .filter(({ type }) => type !== 'person_name' || !isNamedOnPurpose(field))
      .map(({ type, excerpt }) => ({ field, type, excerpt })),
  );
}
