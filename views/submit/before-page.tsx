import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface BeforePageModel {
  readonly page: PageModel;
  /** The module's own words on safety. */
  readonly notice: Phrase;
  readonly safetyContact: string;
  readonly first: string;
  /** This browser holds the receipt of another text, which it will forget. */
  readonly other?: string | undefined;
  readonly questions: number;
}

const points = [
  'submit.before_time',
  'submit.before_kept',
  'submit.before_account',
  'submit.before_last',
] as const satisfies MessageKey[];

/** The pause before the form: what not to write, what happens to it, and how to leave. */
export function BeforePage({ t, model }: { t: Translate; model: BeforePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.before_tab')} model={model.page}>
      <PageTitle>{t('submit.before_title')}</PageTitle>
      <Notice kind="safety" title={t('submit.before_safety')}>
        <p>
          <Say phrase={model.notice} />
        </p>
        <p>
          <T
            t={t}
            k="submit.before_contact"
            values={{ address: <a href={`mailto:${model.safetyContact}`}>{model.safetyContact}</a> }}
          />
        </p>
      </Notice>
      <ul>
        {points.map((point) => (
          <li>{t(point, { questions: model.questions })}</li>
        ))}
      </ul>
      {model.other !== undefined && (
        <Notice kind="warning" title={t('submit.before_other')}>
          <p>{t('submit.before_other_text')}</p>
          <p class="code" dir="ltr">
            {model.other}
          </p>
        </Notice>
      )}
      <Buttons>
        <ButtonLink href={model.first}>{t('submit.before_go')}</ButtonLink>
      </Buttons>
    </PageLayout>
  );
}
