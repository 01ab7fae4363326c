import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { ReceiptForm, type ReceiptFormModel } from './module-page.tsx';

export interface ReceiptPageModel {
  readonly page: PageModel;
  readonly form: ReceiptFormModel;
  /** What was typed on a page of the form after this browser had forgotten its receipt. */
  readonly typed: readonly string[];
}

export function ReceiptPage({ t, model }: { t: Translate; model: ReceiptPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.receipt_tab')} model={model.page}>
      <PageTitle lead={t('submit.come_back_help')}>{t('submit.come_back')}</PageTitle>
      {model.typed.length > 0 && (
        <Notice kind="warning" title={t('submit.forgotten_title')}>
          <p>{t('submit.forgotten_text')}</p>
        </Notice>
      )}
      <ReceiptForm t={t} form={model.form} />
      {model.typed.length > 0 && (
        <section>
          <h2>{t('problems.typed_heading')}</h2>
          {model.typed.map((text) => (
            <textarea readOnly dir="auto" rows={6} aria-label={t('problems.typed_heading')}>
              {`\n${text}`}
            </textarea>
          ))}
        </section>
      )}
      <p class="quietly">{t('submit.receipt_lost')}</p>
    </PageLayout>
  );
}
