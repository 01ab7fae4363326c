import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface HomeModule {
  readonly title: Phrase;
  readonly summary: Phrase;
  /** Where a new submission begins. */
  readonly start: string;
  /** Where a receipt is typed in. */
  readonly receipt: string;
  /** Where the draft that this browser knows goes on. */
  readonly goOn?: string | undefined;
}

export interface HomePageModel {
  readonly page: PageModel;
  readonly safety: string;
  readonly modules: readonly HomeModule[];
}

const steps = ['home.how_write', 'home.how_read', 'home.how_answer', 'home.how_yes'] as const satisfies MessageKey[];

/** The front door: what this is, where to begin, where to come back. */
export function HomePage({ t, model }: { t: Translate; model: HomePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('home.title')} model={model.page}>
      <PageTitle lead={t('home.lead')}>{t('home.heading')}</PageTitle>
      {model.modules.length === 0 && <Notice kind="info">{<p>{t('home.none')}</p>}</Notice>}
      {model.modules.map((module) => (
        <ModuleDoor t={t} module={module} />
      ))}
      <h2>{t('home.how')}</h2>
      <ol class="path">
        {steps.map((step) => (
          <li>
            <T t={t} k={step} values={{ b: (words) => <strong>{words}</strong> }} />
          </li>
        ))}
      </ol>
      <Notice kind="safety" title={t('home.safety_title')}>
        <p>
          <T t={t} k="home.safety" values={{ link: (words) => <a href={model.safety}>{words}</a> }} />
        </p>
      </Notice>
    </PageLayout>
  );
}

function ModuleDoor({ t, module }: { t: Translate; module: HomeModule }): VNode {
  return (
    <section class="card door">
      <h2>
        <Say phrase={module.title} />
      </h2>
      <p>
        <Say phrase={module.summary} />
      </p>
      <Buttons>
        {module.goOn !== undefined && <ButtonLink href={module.goOn}>{t('home.go_on')}</ButtonLink>}
        <ButtonLink href={module.start} look={module.goOn === undefined ? 'primary' : 'secondary'}>
          {t('home.start')}
        </ButtonLink>
        <ButtonLink href={module.receipt} look="quiet">
          {t('home.come_back')}
        </ButtonLink>
      </Buttons>
    </section>
  );
}
