import type { AnswerValue, Condition, Field, SubField } from './form.ts';

/** What a condition may ask: a whole set of answers, or the parts of one group, entry or row. */
export type Asked = Readonly<Record<string, AnswerValue | undefined>>;

/**
 * Whether a condition holds. Yes and no count as `yes` and `no`, a tick as `yes`; of several choices one is enough
 * for `in`, and none may be in `notIn`. Without an answer nothing holds.
 */
export function holds(condition: Condition, answers: Asked): boolean {
  const value = answerAt(answers, condition.field);
  if (!isAnswered(value)) return false;
  if (condition.and !== undefined && !holds(condition.and, answers)) return false;
  const said = choicesIn(value);
  return 'in' in condition
    ? said.some((choice) => condition.in.includes(choice))
    : !said.some((choice) => condition.notIn.includes(choice));
}

/** A field or part without a condition is always asked. */
export function isAsked(field: Pick<Field | SubField, 'when'>, answers: Asked): boolean {
  return field.when === undefined || holds(field.when, answers);
}

/** The answer that a dotted name means, or undefined; never reaches into what an object inherits. */
export function answerAt(answers: Asked, dotted: string): AnswerValue | undefined {
  // Most names have no parts, and a page asks for hundreds.
  if (!dotted.includes('.')) return isRecord(answers) && Object.hasOwn(answers, dotted) ? answers[dotted] : undefined;
  let value: unknown = answers;
  for (const step of dotted.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value as AnswerValue | undefined;
}

/** Whether somebody has answered: blank space, an empty list and a group without a filled part are no answers. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object') return true;
  return Object.values(value).some((inner) => isAnswered(inner));
}

/** A group's parts; not a list, not a single answer. */
export const isRecord = (value: unknown): value is Readonly<Record<string, AnswerValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function choicesIn(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
