import type { NamedAnswer } from '../../../views/components/answer-value.tsx';
import type { Phrase } from '../../../views/components/phrase.tsx';
import type { PracticeModel } from '../../../views/review/practice.tsx';
import type { BlindedPractice } from '../../db/queries/reviewer-desk.ts';
import type { Answers } from '../../domain/module/form.ts';
import { fieldsOf } from '../../domain/module/field-names.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import { answerViewOf } from '../form-fields/answer-view-of.ts';
import { textOf, type FormWords } from '../form-fields/field-texts.ts';

/** The practice as reviewers read it: the facts first, then the texts. Takes blinded answers and cannot be given others. */
export function practiceModel(words: FormWords, { answers }: BlindedPractice): PracticeModel {
  const pages = words.definition.form.pages.map(({ id, fields }) => ({
    title: textOf(words, `form_pages.${id}`),
    rows: answered(words, fields, answers),
  }));
  return {
    ...nameOf(answers),
    facts: pages.flatMap(({ rows }) => rows.filter((row) => !isLong(row))),
    sections: pages
      .map(({ title, rows }) => ({ title, texts: rows.filter(isLong) }))
      .filter(({ texts }) => texts.length > 0),
  };
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
      return answer === undefined ? [] : [{ label: labelOf(words, field.id), answer }];
    });
}

/** The form asks its writer; of two questions that reads oddly to somebody else. */
function labelOf(words: FormWords, field: string): Phrase {
  if (field === knownFields.kind) return words.t('review.kind');
  if (field === knownFields.language) return words.t('review.language');
  return textOf(words, `fields.${field}.label`);
}

const isLong = ({ answer }: NamedAnswer): boolean =>
  answer?.kind === 'entries' || answer?.kind === 'parts' || (answer?.kind === 'typed' && answer.long);

function textIn(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}
