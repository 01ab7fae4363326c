import type { EntryView, FieldFrame, FieldView, LeafView, Mark } from '../../../views/components/field-view.ts';
import { answerAt, holds, isAsked, isRecord } from '../../domain/module/conditions.ts';
import type { AnswerRecord, AnswerValue, Answers, Field, SubField } from '../../domain/module/form.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import { mustAnswer, type AnswerProblem } from '../../domain/module/validate-answers.ts';
import { textIfAny, textOf, type FormWords } from './field-texts.ts';
import { leafView, limitsText } from './leaf-view.ts';
import { problemText } from './problem-text.ts';

export interface FieldViewInput {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
  /** The repeated field for which somebody asked for one more entry. */
  readonly adding?: string | undefined;
  /** The published pages that an update may name, where they are asked for. */
  readonly published?: readonly { readonly publicId: string; readonly title: string }[] | undefined;
}

/** One field of a module's form with what was typed, ready to be shown. */
export function fieldViewOf(words: FormWords, field: Field, input: FieldViewInput): FieldView {
  const { type, id } = field;
  const prefix = `fields.${id}`;
  const value = answerAt(input.answers, id);
  const frame = frameOf(words, input, { name: id, prefix, mark: markOf(field, input.answers) });
  const maker = new PartMaker(words, input, prefix);
  switch (type.type) {
    case 'group':
      return { ...frame, kind: 'group', parts: maker.parts(id, type.fields, recordOf(value)) };
    case 'matrix':
      return { ...frame, kind: 'matrix', rows: type.rows.map((row) => maker.row(id, row, type.fields, value)) };
    case 'repeat': {
      const entries = maker.entries(id, type, Array.isArray(value) ? value : []);
      return { ...frame, kind: 'repeat', entries, ...(entries.length < type.max ? { add: id } : {}) };
    }
    default: {
      const choice = id === knownFields.updates ? pageChoice(input, value) : undefined;
      if (choice !== undefined) return { ...frame, ...choice };
      const limits = limitsText(words, type);
      const writes = writtenIn(input.answers);
      return { ...frame, limits, ...leafView(words, { type, prefix, value, inside: false, writes }) };
    }
  }
}

/** Pages to choose from. A number that is not among them stays in a text field, or choosing would lose it. */
function pageChoice({ published = [] }: FieldViewInput, value: AnswerValue | undefined): LeafView | undefined {
  const typed = typeof value === 'string' ? value.trim() : '';
  const known = typed === '' || published.some(({ publicId }) => publicId === typed);
  if (published.length === 0 || !known) return undefined;
  const options = published.map(({ publicId, title }) => ({
    value: publicId,
    label: `${publicId} · ${title}`,
    chosen: publicId === typed,
  }));
  return { kind: 'select', options };
}

/** Shown only where an answer says so; a form that is shown again asks the same. */
export const askedFields = (fields: readonly Field[], answers: Answers): Field[] =>
  fields.filter((field) => isAsked(field, answers));

function markOf(field: Field, answers: Answers): Mark {
  if (mustAnswer(field, 'send', answers)) return 'required';
  return mustAnswer(field, 'review', answers) ? 'before_review' : 'optional';
}

function frameOf(
  words: FormWords,
  input: FieldViewInput,
  { name, prefix, mark }: { name: string; prefix: string; mark: Mark },
): FieldFrame {
  const problem = input.problems.find(({ field }) => field === name);
  return {
    id: name,
    name,
    label: textOf(words, `${prefix}.label`),
    hint: textIfAny(words, `${prefix}.help`),
    mark,
    error: problem && problemText(words.t, problem),
  };
}

const writtenIn = (answers: Answers): string | undefined => {
  const language = answers[knownFields.language];
  return typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined;
};

const recordOf = (value: AnswerValue | undefined): AnswerRecord => (isRecord(value) ? value : {});

/** Makes the parts of one field. */
class PartMaker {
  readonly #words: FormWords;
  readonly #input: FieldViewInput;
  readonly #prefix: string;

  constructor(words: FormWords, input: FieldViewInput, prefix: string) {
    this.#words = words;
    this.#input = input;
    this.#prefix = prefix;
  }

  /** Without a script a part cannot appear, so all are there; the help says when one matters. */
  parts(name: string, parts: readonly SubField[], record: AnswerRecord): FieldView[] {
    return parts.map((part) => {
      const prefix = `${this.#prefix}.parts.${part.id}`;
      const needed = part.required || (part.requiredWhen !== undefined && holds(part.requiredWhen, record));
      const mark: Mark = needed ? 'required' : 'optional';
      const frame = frameOf(this.#words, this.#input, { name: `${name}.${part.id}`, prefix, mark });
      const value = answerAt(record, part.id);
      const writes = writtenIn(this.#input.answers);
      const leaf = leafView(this.#words, { type: part.type, prefix, value, inside: true, writes });
      return { ...frame, limits: limitsText(this.#words, part.type), ...leaf };
    });
  }

  row(id: string, row: string, parts: readonly SubField[], value: AnswerValue | undefined): EntryView {
    const record = recordOf(isRecord(value) ? answerAt(value, row) : undefined);
    return {
      label: textOf(this.#words, `${this.#prefix}.rows.${row}`),
      parts: this.parts(`${id}.${row}`, parts, record),
    };
  }

  /** What is filled, one blank, and one more when it was asked for. */
  entries(id: string, type: { max: number; fields: readonly SubField[] }, filled: readonly AnswerValue[]): EntryView[] {
    const blanks = filled.length === 0 || this.#input.adding === id ? 1 : 0;
    const count = Math.max(filled.length, Math.min(type.max, filled.length + blanks));
    return Array.from({ length: count }, (_, index) => ({
      parts: this.parts(`${id}.${String(index)}`, type.fields, recordOf(filled[index])),
    }));
  }
}
