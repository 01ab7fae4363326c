import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface PrivacyPageModel {
  readonly page: PageModel;
  /** The page “Who runs this”. */
  readonly operator: string;
}

const kept = [
  ['standing.privacy_draft', 'standing.privacy_draft_long'],
  ['standing.privacy_contact', 'standing.privacy_contact_long'],
  ['standing.privacy_published', 'standing.privacy_published_long'],
  ['standing.privacy_rejected', 'standing.privacy_rejected_long'],
  ['standing.privacy_withdrawn', 'standing.privacy_withdrawn_long'],
  ['standing.privacy_history', 'standing.privacy_history_long'],
] as const satisfies (readonly [MessageKey, MessageKey])[];

const paragraphs = [
  ['standing.privacy_where', 'standing.privacy_where_text'],
  ['standing.privacy_never', 'standing.privacy_never_text'],
  ['standing.privacy_browser', 'standing.privacy_browser_text'],
  ['standing.privacy_rights', 'standing.privacy_rights_text'],
] as const satisfies (readonly [MessageKey, MessageKey])[];

export function PrivacyPage({ t, model }: { t: Translate; model: PrivacyPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('standing.privacy_title')} model={model.page}>
      <PageTitle lead={t('standing.privacy_lead')}>{t('standing.privacy_title')}</PageTitle>
      <DataTable
        caption={t('standing.privacy_how_long')}
        columns={[{ label: t('standing.privacy_what') }, { label: t('standing.privacy_long') }]}
        rows={kept.map(([what, long]) => [t(what), t(long)])}
        plain
      />
      {paragraphs.map(([heading, text]) => (
        <section>
          <h2>{t(heading)}</h2>
          <p>
            <T t={t} k={text} values={{ link: (words) => <a href={model.operator}>{words}</a> }} />
          </p>
        </section>
      ))}
    </PageLayout>
  );
}
