import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { PageTitle } from '../components/page-title.tsx';
import { Pagination } from '../components/pagination.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { ScoreTable, type ScoreRowModel } from './score-table.tsx';

export interface ScoresPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly filter: readonly FieldView[];
  readonly rows: readonly ScoreRowModel[];
  readonly next?: string | undefined;
  readonly first?: string | undefined;
}

/** Cases that are or were under review, with their scores and reviewers. */
export function ScoresPage({ t, model }: { t: Translate; model: ScoresPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('curator.scores_title')} model={model.page} width="wide">
      <PageTitle lead={t('curator.scores_lead')}>{t('curator.scores_title')}</PageTitle>
      <form method="get" action={model.action} class="filter">
        {model.filter.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button look="secondary">{t('curator.filter')}</Button>
        </Buttons>
      </form>
      {model.rows.length === 0 ? <p>{t('curator.cases_none')}</p> : <ScoreTable t={t} rows={model.rows} />}
      <Pagination t={t} next={model.next} first={model.first} />
    </PageLayout>
  );
}
