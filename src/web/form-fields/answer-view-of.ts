import type { AnswerView, NamedAnswer } from '../../../views/components/answer-value.tsx';
import { answerAt, isAnswered, isRecord } from '../../domain/module/conditions.ts';
import type { AnswerValue, Answers, Field, LeafType, SubField } from '../../domain/module/form.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import { choiceText, textOf, type FormWords } from './field-texts.ts';

/** An answer ready to be read; undefined when there is none. Hand in only what the reader may see. */
export function answerViewOf(words: FormWords, { id, type }: Field, answers: Answers): AnswerView | undefined {
  const value = answerAt(answers, id);
  if (!isAnswered(value)) return undefined;
  const reading: Reading = { words, lang: languageOf(answers) };
  const prefix = `fields.${id}`;
  switch (type.type) {
    case 'group':
      return { kind: 'parts', parts: partAnswers(reading, prefix, type.fields, value) };
    case 'repeat':
      return {
        kind: 'entries',
        entries: (Array.isArray(value) ? value : []).map((entry: AnswerValue) => ({
          parts: partAnswers(reading, prefix, type.fields, entry),
        })),
      };
    case 'matrix':
      return {
        kind: 'entries',
        entries: type.rows.map((row) => ({
          label: textOf(words, `${prefix}.rows.${row}`),
          parts: partAnswers(reading, prefix, type.fields, isRecord(value) ? answerAt(value, row) : undefined),
        })),
      };
    default:
      return leafAnswer(reading, prefix, type, value);
  }
}

interface Reading {
  readonly words: FormWords;
  readonly lang: string | undefined;
}

function languageOf(answers: Answers): string | undefined {
  const language = answers[knownFields.language];
  return typeof language === 'string' && /^[\w-]{2,12}$/.test(language) ? language : undefined;
}

/** Empty parts are left out: a row of “not answered” tells nobody anything. */
function partAnswers(
  reading: Reading,
  prefix: string,
  parts: readonly SubField[],
  value: AnswerValue | undefined,
): NamedAnswer[] {
  if (!isRecord(value)) return [];
  return parts.flatMap(({ id, type }) => {
    const own = `${prefix}.parts.${id}`;
    const answer = leafAnswer(reading, own, type, answerAt(value, id));
    return answer === undefined ? [] : [{ label: textOf(reading.words, `${own}.label`), answer }];
  });
}

function leafAnswer(
  { words, lang }: Reading,
  prefix: string,
  type: LeafType,
  value: AnswerValue | undefined,
): AnswerView | undefined {
  if (value === undefined || !isAnswered(value)) return undefined;
  const said = wordsIn(value);
  if (type.type === 'choice' || type.type === 'multi') {
    return { kind: 'said', phrases: said.map((code) => choiceText(words, type.options, prefix, code)) };
  }
  if (typeof value === 'boolean') return { kind: 'said', phrases: [words.t(value ? 'common.yes' : 'common.no')] };
  const text = said.join(', ');
  const spoken = type.type === 'text' || type.type === 'textarea';
  return { kind: 'typed', text, lang: spoken ? lang : undefined, long: type.type === 'textarea' };
}

/** One text, or several that were given to one question; parts of another shape are left out. */
function wordsIn(value: AnswerValue): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
