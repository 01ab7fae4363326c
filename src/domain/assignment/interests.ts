import type { ModuleDefinition } from '../module/definition.ts';
import type { AnswerValue, Answers } from '../module/form.ts';
import { regionOf } from '../safety/regions.ts';
import type { Interests } from './affinity.ts';

/** The fields of the form by which reviewers are matched; a module without them matches by less. */
const TOPICS = 'approach';
const KINDS = 'institutions';

/** What a practice asks of its reviewers. */
export const interestsOfAnswers = (answers: Answers, language: string): Interests => ({
  topics: listIn(answers[TOPICS]),
  kinds: listIn(answers[KINDS]),
  languages: language === '' ? [] : [language],
  regions: [...new Set(listIn(answers['countries']).flatMap((code) => regionOf(code) ?? []))],
});

export interface KnownPerson {
  readonly country: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
}

/** What a reviewer brings. Their topics are codes of both fields together. */
export function interestsOfPerson(definition: ModuleDefinition, person: KnownPerson): Interests {
  const of = (field: string): string[] => {
    const codes = codesOf(definition, field);
    return person.topics.filter((topic) => codes.includes(topic));
  };
  const region = person.country === '' ? undefined : regionOf(person.country);
  return {
    topics: of(TOPICS),
    kinds: of(KINDS),
    languages: person.languages,
    regions: region === undefined ? [] : [region],
  };
}

/** Codes by which reviewers are matched, field by field. */
export const matchedFields = (
  definition: ModuleDefinition,
): { readonly field: string; readonly codes: readonly string[] }[] =>
  [TOPICS, KINDS]
    .map((field) => ({ field, codes: codesOf(definition, field) }))
    .filter(({ codes }) => codes.length > 0);

function codesOf(definition: ModuleDefinition, field: string): readonly string[] {
  const type = definition.form.fields.find(({ id }) => id === field)?.type;
  return type?.type === 'multi' && type.options.kind === 'listed' ? type.options.values : [];
}

const listIn = (value: AnswerValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
