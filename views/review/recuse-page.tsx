import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import type { AnswerForm } from './invitation-page.tsx';

export interface RecusePageModel {
  readonly page: PageModel;
  readonly form: AnswerForm;
  readonly back: string;
}

/** Stepping back from a review that was begun, because of a conflict of interest. */
export function RecusePage({ t, model }: { t: Translate; model: RecusePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('review.tab')} model={model.page}>
      <PageTitle lead={t('review.recuse_lead')}>{t('review.recuse_title')}</PageTitle>
      <Form action={model.form.action} csrf={model.form.csrf}>
        {model.form.fields.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button look="danger">{t('review.recuse')}</Button>
          <a href={model.back}>{t('review.back')}</a>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
