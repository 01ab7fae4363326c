import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { MarkdownBox, type CleanHtml } from '../components/markdown-box.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { UserProse, UserText } from '../components/phrase.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

interface Posting {
  readonly action: string;
  readonly csrf: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export interface ApprovalPageModel {
  readonly page: PageModel;
  /** It is another page than the one that was just answered. */
  readonly changed: boolean;
  readonly until: string;
  readonly shown: CleanHtml;
  readonly title: string;
  /** Everything as it will stand in the repository. */
  readonly sources: readonly { readonly path: string; readonly text: string }[];
  readonly consent: { readonly text: string; readonly lang: string };
  readonly notBefore?: string | undefined;
  /** How the page names whoever sent it, as it is stored beside the text. */
  readonly named: string;
  readonly form: Posting;
  readonly agreed: FieldView;
  readonly change: FieldView;
  readonly attribution: { readonly form: Posting; readonly fields: readonly FieldView[] };
  readonly withdraw: string;
  readonly back: string;
}

/** The page exactly as it will look, and the four answers to it: yes, change it, name me otherwise, stop. */
export function ApprovalPage({ t, model }: { t: Translate; model: ApprovalPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('status.tab')} model={model.page}>
      <PageTitle lead={t('status.approval_lead', { until: model.until })}>{t('status.approval_title')}</PageTitle>
      {model.changed && (
        <Notice kind="warning" title={t('status.page_changed_title')}>
          <p>{t('status.page_changed_text')}</p>
        </Notice>
      )}
      <article aria-label={t('status.approval_page')}>
        <h2 lang={model.shown.lang} dir={model.shown.dir}>
          {model.title}
        </h2>
        <p>
          <T t={t} k="status.approval_named" values={{ name: <UserText text={model.named} /> }} />
        </p>
        <MarkdownBox {...model.shown} />
      </article>
      <details class="fold">
        <summary>{t('status.approval_sources')}</summary>
        <p>{t('status.approval_sources_help')}</p>
        {model.sources.map(({ path, text }) => (
          <figure>
            <figcaption>
              <bdi>{path}</bdi>
            </figcaption>
            <pre dir="auto" tabIndex={0}>
              {text}
            </pre>
          </figure>
        ))}
      </details>
      <h2>{t('status.approve_heading')}</h2>
      {model.notBefore !== undefined && (
        <Notice kind="info">
          <p>{t('status.approve_embargo', { date: model.notBefore })}</p>
        </Notice>
      )}
      <UserProse text={model.consent.text} lang={model.consent.lang} />
      <Form {...model.form}>
        <FormField t={t} field={model.agreed} />
        <Button name="answer" value="approve">
          {t('status.approve_button')}
        </Button>
      </Form>
      <h2>{t('status.change_heading')}</h2>
      <Form {...model.form}>
        <FormField t={t} field={model.change} />
        <Button name="answer" value="change" look="secondary">
          {t('status.change_button')}
        </Button>
      </Form>
      <details class="fold" open={model.attribution.fields.some(({ error }) => error !== undefined)}>
        <summary>{t('status.naming_heading')}</summary>
        <p>{t('status.naming_help')}</p>
        <Form {...model.attribution.form}>
          {model.attribution.fields.map((field) => (
            <FormField t={t} field={field} />
          ))}
          <Button look="secondary">{t('status.naming_button')}</Button>
        </Form>
      </details>
      <Buttons>
        <a href={model.withdraw}>{t('status.approval_stop')}</a>
        <a href={model.back}>{t('status.back')}</a>
      </Buttons>
    </PageLayout>
  );
}
