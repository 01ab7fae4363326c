import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { UserProse } from '../components/phrase.tsx';

export interface AppealModel {
  readonly text: string;
  readonly date: string;
  /** What became of it, in words; none while it is open. */
  readonly answered: string | undefined;
  readonly answerText: string;
  /** For a curator who may answer. */
  readonly form: { readonly action: string; readonly fields: readonly FieldView[] } | undefined;
  /** Somebody who decided does not answer. */
  readonly notYou: boolean;
}

/** A submitter asks once for another look at a rejection. */
export function Appeal({ t, csrf, appeal }: { t: Translate; csrf: string; appeal: AppealModel }): VNode {
  return (
    <section>
      <h2>{t('decision.appeal_title')}</h2>
      <p class="quietly">{t('decision.appeal_on', { date: appeal.date })}</p>
      <UserProse text={appeal.text} />
      {appeal.answered !== undefined && <p>{appeal.answered}</p>}
      {appeal.answerText !== '' && <UserProse text={appeal.answerText} />}
      {appeal.notYou && <Notice kind="info" title={t('decision.appeal_not_you')} />}
      {appeal.form !== undefined && (
        <Form action={appeal.form.action} csrf={csrf}>
          {appeal.form.fields.map((field) => (
            <FormField t={t} field={field} />
          ))}
          <Buttons>
            <Button>{t('decision.appeal_send')}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  );
}
