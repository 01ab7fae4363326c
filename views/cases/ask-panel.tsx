import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { Form } from '../components/form.tsx';

export interface AskPanelModel {
  readonly action: string;
  readonly csrf: string;
  readonly revision: number;
  /** One entry a request: field, level and text. */
  readonly requests: readonly (readonly FieldView[])[];
  readonly back: string;
  /** Nothing can be asked now. */
  readonly closed: boolean;
  /** The language that the submitter reads. */
  readonly language: string;
}

/** What the submitter is asked before review. */
export function AskPanel({ t, model }: { t: Translate; model: AskPanelModel }): VNode {
  if (model.closed) return <p>{t('curator.ask_closed')}</p>;
  return (
    <>
      <h2>{t('curator.ask_title')}</h2>
      <p>{t('curator.ask_lead', { language: model.language })}</p>
      <Form action={model.action} csrf={model.csrf} hidden={{ revision: String(model.revision) }}>
        {model.requests.map((fields, index) => (
          <fieldset class="entry">
            <legend>{t('curator.request_number', { number: index + 1 })}</legend>
            {fields.map((field) => (
              <FormField t={t} field={field} />
            ))}
          </fieldset>
        ))}
        <Buttons>
          <Button>{t('curator.ask_send')}</Button>
          <Button look="secondary" name="more" value="yes">
            {t('curator.request_more')}
          </Button>
          <a href={model.back}>{t('curator.back_to_screening')}</a>
        </Buttons>
      </Form>
    </>
  );
}
