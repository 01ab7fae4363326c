import { isAnswered } from './conditions.ts';
import type { ModuleDefinition } from './definition.ts';
import type { Answers } from './form.ts';
import { knownFields } from './known-fields.ts';
import { optionValues } from './options.ts';

/**
 * The answers, as if the first kind of contribution had been chosen where none is yet: that is the way through the
 * form that most people take, and it is shown until they choose another.
 */
export function withUsualKind(definition: ModuleDefinition, answers: Answers): Answers {
  if (isAnswered(answers[knownFields.kind])) return answers;
  const kind = definition.form.fields.find(({ id }) => id === knownFields.kind);
  const [first] = kind?.type.type === 'choice' ? optionValues(definition, kind.type.options) : [];
  return first === undefined ? answers : { ...answers, [knownFields.kind]: first };
}
