import type { AnswerSection, SeenAnswer } from '../../../../views/cases/answers-panel.tsx';
import type { ModuleDefinition } from '../../../domain/module/definition.ts';
import type { Answers, Field } from '../../../domain/module/form.ts';
import { answerAt } from '../../../domain/module/conditions.ts';
import { flattenAnswers } from '../../../domain/module/read-answers.ts';
import { mixedScriptWords } from '../../../domain/safety/look-alikes.ts';
import { fieldsOf } from '../../../domain/module/field-names.ts';
import { answersFor } from '../../../domain/module/visible-answers.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { phraseOf } from '../../chrome.ts';
import { answerViewOf } from '../../form-fields/answer-view-of.ts';

/** The answers that curators may read, page by page of the form; pages without an answer are left out. */
export function answerSections(t: Translate, definition: ModuleDefinition, answers: Answers): AnswerSection[] {
  const seen = answersFor(definition, answers, 'curators');
  const pages = definition.form.pages.map(({ id, fields }) => ({
    title: phraseOf(definition, t.lang, `form_pages.${id}`),
    answers: seenAnswers(t, definition, fieldsOf(definition, fields), seen),
  }));
  return pages.filter((page) => page.answers.length > 0);
}

export function seenAnswers(
  t: Translate,
  definition: ModuleDefinition,
  fields: readonly Field[],
  seen: Answers,
): SeenAnswer[] {
  return fields.flatMap((field) => {
    const answer = answerViewOf({ definition, t }, field, seen);
    if (answer === undefined) return [];
    const label = phraseOf(definition, t.lang, `fields.${field.id}.label`);
    return [{ label, answer, inside: field.visibility === 'curators', mixed: mixedIn(field, seen) }];
  });
}

const mixedIn = (field: Field, seen: Answers): string[] =>
  flattenAnswers(field, answerAt(seen, field.id)).flatMap(([, text]) => mixedScriptWords(text));
