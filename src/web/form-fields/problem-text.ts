import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { ProblemKind } from '../../domain/module/leaf-problem.ts';
import type { AnswerProblem } from '../../domain/module/validate-answers.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { nameText, type FormWords } from './field-texts.ts';

const keys = {
  required: 'submit.problem_required',
  must_be_ticked: 'submit.problem_must_be_ticked',
  one_answer_only: 'submit.problem_one_answer_only',
  too_few_words: 'submit.problem_too_few_words',
  too_many_words: 'submit.problem_too_many_words',
  too_short: 'submit.problem_too_short',
  too_long: 'submit.problem_too_long',
  too_many_marks: 'submit.problem_too_many_marks',
  unreadable: 'submit.problem_unreadable',
  not_an_option: 'submit.problem_not_an_option',
  refused_value: 'submit.problem_refused_value',
  not_an_email: 'submit.problem_not_an_email',
  not_a_url: 'submit.problem_not_a_url',
  not_a_month: 'submit.problem_not_a_month',
  not_a_date: 'submit.problem_not_a_date',
  not_a_number: 'submit.problem_not_a_number',
  not_yet: 'submit.problem_not_yet',
  order: 'submit.problem_order',
  not_published: 'submit.problem_not_published',
  too_many_entries: 'submit.problem_too_many_entries',
} as const satisfies Record<ProblemKind, MessageKey>;

/** What is wrong with one answer and how to mend it, as it stands beside the field. */
export const problemText = (t: Translate, problem: AnswerProblem): string =>
  t(keys[problem.problem], 'params' in problem ? { ...problem.params } : {});

/** The same for the list above a form, where the field must be named. */
export function problemItem(words: FormWords, problem: AnswerProblem): ErrorItem {
  const field = nameText(words, problem.field);
  return {
    field: problem.field,
    message: words.t('submit.problem_in', { field, problem: problemText(words.t, problem) }),
  };
}
