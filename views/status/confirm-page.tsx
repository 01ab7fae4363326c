import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { Form, type PostedForm } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ConfirmPageModel {
  readonly page: PageModel;
  readonly title: string;
  readonly lead: string;
  /** What happens, point by point. */
  readonly points: readonly string[];
  readonly form: PostedForm;
  readonly button: string;
  readonly danger: boolean;
  readonly back: string;
}

/** One thing to do, what it does, and the way back. */
export function ConfirmPage({ t, model }: { t: Translate; model: ConfirmPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('status.tab')} model={model.page}>
      <PageTitle lead={model.lead}>{model.title}</PageTitle>
      {model.points.length > 0 && (
        <ul>
          {model.points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
      )}
      <Form {...model.form}>
        <Buttons>
          <Button look={model.danger ? 'danger' : 'primary'}>{model.button}</Button>
          <a href={model.back}>{t('status.back')}</a>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
