import fc from 'fast-check';
import { cleanLine, cleanText } from '../../../src/domain/module/clean-text.ts';
import type { ModuleDefinition } from '../../../src/domain/module/definition.ts';
import type { AnswerRecord, AnswerValue, Answers, Field, LeafType, SubField } from '../../../src/domain/module/form.ts';
import { hostileText } from '../../domain/publication/hostile-text.ts';

/** An endless supply of texts that some reader takes for signs. The same for the same seed. */
export function hostileTexts(seed: number): () => string {
  const pool = fc.sample(hostileText, { seed, numRuns: 2_000 });
  let next = 0;
  return () => pool[next++ % pool.length] ?? '';
}

/** A practice whose every text is another one, and which the form takes all the same. */
export function hostileAnswers(definition: ModuleDefinition, answers: Answers, draw: () => string): Answers {
  const fields = new Map(definition.form.fields.map((field) => [field.id, field]));
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      const field = fields.get(id);
      return [id, field === undefined ? value : hostileField(field, value, draw)];
    }),
  );
}

function hostileField({ type }: Field, value: AnswerValue, draw: () => string): AnswerValue {
  const record = (parts: readonly SubField[], one: AnswerValue): AnswerValue =>
    isRecord(one) ? hostileParts(parts, one, draw) : one;
  switch (type.type) {
    case 'group':
      return record(type.fields, value);
    case 'repeat':
      return Array.isArray(value)
        ? value.map((entry: AnswerValue) => record(type.fields, entry) as AnswerRecord)
        : value;
    case 'matrix':
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([row, one]) => [row, record(type.fields, one)]))
        : value;
    default:
      return hostileLeaf(type, value, draw);
  }
}

const isRecord = (value: AnswerValue): value is AnswerRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hostileParts(parts: readonly SubField[], record: AnswerRecord, draw: () => string): AnswerRecord {
  const types = new Map(parts.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    Object.entries(record).map(([id, value]) => {
      const type = types.get(id);
      return [id, type === undefined ? value : hostileLeaf(type, value, draw)];
    }),
  );
}

function hostileLeaf(type: LeafType, value: AnswerValue, draw: () => string): AnswerValue {
  if (typeof value !== 'string' || value === '') return value;
  if (type.type === 'text') return ofLength(draw(), type.minCharacters, type.maxCharacters);
  return type.type === 'textarea' ? ofWords(draw, type.minWords, type.maxWords) : value;
}

/** As many characters as the field wants. */
function ofLength(text: string, min: number, max: number): string {
  const cut = [...withoutMarks(cleanLine(text).trim())].slice(0, max).join('').trim();
  return [...cut].length < Math.max(min, 1) ? 'x'.repeat(Math.max(min, 1)) : cut;
}

/** As many words as the field wants, with the breaks between them as they were drawn. */
function ofWords(draw: () => string, min: number, max: number): string {
  const most = Math.min(max, Math.max(min + 5, 60));
  let text = '';
  while (text.split(/\s+/u).filter(Boolean).length < min + 10) text += ` ${draw()} word\n`;
  const pieces = cleanText(text).trim().split(/(\s+)/u);
  return withoutMarks(
    pieces
      .slice(0, most * 2 - 1)
      .map((piece) => [...piece].slice(0, 40).join(''))
      .join(''),
  );
}

/** The form takes no pile of marks. */
const withoutMarks = (text: string): string => text.normalize('NFC').replace(/\p{M}{3,}/gu, '');
