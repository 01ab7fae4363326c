import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ConfirmSignInPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  /** Partly hidden, `r•••@example.org`; left out where even that would tell too much. */
  readonly address?: string | undefined;
}

/** Mail scanners open links, so that opening one changes nothing: a person presses the button. */
export function ConfirmSignInPage({ t, model }: { t: Translate; model: ConfirmSignInPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('account.confirm_title')} model={model.page}>
      <PageTitle
        lead={
          model.address === undefined ? (
            t('account.confirm_lead_unnamed')
          ) : (
            <T t={t} k="account.confirm_lead" values={{ address: <bdi>{model.address}</bdi> }} />
          )
        }
      >
        {t('account.confirm_title')}
      </PageTitle>
      <Form action={model.action} csrf={model.csrf}>
        <Buttons>
          <Button>{t('account.sign_in')}</Button>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
