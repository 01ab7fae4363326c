import type { AnswerValue, Answers } from '../module/form.ts';
import { cleanLine } from './clean-text.ts';
import type { PageInput } from './page-input.ts';
import type { Facts, FactValue } from './yaml-text.ts';

/** From this number of reviews on a median no longer gives away what one person scored. */
export const REVIEWS_FOR_MEDIANS = 3;
const MONTHS_UNTIL_CHECK = 18;

/** The facts of a page that need no language. */
export function pageMeta(input: PageInput): Facts {
  const { answers, review } = input;
  return {
    id: input.publicId,
    kind: input.kind,
    status: input.status,
    sections: [...input.sections],
    countries: listOf(answers, 'countries'),
    institutions: listOf(answers, 'institutions'),
    approaches: listOf(answers, 'approach'),
    period: periodOf(answers['period']),
    evidence: { level: input.evidence, outcomes: outcomesOf(answers['outcomes']) },
    review: {
      rubric: review.rubric,
      version: review.version,
      reviews: review.reviews,
      medians: review.reviews >= REVIEWS_FOR_MEDIANS ? { ...review.medians } : {},
      decided_on: review.decidedOn,
    },
    attribution: { mode: input.attribution.mode, text: cleanLine(input.attribution.text) },
    licence: input.licence,
    consent: { publication: true, images: 'none', version: input.consentVersion },
    languages: languagesOf(input),
    added_on: input.addedOn,
    reviewed_on: review.decidedOn,
    next_check_on: monthsAfter(later(input.addedOn, review.decidedOn), MONTHS_UNTIL_CHECK),
    supersedes: input.supersedes ?? null,
  };
}

/** Days as text come in the order of time. */
const later = (a: string, b: string): string => (a < b ? b : a);

/** A page in another language does not know of the change yet. */
function languagesOf({ language, change }: PageInput): Facts {
  const behind = (change?.behind ?? []).map((code) => [code, { state: 'outdated' }] as const);
  return { [language]: { state: 'original' }, ...Object.fromEntries(behind) };
}

function listOf(answers: Answers, field: string): readonly string[] {
  const value = answers[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function periodOf(value: AnswerValue | undefined): Facts {
  return { from: partOf(value, 'from'), to: partOf(value, 'to') };
}

function outcomesOf(value: AnswerValue | undefined): readonly Facts[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: AnswerValue) => ({
    outcome: partOf(entry, 'outcome'),
    direction: partOf(entry, 'direction'),
  }));
}

function partOf(value: AnswerValue | undefined, part: string): FactValue {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const found = (value as Readonly<Record<string, AnswerValue>>)[part];
  return typeof found === 'string' ? cleanLine(found) : null;
}

/** The first of the month that many months after a day; a reminder needs no exact day. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
