import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface PersonPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  readonly back: string;
  /** The person's name; none for somebody new. */
  readonly name?: string | undefined;
  readonly fields: readonly FieldView[];
  /** Roles that are not given on this page, in words. */
  readonly otherRoles?: string | undefined;
  readonly account?: AccountModel | undefined;
}

/** Whether the person can sign in and be asked; `action` changes it. */
export interface AccountModel {
  readonly action: string;
  readonly closed: boolean;
}

export function PersonPage({ t, model }: { t: Translate; model: PersonPageModel }): VNode {
  const title = model.name ?? t('people.make');
  const above = <a href={model.back}>{t('people.title')}</a>;
  return (
    <PageLayout t={t} title={model.name === undefined ? t('people.make') : t('people.person')} model={model.page}>
      <PageTitle above={above} lead={model.name === undefined ? t('people.make_lead') : undefined}>
        <bdi>{title}</bdi>
      </PageTitle>
      {model.otherRoles !== undefined && (
        <Notice kind="info">
          <p>{t('people.other_roles', { roles: model.otherRoles })}</p>
        </Notice>
      )}
      <Form action={model.action} csrf={model.csrf}>
        {model.fields.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button>{t(model.name === undefined ? 'people.make' : 'people.save')}</Button>
          <a href={model.back}>{t('people.back')}</a>
        </Buttons>
      </Form>
      {model.account !== undefined && <Account t={t} account={model.account} csrf={model.csrf} />}
    </PageLayout>
  );
}

function Account({ t, account, csrf }: { t: Translate; account: AccountModel; csrf: string }): VNode {
  return (
    <section>
      <h2>{t(account.closed ? 'people.account_closed' : 'people.account')}</h2>
      <p>{t(account.closed ? 'people.account_closed_help' : 'people.account_help')}</p>
      <Form action={account.action} csrf={csrf} hidden={{ closed: account.closed ? 'no' : 'yes' }}>
        <Buttons>
          <Button look={account.closed ? 'secondary' : 'danger'}>
            {t(account.closed ? 'people.open_account' : 'people.close_account')}
          </Button>
        </Buttons>
      </Form>
    </section>
  );
}
