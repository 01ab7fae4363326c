import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { AdviceBox, type AdviceModel } from './advice-box.tsx';

export interface DecisionFormModel {
  readonly outcome: 'accept' | 'revise' | 'reject';
  readonly action: string;
  readonly csrf: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly FieldView[];
  readonly advice: AdviceModel | undefined;
  /** Where another outcome is chosen. */
  readonly other: string;
  /** Somebody else changed the case since the form was opened. */
  readonly changed: boolean;
}

/** Everything that one outcome needs, on one page. */
export function DecisionForm({ t, model }: { t: Translate; model: DecisionFormModel }): VNode {
  return (
    <>
      {model.changed && <Notice kind="warning" title={t('decision.problem_changed')} />}
      <h2>{t(`decision.form_${model.outcome}`)}</h2>
      <p>
        <a href={model.other}>{t('decision.choose_other')}</a>
      </p>
      {model.advice !== undefined && <AdviceBox t={t} advice={model.advice} />}
      <Form action={model.action} csrf={model.csrf} hidden={model.hidden}>
        {model.fields.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button name="act" value="preview">
            {t('decision.to_preview')}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}
