import type { ModuleDefinition } from './definition.ts';
import type { AnswerValue, LeafType } from './form.ts';
import { optionValues } from './options.ts';

/** What can be wrong with one answer. `min`, `max` count words or code points. */
export type Problem =
  | { readonly problem: 'required' }
  | { readonly problem: 'must_be_ticked' }
  | { readonly problem: 'one_answer_only' }
  | { readonly problem: 'too_few_words'; readonly params: { readonly min: number; readonly count: number } }
  | { readonly problem: 'too_many_words'; readonly params: { readonly max: number; readonly count: number } }
  | { readonly problem: 'too_short'; readonly params: { readonly min: number; readonly count: number } }
  | { readonly problem: 'too_long'; readonly params: { readonly max: number; readonly count: number } }
  | { readonly problem: 'too_many_marks' }
  /** Told once, when it arrives: of what was saved nobody can tell any more. */
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'not_an_option' }
  | { readonly problem: 'refused_value' }
  | { readonly problem: 'not_an_email' }
  | { readonly problem: 'not_a_url' }
  | { readonly problem: 'not_a_month' }
  | { readonly problem: 'not_a_date' }
  | { readonly problem: 'not_a_number' }
  | { readonly problem: 'not_yet' }
  | { readonly problem: 'order' }
  /** The page that is to be updated is not online, or there is none of this number. */
  | { readonly problem: 'not_published' }
  | { readonly problem: 'too_many_entries'; readonly params: { readonly max: number; readonly count: number } };
export type ProblemKind = Problem['problem'];

export interface LeafContext {
  readonly definition: ModuleDefinition;
  /** ISO instant. */
  readonly now: string;
}

/** Code points for one word at most, on average: stops a book without a space. */
const CHARACTERS_PER_WORD = 20;
const LONGEST_ADDRESS = 2000;
const LONGEST_EMAIL = 254;
/** Nine marks on one letter are no writing system, but a way to break a page. */
const TOO_MANY_MARKS = /\p{M}{9}/u;
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_{}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d{1,15}(?:\.\d{1,6})?$/;

/** The first thing wrong with an answer that is there; undefined when it is good. */
export function leafProblem(
  context: LeafContext,
  type: LeafType,
  value: AnswerValue,
  refuses: readonly string[],
): Problem | undefined {
  if (type.type === 'multi') return optionProblem(context, type, asList(value), refuses);
  if (typeof value === 'object') return { problem: 'one_answer_only' };
  if (type.type === 'yes_no') return typeof value === 'boolean' ? undefined : { problem: 'not_an_option' };
  if (type.type === 'attest') return value === true ? undefined : { problem: 'must_be_ticked' };
  const text = String(value).normalize('NFC').trim();
  return type.type === 'choice' ? optionProblem(context, type, [text], refuses) : textProblem(context, type, text);
}

const asList = (value: AnswerValue): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function optionProblem(
  context: LeafContext,
  type: Extract<LeafType, { type: 'choice' | 'multi' }>,
  chosen: readonly unknown[],
  refuses: readonly string[],
): Problem | undefined {
  const known: ReadonlySet<unknown> = optionValues(context.definition, type.options);
  if (!chosen.every((one) => known.has(one))) return { problem: 'not_an_option' };
  return chosen.some((one) => refuses.some((refused) => refused === one)) ? { problem: 'refused_value' } : undefined;
}

type Typed = Exclude<LeafType, { type: 'choice' | 'multi' | 'yes_no' | 'attest' }>;

function textProblem(context: LeafContext, type: Typed, text: string): Problem | undefined {
  switch (type.type) {
    case 'text':
      return lengthProblem(text, type.minCharacters, type.maxCharacters) ?? marksProblem(text);
    case 'textarea':
      return (
        lengthProblem(text, 0, type.maxWords * CHARACTERS_PER_WORD) ?? wordsProblem(text, type) ?? marksProblem(text)
      );
    case 'email':
      return lengthProblem(text, 0, LONGEST_EMAIL) ?? unless(EMAIL.test(text), 'not_an_email');
    case 'url':
      return lengthProblem(text, 0, LONGEST_ADDRESS) ?? unless(isWebAddress(text), 'not_a_url');
    case 'number':
      return unless(
        NUMBER.test(text) || (type.roundTo !== undefined && text === `<${String(type.roundTo)}`),
        'not_a_number',
      );
    case 'month':
      return (
        unless(MONTH.test(text), 'not_a_month') ?? unless(type.past !== true || hasBegun(text, context.now), 'not_yet')
      );
    case 'date':
      return unless(isDate(text), 'not_a_date');
  }
}

type Plain = Exclude<Problem, { params: unknown }>['problem'];
const unless = (good: boolean, problem: Plain): Problem | undefined => (good ? undefined : { problem });

function lengthProblem(text: string, min: number, max: number): Problem | undefined {
  // No text has more signs than units; the signs of a long one are counted only where that decides.
  if (min === 0 && text.length <= max) return undefined;
  const count = [...text].length;
  if (count < min) return { problem: 'too_short', params: { min, count } };
  return count > max ? { problem: 'too_long', params: { max, count } } : undefined;
}

function wordsProblem(text: string, limits: { minWords: number; maxWords: number }): Problem | undefined {
  const count = countWords(text);
  if (count < limits.minWords) return { problem: 'too_few_words', params: { min: limits.minWords, count } };
  return count > limits.maxWords ? { problem: 'too_many_words', params: { max: limits.maxWords, count } } : undefined;
}

/** Words as white space parts them, after NFC. */
export function countWords(text: string): number {
  return text.normalize('NFC').split(/\s+/u).filter(Boolean).length;
}

const marksProblem = (text: string): Problem | undefined => unless(!TOO_MANY_MARKS.test(text), 'too_many_marks');

/** Only http and https, with a host, without a name and password in it. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/]/i.test(text) || /\s/u.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** A day of the calendar: 31 February is none. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Compares what both say: 2026 has begun in 2026-11, 2026-12 has not. */
const hasBegun = (month: string, now: string): boolean => month <= now.slice(0, month.length);
