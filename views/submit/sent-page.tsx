import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { ReceiptBox } from '../components/receipt-box.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface SentPageModel {
  readonly page: PageModel;
  readonly kind: 'first' | 'again';
  readonly receipt: string;
  /** The name of the practice from now on. */
  readonly publicId: string;
  /** By when somebody has looked at it, in words. */
  readonly due: string;
  readonly held: boolean;
  readonly writes: boolean;
  readonly status: string;
}

/** It arrived: the receipt once more, large, and what happens next and by when. */
export function SentPage({ t, model }: { t: Translate; model: SentPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.sent_tab')} model={model.page}>
      <Notice kind="success" title={t(`submit.sent_${model.kind}_title`)}>
        <p>{t('submit.sent_saved', { id: model.publicId })}</p>
      </Notice>
      <PageTitle>{t('submit.sent_heading')}</PageTitle>
      <ReceiptBox t={t} receipt={model.receipt} />
      <h2>{t('submit.sent_next')}</h2>
      <ol class="path">
        <li>{t(model.held ? 'submit.sent_next_held' : 'submit.sent_next_read', { due: model.due })}</li>
        <li>{t('submit.sent_next_experts')}</li>
        <li>{t('submit.sent_next_answer')}</li>
      </ol>
      <p>{t(model.writes ? 'submit.sent_letter' : 'submit.sent_no_letter')}</p>
      <Buttons>
        <ButtonLink href={model.status}>{t('submit.sent_status')}</ButtonLink>
      </Buttons>
    </PageLayout>
  );
}
