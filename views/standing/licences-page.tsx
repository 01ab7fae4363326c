import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { PageTitle } from '../components/page-title.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface LicencesPageModel {
  readonly page: PageModel;
}

/** Names and addresses are the licences' own, the same in every language. */
const licences = [
  { name: 'CC BY 4.0', deed: 'https://creativecommons.org/licenses/by/4.0/', says: 'standing.licences_by' },
  {
    name: 'CC BY-NC-SA 3.0 IGO',
    deed: 'https://creativecommons.org/licenses/by-nc-sa/3.0/igo/',
    says: 'standing.licences_nc',
  },
  { name: 'CC0 1.0', deed: 'https://creativecommons.org/publicdomain/zero/1.0/', says: 'standing.licences_zero' },
] as const satisfies { name: string; deed: string; says: MessageKey }[];

export function LicencesPage({ t, model }: { t: Translate; model: LicencesPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('standing.licences_title')} model={model.page}>
      <PageTitle lead={t('standing.licences_lead')}>{t('standing.licences_title')}</PageTitle>
      {licences.map(({ name, deed, says }) => (
        <section>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p>{t(says)}</p>
          <p>
            <a href={deed} rel="noreferrer">
              <T t={t} k="standing.licences_deed" values={{ name: <bdi>{name}</bdi> }} />
            </a>
          </p>
        </section>
      ))}
      <p class="quietly">{t('standing.licences_last')}</p>
      <h2>{t('standing.licences_software')}</h2>
      <p>{t('standing.licences_software_text')}</p>
    </PageLayout>
  );
}
