import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type NamedAnswer } from '../components/answer-value.tsx';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form, type PostedForm } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserText, type Phrase } from '../components/phrase.tsx';
import { ReceiptBox } from '../components/receipt-box.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface CheckSection {
  readonly title: Phrase;
  readonly rows: readonly (NamedAnswer & { readonly change: string })[];
}

/** One thing that keeps the text from being sent, with the way to it. */
export interface Missing {
  readonly message: string;
  readonly href: string;
}

export interface FoundPlace {
  readonly field: string;
  readonly href: string;
  readonly excerpt: string;
  readonly why: MessageKey;
}

export interface CheckPageModel {
  readonly page: PageModel;
  readonly kind: 'draft' | 'revision';
  readonly receipt: string;
  readonly missing: readonly Missing[];
  /** Open questions that the review needs: the text may be sent without. */
  readonly later: readonly Missing[];
  readonly sections: readonly CheckSection[];
  readonly places: readonly FoundPlace[];
  /** Places in which the receipt itself stands. */
  readonly receiptPlaces: readonly Missing[];
  readonly form: PostedForm;
  readonly confirmations: readonly FieldView[];
  readonly checked: FieldView | undefined;
  readonly back: string;
}

/** Everything before it leaves: what is missing, what may identify somebody, and the four confirmations. */
export function CheckPage({ t, model }: { t: Translate; model: CheckPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.check_tab')} model={model.page}>
      <PageTitle lead={t(`submit.check_${model.kind}_lead`)}>{t(`submit.check_${model.kind}_title`)}</PageTitle>
      {model.missing.length > 0 && (
        <Notice kind="warning" title={t('submit.missing', { count: model.missing.length })}>
          <Links links={model.missing} />
        </Notice>
      )}
      {model.sections.map(({ title, rows }) => (
        <section>
          <h2>
            <Say phrase={title} />
          </h2>
          <SummaryList
            t={t}
            rows={rows.map(({ label, answer, change }) => ({
              label,
              change,
              ...(answer === undefined ? {} : { value: <AnswerValue t={t} answer={answer} /> }),
            }))}
          />
        </section>
      ))}
      {model.later.length > 0 && (
        <details class="fold">
          <summary>{t('submit.later', { count: model.later.length })}</summary>
          <p>{t('submit.later_help')}</p>
          <Links links={model.later} />
        </details>
      )}
      <h2>{t('submit.check_people')}</h2>
      <Places t={t} model={model} />
      <Form {...model.form}>
        {model.checked !== undefined && <FormField t={t} field={model.checked} />}
        <h2>{t('submit.confirm')}</h2>
        {model.confirmations.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <ReceiptBox t={t} receipt={model.receipt} />
        <p>{t('submit.receipt_works')}</p>
        <Buttons>
          <Button>{t(`submit.send_${model.kind}`)}</Button>
        </Buttons>
        <p class="quietly">{t('submit.send_help')}</p>
      </Form>
      <p>
        <a href={model.back}>{t('submit.back_to_form')}</a>
      </p>
    </PageLayout>
  );
}

function Places({ t, model }: { t: Translate; model: CheckPageModel }): VNode {
  return (
    <>
      {model.receiptPlaces.length > 0 && (
        <Notice kind="warning" title={t('submit.receipt_in_text')}>
          <p>{t('submit.receipt_in_text_help')}</p>
          <Links links={model.receiptPlaces} />
        </Notice>
      )}
      {model.places.length === 0 ? (
        <p>{t('submit.nothing_found')}</p>
      ) : (
        <Notice kind="safety" title={t('submit.found', { count: model.places.length })}>
          <p>{t('submit.found_help')}</p>
          <ul>
            {model.places.map(({ field, href, excerpt, why }) => (
              <li>
                <a href={href}>{field}</a>
                {' – '}
                <mark>
                  <UserText text={excerpt} />
                </mark>{' '}
                <span class="quietly">{t(why)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Links({ links }: { links: readonly Missing[] }): VNode {
  return (
    <ul>
      {links.map(({ message, href }) => (
        <li>
          <a href={href}>{message}</a>
        </li>
      ))}
    </ul>
  );
}
