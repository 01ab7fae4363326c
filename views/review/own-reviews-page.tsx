import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pagination } from '../components/pagination.tsx';
import { UserText } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface OwnReviewsPageModel {
  readonly page: PageModel;
  readonly rows: readonly OwnReviewRow[];
  readonly next: string | undefined;
  readonly first: string | undefined;
}

export interface OwnReviewRow {
  /** None where the reviewer may know nothing of the case any more. */
  readonly title: string | undefined;
  readonly lang: string | undefined;
  /** Where it opens; none when it is over. */
  readonly href: string | undefined;
  /** A date in words. */
  readonly asked: string;
  readonly stands: string;
  readonly late: boolean;
  /** Where the reviewer's own words can be taken from. */
  readonly text: string | undefined;
}

/** What somebody was asked to review, the last asked first. */
export function OwnReviewsPage({ t, model }: { t: Translate; model: OwnReviewsPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('review.list_title')} model={model.page}>
      <PageTitle lead={t('review.list_lead')}>{t('review.list_title')}</PageTitle>
      {model.rows.length === 0 ? (
        <p>{t('review.list_none')}</p>
      ) : (
        <DataTable
          caption={t('review.list_title')}
          captionUnseen
          columns={[
            { label: t('review.col_practice') },
            { label: t('review.col_stands') },
            { label: t('review.col_asked') },
          ]}
          rows={model.rows.map((row) => [
            Practice({ t, row }),
            Stands({ t, row }),
            <span class="whole">{row.asked}</span>,
          ])}
        />
      )}
      <Pagination t={t} next={model.next} first={model.first} />
    </PageLayout>
  );
}

function Practice({ t, row }: { t: Translate; row: OwnReviewRow }): VNode {
  if (row.title === undefined) return <>{t('review.list_hidden')}</>;
  const title = <UserText text={row.title} lang={row.lang} />;
  return row.href === undefined ? title : <a href={row.href}>{title}</a>;
}

function Stands({ t, row }: { t: Translate; row: OwnReviewRow }): VNode {
  return (
    <span>
      {row.stands} {row.late && <StateBadge label={t('review.late')} tone="alarm" />}
      {row.text !== undefined && <a href={row.text}>{t('review.shut_download')}</a>}
    </span>
  );
}
