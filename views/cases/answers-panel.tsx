import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type AnswerView } from '../components/answer-value.tsx';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Say, UserText, type Phrase } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { SummaryList } from '../components/summary-list.tsx';

export interface AnswersPanelModel {
  readonly sections: readonly AnswerSection[];
  readonly contact: ContactModel;
  /** When this version was sent, in words. */
  readonly sent: string;
  readonly version: number;
}

export interface AnswerSection {
  readonly title: Phrase;
  readonly answers: readonly SeenAnswer[];
}

export interface SeenAnswer {
  readonly label: Phrase;
  readonly answer: AnswerView;
  /** Neither reviewers nor the public read it. */
  readonly inside: boolean;
  /** Words of it that mix letters which look alike. */
  readonly mixed: readonly string[];
}

/** Sealed until somebody says why they need it. */
export type ContactModel =
  | {
      readonly kind: 'sealed';
      readonly action: string;
      readonly csrf: string;
      readonly reason: string;
      readonly error?: string | undefined;
    }
  | { readonly kind: 'open'; readonly answers: readonly SeenAnswer[] };

/** The text as it was sent, for the staff. */
export function AnswersPanel({ t, model }: { t: Translate; model: AnswersPanelModel }): VNode {
  return (
    <>
      <p class="quietly">{t('curator.version_sent', { version: model.version, date: model.sent })}</p>
      <AnswerSections t={t} sections={model.sections} />
      <section>
        <h2>{t('curator.contact_title')}</h2>
        <Contact t={t} contact={model.contact} />
      </section>
    </>
  );
}

export function AnswerSections({ t, sections }: { t: Translate; sections: readonly AnswerSection[] }): VNode {
  return (
    <>
      {sections.map(({ title, answers }) => (
        <section>
          <h2>
            <Say phrase={title} />
          </h2>
          <Answers t={t} answers={answers} />
        </section>
      ))}
    </>
  );
}

function Answers({ t, answers }: { t: Translate; answers: readonly SeenAnswer[] }): VNode {
  const rows = answers.map(({ label, answer, inside, mixed }) => ({
    label,
    value: (
      <>
        <AnswerValue t={t} answer={answer} />
        {inside && <p class="quietly">{t('curator.inside_only')}</p>}
        {mixed.length > 0 && (
          <p>
            <StateBadge tone="alarm" label={t('curator.mixed_scripts')} /> {t('curator.mixed_scripts_words')}{' '}
            {mixed.map((word) => (
              <>
                <UserText text={word} />{' '}
              </>
            ))}
          </p>
        )}
      </>
    ),
  }));
  return <SummaryList t={t} rows={rows} />;
}

function Contact({ t, contact }: { t: Translate; contact: ContactModel }): VNode {
  if (contact.kind === 'open') {
    return (
      <>
        <Notice kind="safety">
          <p>{t('curator.contact_open')}</p>
        </Notice>
        {contact.answers.length === 0 ? (
          <p>{t('curator.contact_none')}</p>
        ) : (
          <Answers t={t} answers={contact.answers} />
        )}
      </>
    );
  }
  return (
    <>
      <p>{t('curator.contact_sealed')}</p>
      <Form action={contact.action} csrf={contact.csrf}>
        <FormField
          t={t}
          field={{
            kind: 'textarea',
            rows: 2,
            id: 'reason',
            name: 'reason',
            label: t('curator.contact_reason'),
            value: contact.reason,
            mark: 'required',
            error: contact.error,
          }}
        />
        <Buttons>
          <Button look="secondary">{t('curator.contact_show')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
