import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form, type PostedForm } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface AppealPageModel {
  readonly page: PageModel;
  readonly until: string;
  readonly form: PostedForm;
  readonly text: FieldView;
  readonly back: string;
}

export function AppealPage({ t, model }: { t: Translate; model: AppealPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('status.tab')} model={model.page}>
      <PageTitle lead={t('status.appeal_lead', { until: model.until })}>{t('status.appeal_title')}</PageTitle>
      <Form {...model.form}>
        <FormField t={t} field={model.text} />
        <Buttons>
          <Button>{t('status.appeal_button')}</Button>
          <a href={model.back}>{t('status.back')}</a>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
