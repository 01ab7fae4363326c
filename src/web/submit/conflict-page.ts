import { h } from 'preact';
import type { Request, Response } from 'express';
import { ConflictPage, type ConflictPageModel } from '../../../views/submit/conflict-page.tsx';
import type { NamedAnswer } from '../../../views/components/answer-value.tsx';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers, Field, FormPage } from '../../domain/module/form.ts';
import { paths } from '../../paths.ts';
import { answersMark } from '../../usecases/submission/answers-mark.ts';
import { phraseOf } from '../chrome.ts';
import { answerViewOf } from '../form-fields/answer-view-of.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { fieldViewOf } from '../form-fields/field-view-of.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

export interface ConflictInput {
  readonly definition: ModuleDefinition;
  readonly formPage: FormPage;
  readonly kind: ConflictPageModel['kind'];
  readonly fields: readonly Field[];
  readonly stored: Answers;
  readonly typed: Answers;
  /** Of a text that was sent from a form without a receipt in this browser. */
  readonly formId: string | undefined;
  /** The case's mark, where the browser holds its receipt. */
  readonly of?: string | undefined;
}

/** Two texts for one page: what is saved and what was just typed, side by side (409). */
export function showConflict(kit: WebKit, req: Request, res: Response, input: ConflictInput): void {
  const { t, lang, csrf } = visitOf(req);
  const { definition, formPage, fields, kind } = input;
  const words: FormWords = { definition, t };
  const own = paths.formPage(lang, definition.id, formPage.id);
  const mine = { ...input.stored, ...input.typed };
  const model: ConflictPageModel = {
    page: kit.chrome(req, { module: definition, quickExit: true }),
    kind,
    stored: named(words, lang, fields, input.stored),
    typed: named(words, lang, fields, mine),
    other: kind === 'tab' ? own : paths.status(lang, definition.id),
    form:
      kind === 'sent'
        ? undefined
        : {
            action: own,
            csrf,
            hidden: {
              seen: answersMark(kit.deps.keys, fields, input.stored),
              ...(input.of === undefined ? {} : { of: input.of }),
              asked: fields.map(({ id }) => id).join(' '),
              ...(input.formId === undefined ? {} : { form_id: input.formId }),
            },
            fields: fields.map((field) => fieldViewOf(words, field, { answers: mine, problems: [] })),
          },
  };
  kit.page(res, 409, h(ConflictPage, { t, model }));
}

function named(words: FormWords, lang: string, fields: readonly Field[], answers: Answers): NamedAnswer[] {
  return fields.map((field) => ({
    label: phraseOf(words.definition, lang, `fields.${field.id}.label`),
    answer: answerViewOf(words, field, answers),
  }));
}
