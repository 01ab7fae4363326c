import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { CardList } from '../components/card-list.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface WorkPageModel {
  readonly page: PageModel;
  readonly desks: readonly { readonly title: Phrase; readonly href: string }[];
  /** Where the person's reviews are listed; none for somebody who does not review. */
  readonly reviews: string | undefined;
}

/** Where somebody who signed in goes on, when there is more than one place or none. */
export function WorkPage({ t, model }: { t: Translate; model: WorkPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('account.work_title')} model={model.page}>
      <PageTitle lead={t(model.desks.length > 0 ? 'account.work_lead' : 'account.work_none')}>
        {t('account.work_title')}
      </PageTitle>
      {model.desks.length > 0 && (
        <CardList items={model.desks.map(({ title, href }) => ({ title: <Say phrase={title} />, href }))} />
      )}
      {model.reviews !== undefined && (
        <Notice kind="info" title={t('account.work_reviews_title')}>
          <p>
            {t('account.work_reviews')} <a href={model.reviews}>{t('account.work_to_reviews')}</a>
          </p>
        </Notice>
      )}
    </PageLayout>
  );
}
