import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { UserProse } from '../components/phrase.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ShutPageModel {
  readonly page: PageModel;
  readonly why: 'paused' | 'expired' | 'declined' | 'recused' | 'released' | 'closed';
  /** Where the reviewer gets their own text back, if they had written any. */
  readonly text: string | undefined;
  /** What was typed just now and could not be saved. */
  readonly typed: readonly string[];
  /** Something that was written is kept for the time when it goes on. */
  readonly kept: boolean;
}

/** The link opens nothing any more, or nothing just now; nobody loses what they wrote. */
export function ShutPage({ t, model }: { t: Translate; model: ShutPageModel }): VNode {
  const title = t(`review.shut_${model.why}_title`);
  return (
    <PageLayout t={t} title={t('review.tab')} model={model.page}>
      <PageTitle lead={t(`review.shut_${model.why}_lead`)}>{title}</PageTitle>
      {model.kept && <p>{t('review.shut_kept')}</p>}
      {model.text !== undefined && (
        <>
          <p>{t('review.shut_text')}</p>
          <Buttons>
            <ButtonLink look="secondary" href={model.text}>
              {t('review.shut_download')}
            </ButtonLink>
          </Buttons>
        </>
      )}
      {model.typed.length > 0 && (
        <section>
          <h2>{t('problems.typed_heading')}</h2>
          <p>{t('problems.typed_help')}</p>
          {model.typed.map((text) => (
            <UserProse text={text} />
          ))}
        </section>
      )}
    </PageLayout>
  );
}
