import { cleanLine, cleanText, westernDigits } from './clean-text.ts';
import { isAnswered } from './conditions.ts';
import type { AnswerRecord, AnswerValue, Answers, Field, LeafType, SubField } from './form.ts';

/** Entries of a repeated field that are read at all; more than a form allows, so that "too many" can be said. */
const MOST_ENTRIES = 100;
/** Choices that are read for one field; no list of the world is longer. */
const MOST_CHOICES = 400;

type Body = Readonly<Record<string, unknown>>;

/**
 * The answers that a posted form holds for these fields, by their dotted names, exactly as typed but for characters
 * that no text may have. Names that the fields do not have are dropped. An answer that was not posted is left out,
 * so that merging keeps what was saved before; only ticks and lists, which browsers leave out when empty, become
 * `false` and `[]`. Where one answer is expected and several came, all are kept for `validateAnswers` to refuse.
 */
export function readAnswers(fields: readonly Field[], body: Body): Answers {
  return collect(fields.map((field) => [field.id, readField(field, body)]));
}

/** The record of what is there; safe for any name, since an own property is defined and never assigned. */
function collect(pairs: readonly (readonly [string, AnswerValue | undefined])[]): AnswerRecord {
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, AnswerValue] => pair[1] !== undefined));
}

function readField({ id, type }: Field, body: Body): AnswerValue | undefined {
  switch (type.type) {
    case 'group':
      return readParts(type.fields, id, body);
    case 'repeat':
      return entryNumbers(id, body)
        .map((index) => readParts(type.fields, `${id}.${index}`, body))
        .filter((entry) => isAnswered(entry));
    case 'matrix':
      return collect(type.rows.map((row) => [row, readParts(type.fields, `${id}.${row}`, body)]));
    default:
      return readLeaf(type, posted(body, id));
  }
}

const readParts = (parts: readonly SubField[], prefix: string, body: Body): AnswerRecord =>
  collect(parts.map(({ id, type }) => [id, readLeaf(type, posted(body, `${prefix}.${id}`))]));

/** The numbers that entries of a repeated field were posted under, in their order. */
function entryNumbers(id: string, body: Body): string[] {
  const numbers = Object.keys(body)
    .filter((name) => name.startsWith(`${id}.`))
    .flatMap((name) => /^\d{1,3}(?=\.)/.exec(name.slice(id.length + 1)) ?? []);
  return [...new Set(numbers)].sort((a, b) => Number(a) - Number(b)).slice(0, MOST_ENTRIES);
}

/** Everything that was posted under one name, as texts. */
function posted(body: Body, name: string): readonly string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string').slice(0, MOST_CHOICES);
}

function readLeaf(type: LeafType, values: readonly string[]): AnswerValue | undefined {
  const cleaned = values.map((value) => clean(type, value));
  if (type.type === 'multi') return [...new Set(cleaned.filter((value) => value !== ''))];
  if (type.type === 'attest') return cleaned.includes('yes') || cleaned.includes('on');
  if (cleaned.length > 1) return cleaned;
  const [only] = cleaned;
  if (type.type === 'yes_no' && (only === 'yes' || only === 'no')) return only === 'yes';
  return only;
}

function clean(type: LeafType, value: string): string {
  switch (type.type) {
    case 'textarea':
      return cleanText(value);
    case 'number':
    case 'month':
    case 'date':
      return westernDigits(cleanLine(value)).trim();
    default:
      return cleanLine(value).trim();
  }
}

/**
 * The names and values with which a form holds an answer: the inverse of `readAnswers`. A list gives its name once
 * for each entry, a tick that is not set gives nothing.
 */
export function flattenAnswers(field: Field, value: AnswerValue | undefined): [name: string, value: string][] {
  const { id, type } = field;
  const parts = (prefix: string, subFields: readonly SubField[], record: AnswerValue | undefined) =>
    subFields.flatMap((part) => flattenLeaf(`${prefix}.${part.id}`, part.type, partOf(record, part.id)));
  switch (type.type) {
    case 'group':
      return parts(id, type.fields, value);
    case 'repeat':
      return (Array.isArray(value) ? value : []).flatMap((entry: AnswerValue, index: number) =>
        parts(`${id}.${String(index)}`, type.fields, entry),
      );
    case 'matrix':
      return type.rows.flatMap((row) => parts(`${id}.${row}`, type.fields, partOf(value, row)));
    default:
      return flattenLeaf(id, type, value);
  }
}

function partOf(record: AnswerValue | undefined, id: string): AnswerValue | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  return Object.hasOwn(record, id) ? (record as AnswerRecord)[id] : undefined;
}

function flattenLeaf(name: string, type: LeafType, value: AnswerValue | undefined): [string, string][] {
  if (type.type === 'attest') return value === true ? [[name, 'yes']] : [];
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
  if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === 'string').map((one) => [name, one]);
}
