import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { ReceiptBox } from '../components/receipt-box.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface KeptPageModel {
  readonly page: PageModel;
  readonly receipt: string;
  /** The day until which the draft is kept, in words. */
  readonly until: string;
  readonly goOn: string;
  /** Where a receipt is typed, as people type an address. */
  readonly comeBack: string;
  readonly leave: { readonly action: string; readonly csrf: string };
}

/** Saved for later: the receipt, large, and how to come back with it. */
export function KeptPage({ t, model }: { t: Translate; model: KeptPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.kept_tab')} model={model.page}>
      <PageTitle lead={t('submit.kept_lead', { until: model.until })}>{t('submit.kept_title')}</PageTitle>
      <ReceiptBox t={t} receipt={model.receipt} />
      <h2>{t('submit.kept_how')}</h2>
      <ol>
        <li>
          <T t={t} k="submit.kept_address" values={{ address: <bdi class="address">{model.comeBack}</bdi> }} />
        </li>
        <li>{t('submit.kept_type')}</li>
      </ol>
      <p>{t('submit.kept_shared')}</p>
      <Buttons>
        <ButtonLink href={model.goOn}>{t('submit.kept_go_on')}</ButtonLink>
      </Buttons>
      <Form action={model.leave.action} csrf={model.leave.csrf}>
        <Button look="secondary">{t('submit.leave_browser')}</Button>
      </Form>
    </PageLayout>
  );
}
