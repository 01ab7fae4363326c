import { answerAt, holds, isAnswered, isAsked, isRecord } from './conditions.ts';
import type { Asked } from './conditions.ts';
import type { ModuleDefinition } from './definition.ts';
import type { AnswerValue, Answers, Field, FieldType, FormPage, LeafType, SubField } from './form.ts';
import { leafProblem } from './leaf-problem.ts';
import type { LeafContext, Problem } from './leaf-problem.ts';

/** One thing to mend. `field` is the name in the form: `risk_people.survivors.level`, `outcomes.0.before`. */
export type AnswerProblem = Problem & { readonly field: string };

/** Saving a page of a draft, where only what was typed is checked; sending; opening the first round of review. */
export type Stage = 'draft_page' | 'send' | 'review';

/**
 * Everything that is wrong with the answers at this stage, in the order of the form. Fields that are not asked, and
 * answers that no field describes, are passed over.
 * @param now ISO instant; a month that must lie in the past may not be later than this one
 */
export function validateAnswers(
  definition: ModuleDefinition,
  answers: Answers,
  stage: Stage,
  now: string,
): AnswerProblem[] {
  return definition.form.fields
    .filter((field) => isAsked(field, answers))
    .flatMap((field) => {
      const check: Check = { definition, now, begun: stage !== 'draft_page', must: mustAnswer(field, stage, answers) };
      return fieldProblems(check, field, answerAt(answers, field.id));
    });
}

/** The problems that the fields of one page have. */
export function problemsOnPage(problems: readonly AnswerProblem[], page: FormPage): AnswerProblem[] {
  return problems.filter(({ field }) => page.fields.some((id) => field === id || field.startsWith(`${id}.`)));
}

/** Whether the field must have an answer at this stage, if it is asked of somebody with these answers. */
export function mustAnswer(field: Field, stage: Stage, answers: Asked): boolean {
  if (stage === 'draft_page') return false;
  if (field.optionalWhen !== undefined && holds(field.optionalWhen, answers)) return false;
  return field.required === 'to_send' || (stage === 'review' && field.required === 'before_review');
}

interface Check extends LeafContext {
  /** The field must be answered. */
  readonly must: boolean;
  /** Whoever has begun a group, an entry or a row must finish it. */
  readonly begun: boolean;
}

function fieldProblems(check: Check, { id, type, refuses }: Field, value: AnswerValue | undefined): AnswerProblem[] {
  switch (type.type) {
    case 'group':
      return groupProblems(check, id, type, isRecord(value) ? value : {});
    case 'repeat':
      return repeatProblems(check, id, type, Array.isArray(value) ? value : []);
    case 'matrix':
      return type.rows.flatMap((row) => {
        const parts = isRecord(value) ? answerAt(value, row) : undefined;
        return partProblems(check, `${id}.${row}`, type.fields, isRecord(parts) ? parts : {});
      });
    default:
      return oneProblem(check, id, type, value, refuses);
  }
}

function oneProblem(
  check: Check,
  field: string,
  type: LeafType,
  value: AnswerValue | undefined,
  refuses: readonly string[] = [],
): AnswerProblem[] {
  if (value === undefined || !isAnswered(value) || (type.type === 'attest' && value === false)) {
    if (!check.must) return [];
    return [{ field, problem: type.type === 'attest' ? 'must_be_ticked' : 'required' }];
  }
  const problem = leafProblem(check, type, value, refuses);
  return problem ? [{ field, ...problem }] : [];
}

function partProblems(check: Check, name: string, fields: readonly SubField[], parts: Asked): AnswerProblem[] {
  const whole = check.must || (check.begun && isAnswered(parts as AnswerValue));
  return fields
    .filter((part) => isAsked(part, parts))
    .flatMap((part) => {
      const required = part.required || (part.requiredWhen !== undefined && holds(part.requiredWhen, parts));
      return oneProblem(
        { ...check, must: whole && required },
        `${name}.${part.id}`,
        part.type,
        answerAt(parts, part.id),
      );
    });
}

function groupProblems(
  check: Check,
  name: string,
  type: Extract<FieldType, { type: 'group' }>,
  parts: Asked,
): AnswerProblem[] {
  if (check.must && !isAnswered(parts as AnswerValue) && !type.fields.some(({ required }) => required)) {
    return [{ field: name, problem: 'required' }];
  }
  const problems = partProblems(check, name, type.fields, parts);
  const [first, second] = type.ordered ?? [];
  if (first === undefined || second === undefined || problems.length > 0) return problems;
  return isLater(answerAt(parts, first), answerAt(parts, second))
    ? [{ field: `${name}.${second}`, problem: 'order' }]
    : [];
}

/** Numbers by size, months by what both say: 2016-05 is not later than 2016. Nothing is later than no answer. */
function isLater(first: AnswerValue | undefined, second: AnswerValue | undefined): boolean {
  const [a, b] = [typed(first), typed(second)];
  if (a === '' || b === '') return false;
  if (a.includes('-') || b.includes('-')) {
    const common = Math.min(a.length, b.length);
    return a.slice(0, common) > b.slice(0, common);
  }
  return Number(a) > Number(b);
}

const typed = (value: AnswerValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function repeatProblems(
  check: Check,
  name: string,
  type: Extract<FieldType, { type: 'repeat' }>,
  entries: readonly AnswerValue[],
): AnswerProblem[] {
  const filled = entries.filter((entry) => isAnswered(entry));
  if (filled.length === 0) return check.must ? [{ field: name, problem: 'required' }] : [];
  const tooMany: AnswerProblem[] =
    filled.length > type.max
      ? [{ field: name, problem: 'too_many_entries', params: { max: type.max, count: filled.length } }]
      : [];
  const inside = entries.flatMap((entry, index) =>
    partProblems({ ...check, must: false }, `${name}.${String(index)}`, type.fields, isRecord(entry) ? entry : {}),
  );
  return [...tooMany, ...inside];
}
