import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface SignInPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  /** What was typed before. The field is `address`. */
  readonly address: string;
  readonly wrong: boolean;
}

/** Asks for the address to which a link is sent; there are no passwords. */
export function SignInPage({ t, model }: { t: Translate; model: SignInPageModel }): VNode {
  const error = model.wrong ? t('account.address_wrong') : undefined;
  const page = { ...model.page, problems: error === undefined ? [] : [{ field: 'address', message: error }] };
  return (
    <PageLayout t={t} title={t('account.sign_in_title')} model={page}>
      <PageTitle lead={t('account.sign_in_lead')}>{t('account.sign_in_title')}</PageTitle>
      <Form action={model.action} csrf={model.csrf}>
        <FormField
          t={t}
          field={{
            kind: 'text',
            input: 'email',
            id: 'address',
            name: 'address',
            label: t('account.address'),
            hint: t('account.address_hint'),
            value: model.address,
            autocomplete: 'email',
            mark: 'required',
            error,
          }}
        />
        <Buttons>
          <Button>{t('account.send_link')}</Button>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
