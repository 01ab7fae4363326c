import type { NamedAnswer } from '../../../views/components/answer-value.tsx';
import type { PracticeModel, PracticeSection } from '../../../views/review/practice.tsx';
import type { BlindedPractice } from '../../db/queries/reviewer-desk.ts';
import type { Answers } from '../../domain/module/form.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import { answerViewOf } from '../form-fields/answer-view-of.ts';
import { textOf, type FormWords } from '../form-fields/field-texts.ts';

/** The practice as reviewers read it. Takes blinded answers and cannot be given others. */
export function practiceModel(words: FormWords, { answers }: BlindedPractice): PracticeModel {
  const { form } = words.definition;
  const sections = form.pages.flatMap(({ id, fields }): PracticeSection[] => {
    const rows = answered(words, fields, answers);
    if (rows.length === 0) return [];
    const facts = rows.filter((row) => !isLong(row));
    return [{ title: textOf(words, `form_pages.${id}`), facts, texts: rows.filter(isLong) }];
  });
  return { ...nameOf(answers), sections };
}

/** What it is called and the language it is written in. */
export const nameOf = (answers: Answers): Pick<PracticeModel, 'title' | 'lang'> => ({
  title: textIn(answers, knownFields.title),
  lang: textIn(answers, knownFields.language) || undefined,
});

/** The answers to some fields of the form, those that there are. */
export function answered(words: FormWords, ids: readonly string[], answers: Answers): NamedAnswer[] {
  return fieldsOf(words.definition, ids)
    .filter(({ id }) => id !== knownFields.title)
    .flatMap((field) => {
      const answer = answerViewOf(words, field, answers);
      return answer === undefined ? [] : [{ label: textOf(words, `fields.${field.id}.label`), answer }];
    });
}

const isLong = ({ answer }: NamedAnswer): boolean =>
  answer?.kind === 'entries' || (answer?.kind === 'typed' && answer.long);

function textIn(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}
