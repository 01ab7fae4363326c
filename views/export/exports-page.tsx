import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { CardList } from '../components/card-list.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pagination } from '../components/pagination.tsx';
import { UserProse } from '../components/phrase.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ExportsPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  readonly done?: string | undefined;
  /** None for who may answer and not ask. */
  readonly form:
    | { readonly kind: 'fields'; readonly fields: readonly FieldView[] }
    | { readonly kind: 'later'; readonly says: string }
    | undefined;
  readonly cards: readonly ExportCard[];
  readonly next?: string | undefined;
  readonly first?: string | undefined;
}

/** One file that was asked for, and what the reader may do about it. */
export interface ExportCard {
  /** Stands in every line of the file. */
  readonly mark: string;
  readonly title: string;
  readonly standing: { readonly label: string; readonly tone: Tone };
  readonly asked: string;
  readonly reason: string;
  readonly answered: string | undefined;
  readonly refusal: string | undefined;
  readonly downloads: string | undefined;
  readonly waits: string | undefined;
  readonly download: string | undefined;
  readonly answer:
    | { readonly action: string; readonly help: string; readonly refusing: boolean; readonly field: FieldView }
    | undefined;
}

/** Files of all cases: what was asked for, by whom and why, who answered, and the form to ask. */
export function ExportsPage({ t, model }: { t: Translate; model: ExportsPageModel }): VNode {
  const { form, cards, csrf } = model;
  return (
    <PageLayout t={t} title={t('exports.title')} model={model.page}>
      {model.done !== undefined && <Notice kind="success" title={model.done} />}
      <PageTitle lead={t('exports.lead')}>{t('exports.title')}</PageTitle>
      {cards.length > 0 && (
        <section>
          <h2>{t('exports.list_title')}</h2>
          <CardList level={3} items={cards.map((card) => cardItem(t, csrf, card))} />
          <Pagination t={t} next={model.next} first={model.first} />
        </section>
      )}
      {form !== undefined && (
        <section>
          <h2>{t('exports.form_title')}</h2>
          <p>{t('exports.never')}</p>
          {form.kind === 'later' ? (
            <p>{form.says}</p>
          ) : (
            <Form action={model.action} csrf={csrf}>
              {form.fields.map((field) => (
                <FormField t={t} field={field} />
              ))}
              <Buttons>
                <Button>{t('exports.ask')}</Button>
              </Buttons>
            </Form>
          )}
        </section>
      )}
    </PageLayout>
  );
}

const cardItem = (t: Translate, csrf: string, card: ExportCard) => ({
  title: card.title,
  badge: <StateBadge {...card.standing} />,
  body: <CardBody t={t} card={card} />,
  foot: <CardActions t={t} csrf={csrf} card={card} />,
});

function CardBody({ t, card }: { t: Translate; card: ExportCard }): VNode {
  const row = (label: string, value: VNode | string | undefined) => (value === undefined ? [] : [{ label, value }]);
  return (
    <SummaryList
      t={t}
      rows={[
        ...row(t('exports.asked'), card.asked),
        ...row(t('exports.why'), <UserProse text={card.reason} />),
        ...row(t('exports.answered'), card.answered),
        ...row(t('exports.why_not'), card.refusal === undefined ? undefined : <UserProse text={card.refusal} />),
        ...row(t('exports.downloaded'), card.downloads),
        ...row(t('exports.mark'), <bdi class="whole">{card.mark}</bdi>),
      ]}
    />
  );
}

function CardActions({ t, csrf, card }: { t: Translate; csrf: string; card: ExportCard }): VNode | null {
  if (card.waits !== undefined) return <p>{card.waits}</p>;
  if (card.download !== undefined)
    return (
      <>
        <p>{t('exports.ready_help')}</p>
        <Form action={card.download} csrf={csrf}>
          <Buttons>
            <Button>{t('exports.download')}</Button>
          </Buttons>
        </Form>
      </>
    );
  return card.answer === undefined ? null : <Answer t={t} csrf={csrf} answer={card.answer} />;
}

type AnswerModel = Exclude<ExportCard['answer'], undefined>;

function Answer({ t, csrf, answer }: { t: Translate; csrf: string; answer: AnswerModel }): VNode {
  return (
    <>
      <p>{answer.help}</p>
      <Form action={answer.action} csrf={csrf} hidden={{ answer: 'approved' }}>
        <Buttons>
          <Button>{t('exports.approve')}</Button>
        </Buttons>
      </Form>
      <details class="fold" open={answer.refusing}>
        <summary>{t('exports.refuse_title')}</summary>
        <Form action={answer.action} csrf={csrf} hidden={{ answer: 'refused' }}>
          <FormField t={t} field={answer.field} />
          <Buttons>
            <Button look="danger">{t('exports.refuse')}</Button>
          </Buttons>
        </Form>
      </details>
    </>
  );
}
