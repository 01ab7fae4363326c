import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface OtherBrowserPageModel {
  readonly page: PageModel;
  /** Where a new letter is asked for, from this browser. */
  readonly again: string;
}

/** A link opened elsewhere than it was asked for: nobody may be signed in with somebody else's letter. */
export function OtherBrowserPage({ t, model }: { t: Translate; model: OtherBrowserPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('account.other_browser_title')} model={model.page}>
      <PageTitle lead={t('account.other_browser_lead')}>{t('account.other_browser_title')}</PageTitle>
      <p>
        <a href={model.again}>{t('account.other_browser_again')}</a>
      </p>
    </PageLayout>
  );
}
