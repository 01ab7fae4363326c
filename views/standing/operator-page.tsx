import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserText, type Phrase } from '../components/phrase.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ModuleOperator {
  readonly module: Phrase;
  readonly name: string;
  readonly contact: string;
  readonly safetyContact: string;
  readonly site: string;
}

export interface OperatorPageModel {
  readonly page: PageModel;
  readonly operators: readonly ModuleOperator[];
  /** The page on licences. */
  readonly licences: string;
}

export function OperatorPage({ t, model }: { t: Translate; model: OperatorPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('standing.operator_title')} model={model.page}>
      <PageTitle lead={t('standing.operator_lead')}>{t('standing.operator_title')}</PageTitle>
      {model.page.demonstration && (
        <Notice kind="warning">
          <p>{t('standing.operator_demonstration')}</p>
        </Notice>
      )}
      {model.operators.map((operator) => (
        <OneModule t={t} operator={operator} />
      ))}
      <h2>{t('standing.operator_software')}</h2>
      <p>
        <T
          t={t}
          k="standing.operator_software_text"
          values={{ link: (words) => <a href={model.licences}>{words}</a> }}
        />
      </p>
    </PageLayout>
  );
}

function OneModule({ t, operator }: { t: Translate; operator: ModuleOperator }): VNode {
  return (
    <section>
      <h2>
        <Say phrase={operator.module} />
      </h2>
      <SummaryList
        t={t}
        rows={[
          { label: t('standing.operator_name'), value: <UserText text={operator.name} /> },
          { label: t('standing.operator_contact'), value: <UserText text={operator.contact} /> },
          { label: t('standing.operator_safety'), value: <UserText text={operator.safetyContact} /> },
          {
            label: t('standing.operator_site'),
            value: (
              <a href={operator.site} rel="noreferrer">
                <bdi>{operator.site}</bdi>
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}
