import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';

export interface TakeDownModel {
  readonly csrf: string;
  /** None while there is nothing to take down. */
  readonly form: { readonly action: string; readonly field: FieldView } | undefined;
  readonly back: string;
}

/** Says what taking a page down does and does not do, before it is done. */
export function TakeDownPanel({ t, model }: { t: Translate; model: TakeDownModel }): VNode {
  return (
    <>
      <h2>{t('publication.take_down_title')}</h2>
      {model.form === undefined ? (
        <p>{t('publication.take_down_not_now')}</p>
      ) : (
        <>
          <p>{t('publication.take_down_help')}</p>
          <Form action={model.form.action} csrf={model.csrf}>
            <FormField t={t} field={model.form.field} />
            <Buttons>
              <Button look="danger">{t('publication.take_down')}</Button>
            </Buttons>
          </Form>
        </>
      )}
      <p>
        <a href={model.back}>{t('publication.cancel')}</a>
      </p>
    </>
  );
}
