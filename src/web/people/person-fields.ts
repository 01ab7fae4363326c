import type { FieldView, OptionGroupView, OptionView } from '../../../views/components/field-view.ts';
import { matchedFields } from '../../domain/assignment/interests.ts';
import { countryCodes } from '../../domain/module/countries.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { rolesGivenHere, type PersonProblem, type PersonTyped } from '../../domain/people/person-facts.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';

/** The fields of the form about a person, with what was typed and what is wrong with it. */
export function personFields(
  t: Translate,
  module: ModuleDefinition,
  typed: PersonTyped,
  problems: readonly PersonProblem[],
): FieldView[] {
  const frame = (field: keyof PersonTyped, mark: 'required' | 'optional') => ({
    id: field,
    name: field,
    label: t(`people.${field}`),
    hint: field in hints ? t(hints[field as keyof typeof hints]) : undefined,
    mark,
    error: errorOf(t, field, problems),
  });
  return [
    { ...frame('name', 'required'), kind: 'text', input: 'text', value: typed.name, maxLength: 120 },
    { ...frame('email', 'required'), kind: 'text', input: 'email', value: typed.email },
    { ...frame('roles', 'required'), kind: 'checkboxes', options: roleOptions(t, typed) },
    { ...frame('organisation', 'optional'), kind: 'text', input: 'text', value: typed.organisation, maxLength: 160 },
    { ...frame('country', 'optional'), kind: 'select', options: countryOptions(t, typed.country) },
    { ...frame('languages', 'optional'), kind: 'checkboxes', options: languageOptions(t, module, typed) },
    { ...frame('topics', 'optional'), kind: 'checkboxes', options: [], groups: topicGroups(t, module, typed) },
  ];
}

const hints = {
  email: 'people.email_hint',
  organisation: 'people.organisation_hint',
  languages: 'people.languages_hint',
  topics: 'people.topics_hint',
} as const satisfies Partial<Record<keyof PersonTyped, MessageKey>>;

/** The mistakes for the list above the form. */
export const personErrors = (t: Translate, problems: readonly PersonProblem[]) =>
  problems.map(({ field }) => ({ field, message: errorOf(t, field, problems) ?? '' }));

function errorOf(t: Translate, field: keyof PersonTyped, problems: readonly PersonProblem[]): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  if (found === undefined) return undefined;
  if (field === 'email' && found.problem === 'invalid') return t('people.problem_email');
  return t(`people.problem_${found.problem}`);
}

const roleOptions = (t: Translate, typed: PersonTyped): OptionView[] =>
  rolesGivenHere.map((role) => ({
    value: role,
    label: t(`people.role_${role}`),
    hint: t(`people.role_${role === 'curator' ? 'curator' : 'reviewer'}_help`),
    chosen: typed.roles.includes(role),
  }));

function countryOptions(t: Translate, chosen: string): OptionView[] {
  const names = countryCodes.map((code) => ({ value: code, label: t.country(code), chosen: code === chosen }));
  return names.sort((a, b) => a.label.localeCompare(b.label, t.lang));
}

const languageOptions = (t: Translate, module: ModuleDefinition, typed: PersonTyped): OptionView[] =>
  module.languages.map((code) => ({ value: code, label: t.language(code), chosen: typed.languages.includes(code) }));

const topicGroups = (t: Translate, module: ModuleDefinition, typed: PersonTyped): OptionGroupView[] =>
  matchedFields(module).map(({ field, codes }) => ({
    label: phraseOf(module, t.lang, `fields.${field}.label`),
    options: codes.map((code) => ({
      value: code,
      label: phraseOf(module, t.lang, `fields.${field}.options.${code}`),
      chosen: typed.topics.includes(code),
    })),
  }));
