import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form, type PostedForm } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserProse, type Phrase } from '../components/phrase.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface AskedPoint {
  readonly text: string;
  readonly must: boolean;
  readonly editorial: boolean;
  /** The question it is about, with the way to it in the form. */
  readonly about?: { readonly label: Phrase; readonly href: string } | undefined;
  /** Done, or not possible; and the words that go with it. */
  readonly reply: FieldView;
  readonly words: FieldView;
}

export interface RevisionPageModel {
  readonly page: PageModel;
  readonly until: string;
  readonly points: readonly AskedPoint[];
  readonly form: PostedForm;
  readonly saved: boolean;
  /** The first page of the whole form. */
  readonly whole: string;
  readonly back: string;
}

/** What curators ask, each point with its own reply; the text itself is mended in the form. */
export function RevisionPage({ t, model }: { t: Translate; model: RevisionPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('status.tab')} model={model.page}>
      <PageTitle lead={t('status.revision_lead', { until: model.until })}>
        {t('status.revision_title', { count: model.points.length })}
      </PageTitle>
      {model.saved && (
        <Notice kind="success" title={t('status.replies_saved')}>
          <p>{t('status.replies_saved_text')}</p>
        </Notice>
      )}
      <Form {...model.form}>
        {model.points.map((point, index) => (
          <Point t={t} point={point} number={index + 1} />
        ))}
        <Buttons>
          <Button name="go" value="check">
            {t('status.replies_check')}
          </Button>
          <Button name="go" value="stay" look="secondary">
            {t('status.replies_save')}
          </Button>
        </Buttons>
      </Form>
      <h2>{t('status.mend_title')}</h2>
      <p>{t('status.mend_text')}</p>
      <Buttons>
        <ButtonLink href={model.whole} look="secondary">
          {t('status.mend_open')}
        </ButtonLink>
      </Buttons>
      <p>
        <a href={model.back}>{t('status.back')}</a>
      </p>
    </PageLayout>
  );
}

function Point({ t, point, number }: { t: Translate; point: AskedPoint; number: number }): VNode {
  return (
    <section class="card">
      <h2>
        {t('status.point', { number })} <span class="mark">{t(point.must ? 'status.must' : 'status.should')}</span>
      </h2>
      <UserProse text={point.text} />
      {point.editorial && <p class="quietly">{t('status.wording_only')}</p>}
      {point.about !== undefined && (
        <p>
          <a href={point.about.href}>
            {t('status.mend_here')} <Say phrase={point.about.label} />
          </a>
        </p>
      )}
      <FormField t={t} field={point.reply} />
      <FormField t={t} field={point.words} />
    </section>
  );
}
