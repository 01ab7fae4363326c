import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface CheckMailPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  /** Back to where an address is given. */
  readonly again: string;
  /** The code that was typed fits no letter. The field is `code`. */
  readonly wrong: boolean;
  /** In the demonstration: where the letters are. */
  readonly letters?: string | undefined;
}

/** The same for a known and for an unknown address. */
export function CheckMailPage({ t, model }: { t: Translate; model: CheckMailPageModel }): VNode {
  const error = model.wrong ? t('account.code_wrong') : undefined;
  const page = { ...model.page, problems: error === undefined ? [] : [{ field: 'code', message: error }] };
  return (
    <PageLayout t={t} title={t('account.check_title')} model={page}>
      <PageTitle lead={t('account.check_lead')}>{t('account.check_title')}</PageTitle>
      {model.letters !== undefined && (
        <p>
          <a href={model.letters}>{t('account.to_letters')}</a>
        </p>
      )}
      <Form action={model.action} csrf={model.csrf}>
        <FormField
          t={t}
          field={{
            kind: 'text',
            input: 'text',
            id: 'code',
            name: 'code',
            label: t('account.code'),
            hint: t('account.code_hint'),
            value: '',
            dir: 'ltr',
            autocomplete: 'one-time-code',
            mark: 'required',
            error,
          }}
        />
        <Buttons>
          <Button>{t('account.sign_in')}</Button>
          <a href={model.again}>{t('account.new_letter')}</a>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
