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
  /** Lists of those that wait for the reader and have no place here. */
  readonly more: readonly MoreModel[];
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
  readonly more: readonly MoreModel[];
}

export interface MoreModel {
  readonly label: string;
  readonly href: string;
}

/** What needs the reader now, and who has everything else. */
export function QueuePage({ t, model }: { t: Translate; model: QueuePageModel }): VNode {
  const { yours, waiting } = model;
  return (
    <PageLayout t={t} title={t('curator.nav_queue')} model={model.page} width="wide">
      <PageTitle
        lead={
          yours.length > 0
            ? t(model.more.length > 0 ? 'curator.queue_lead_more' : 'curator.queue_lead', { count: yours.length })
            : undefined
        }
      >
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
      <More t={t} more={model.more} />
      {waiting.length > 0 && <h2>{t('curator.waiting_title')}</h2>}
      {waiting.map((group) => (
        <details class="fold">
          <summary>
            {group.title} {group.more.length === 0 && <span class="count">{t.number(group.rows.length)}</span>}
          </summary>
          <CaseTable t={t} caption={group.title} captionUnseen when={t('curator.col_due')} rows={group.rows} />
          <More t={t} more={group.more} />
        </details>
      ))}
      <Buttons>
        <a href={model.cases}>{t('curator.to_all_cases')}</a>
        {model.matching !== undefined && <a href={model.matching}>{t('matching.link')}</a>}
      </Buttons>
    </PageLayout>
  );
}

function More({ t, more }: { t: Translate; more: readonly MoreModel[] }): VNode | null {
  if (more.length === 0) return null;
  return (
    <p>
      {t('curator.queue_more')}{' '}
      {more.map(({ label, href }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={href}>{label}</a>
        </>
      ))}
    </p>
  );
}
