import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface MailboxPageModel {
  readonly page: PageModel;
  readonly letters: readonly {
    readonly href: string;
    readonly to: string;
    readonly subject: string;
    /** In words. */
    readonly date: string;
  }[];
}

/** A piece of a letter's text; a link can be followed from here, as from a mail program. */
export type LetterPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'link'; readonly href: string };

export interface LetterPageModel {
  readonly page: PageModel;
  readonly back: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly body: readonly LetterPart[];
}

/** In the demonstration only: what would have been mailed. */
export function MailboxPage({ t, model }: { t: Translate; model: MailboxPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('mail.title')} model={model.page} width="wide">
      <PageTitle lead={t('mail.lead')}>{t('mail.title')}</PageTitle>
      {model.letters.length === 0 ? (
        <p>{t('mail.none')}</p>
      ) : (
        <DataTable
          caption={t('mail.title')}
          captionUnseen
          columns={[{ label: t('mail.subject') }, { label: t('mail.to') }, { label: t('mail.date') }]}
          rows={model.letters.map(({ href, subject, to, date }) => [
            <a href={href} dir="auto">
              {subject}
            </a>,
            <bdi>{to}</bdi>,
            date,
          ])}
        />
      )}
    </PageLayout>
  );
}

export function LetterPage({ t, model }: { t: Translate; model: LetterPageModel }): VNode {
  return (
    <PageLayout t={t} title={model.subject} model={model.page}>
      <p>
        <a href={model.back}>{t('mail.all')}</a>
      </p>
      <PageTitle>
        <bdi>{model.subject}</bdi>
      </PageTitle>
      <SummaryList
        t={t}
        rows={[
          { label: t('mail.to'), value: <bdi>{model.to}</bdi> },
          { label: t('mail.date'), value: model.date },
        ]}
      />
      <div class="paper typed" dir="auto">
        {model.body.map((part) => (part.kind === 'text' ? part.text : <a href={part.href}>{part.href}</a>))}
      </div>
    </PageLayout>
  );
}
