import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { PageTitle } from '../components/page-title.tsx';
import { Pagination } from '../components/pagination.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { CaseTable, type CaseRowModel } from './case-table.tsx';

export interface CasesPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly filter: readonly FieldView[];
  readonly rows: readonly CaseRowModel[];
  /** Cases that have only longer words were left out. */
  readonly whole: boolean;
  readonly next?: string | undefined;
  readonly first?: string | undefined;
  /** Where reviewers are suggested for all of them that wait; for curators. */
  readonly matching?: string | undefined;
  /** Where a file of all of them is asked for, for whoever may. */
  readonly exports?: string | undefined;
}

/** Every case that the reader may see, the last changed first. */
export function CasesPage({ t, model }: { t: Translate; model: CasesPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('curator.nav_cases')} model={model.page} width="wide">
      <PageTitle>{t('curator.cases_title')}</PageTitle>
      <form method="get" action={model.action} class="filter">
        {model.filter.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button look="secondary">{t('curator.filter')}</Button>
        </Buttons>
      </form>
      {model.whole && <p class="quietly">{t('curator.cases_whole')}</p>}
      {model.rows.length === 0 ? (
        <p>{t('curator.cases_none')}</p>
      ) : (
        <CaseTable
          t={t}
          caption={t('curator.cases_title')}
          captionUnseen
          when={t('curator.col_changed')}
          rows={model.rows}
        />
      )}
      <Pagination t={t} next={model.next} first={model.first} />
      {model.matching !== undefined && (
        <p>
          <a href={model.matching}>{t('matching.link')}</a>
        </p>
      )}
      {model.exports !== undefined && (
        <p>
          <a href={model.exports}>{t('exports.from_cases')}</a>
        </p>
      )}
    </PageLayout>
  );
}
