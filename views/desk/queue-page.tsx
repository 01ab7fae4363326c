import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Buttons } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { CaseTable, type CaseRowModel } from './case-table.tsx';

export interface QueuePageModel {
  readonly page: PageModel;
  /** Due first. */
  readonly yours: readonly CaseRowModel[];
  readonly overdue: number;
  readonly waiting: readonly WaitingGroup[];
  readonly cases: string;
  /** Where reviewers are suggested for all cases; for curators. */
  readonly matching?: string | undefined;
  /** Where a question about a file of all cases waits for the reader. */
  readonly exports?: string | undefined;
}

export interface WaitingGroup {
  readonly title: string;
  readonly rows: readonly CaseRowModel[];
}

/** What needs the reader now, and who has everything else. */
export function QueuePage({ t, model }: { t: Translate; model: QueuePageModel }): VNode {
  const { yours, waiting } = model;
  return (
    <PageLayout t={t} title={t('curator.nav_queue')} model={model.page} width="wide">
      <PageTitle lead={yours.length > 0 ? t('curator.queue_lead', { count: yours.length }) : undefined}>
        {t('curator.queue_title')}
      </PageTitle>
      {model.exports !== undefined && (
        <Notice kind="info" title={t('exports.waits_title')}>
          <p>
            <a href={model.exports}>{t('exports.waits_link')}</a>
          </p>
        </Notice>
      )}
      {model.overdue > 0 && (
        <Notice kind="warning">
          <p>{t('curator.queue_overdue', { count: model.overdue })}</p>
        </Notice>
      )}
      {yours.length === 0 ? (
        <Notice kind="info" title={t('curator.queue_none')}>
          <p>{t('curator.queue_none_help')}</p>
        </Notice>
      ) : (
        <CaseTable t={t} caption={t('curator.queue_title')} captionUnseen when={t('curator.col_due')} rows={yours} />
      )}
      {waiting.length > 0 && <h2>{t('curator.waiting_title')}</h2>}
      {waiting.map((group) => (
        <details class="fold">
          <summary>
            {group.title} <span class="count">{t.number(group.rows.length)}</span>
          </summary>
          <CaseTable t={t} caption={group.title} captionUnseen when={t('curator.col_due')} rows={group.rows} />
        </details>
      ))}
      <Buttons>
        <a href={model.cases}>{t('curator.to_all_cases')}</a>
        {model.matching !== undefined && <a href={model.matching}>{t('matching.link')}</a>}
      </Buttons>
    </PageLayout>
  );
}
