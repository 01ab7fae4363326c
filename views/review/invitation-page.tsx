import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type AnswerView } from '../components/answer-value.tsx';
import { Ball } from '../components/ball.tsx';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { PracticeName } from './practice.tsx';

/** One of the three answers: a small form of its own. */
export interface AnswerForm {
  readonly action: string;
  readonly csrf: string;
  readonly fields: readonly FieldView[];
  /** Shown open, since something in it has to be mended. */
  readonly open: boolean;
}

export interface InvitationPageModel {
  readonly page: PageModel;
  readonly module: Phrase;
  readonly title: string;
  readonly lang: string | undefined;
  readonly about: readonly { readonly label: Phrase; readonly answer: AnswerView }[];
  readonly words: number;
  readonly hours: number;
  /** Dates in words. */
  readonly respondBy: string;
  readonly reviewDays: number;
  readonly accept: AnswerForm;
  readonly decline: AnswerForm;
  readonly recuse: AnswerForm;
}

/** What somebody is asked to review, without who wrote it, and three ways to answer. Looking changes nothing. */
export function InvitationPage({ t, model }: { t: Translate; model: InvitationPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('review.invitation_tab')} model={model.page}>
      <PageTitle above={<Say phrase={model.module} />} lead={t('review.invitation_lead')}>
        <PracticeName model={model} />
      </PageTitle>
      <Ball t={t} who={t('review.your_answer')} due={model.respondBy} />
      <SummaryList
        t={t}
        rows={[
          ...model.about.map(({ label, answer }) => ({ label, value: <AnswerValue t={t} answer={answer} /> })),
          { label: t('review.length'), value: t('review.length_value', { words: model.words, hours: model.hours }) },
          { label: t('review.time'), value: t('review.time_value', { days: model.reviewDays }) },
          { label: t('review.asked'), value: t('review.asked_value') },
          { label: t('review.blind'), value: t('review.blind_value') },
        ]}
      />
      <h2 id="accept">{t('review.accept_title')}</h2>
      <Answer t={t} form={model.accept}>
        <Button>{t('review.accept')}</Button>
      </Answer>
      <details class="fold" open={model.decline.open} id="decline">
        <summary>{t('review.decline_title')}</summary>
        <p>{t('review.decline_lead')}</p>
        <Answer t={t} form={model.decline}>
          <Button look="secondary">{t('review.decline')}</Button>
        </Answer>
      </details>
      <details class="fold" open={model.recuse.open} id="recuse">
        <summary>{t('review.recuse_title')}</summary>
        <p>{t('review.recuse_lead')}</p>
        <Answer t={t} form={model.recuse}>
          <Button look="secondary">{t('review.recuse')}</Button>
        </Answer>
      </details>
    </PageLayout>
  );
}

function Answer({ t, form, children }: { t: Translate; form: AnswerForm; children: VNode }): VNode {
  return (
    <Form action={form.action} csrf={form.csrf}>
      {form.fields.map((field) => (
        <FormField t={t} field={field} />
      ))}
      <Buttons>{children}</Buttons>
    </Form>
  );
}
