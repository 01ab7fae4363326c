import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { T } from '../components/t.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ModulePageModel {
  readonly page: PageModel;
  readonly title: Phrase;
  readonly summary: Phrase;
  /** Where a new text begins. */
  readonly start: string;
  /** The text that this browser knows. */
  readonly goOn?: { readonly href: string; readonly sent: boolean } | undefined;
  readonly receipt: { readonly action: string; readonly csrf: string };
  readonly safety: string;
  readonly site: string;
}

const steps = [
  'submit.step_write',
  'submit.step_read',
  'submit.step_answer',
  'submit.step_online',
] as const satisfies MessageKey[];

/** The door of a module: what it is, how it goes, the way in and the way back in. */
export function ModulePage({ t, model }: { t: Translate; model: ModulePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('submit.module_tab')} model={model.page}>
      <PageTitle lead={<Say phrase={model.summary} />}>
        <Say phrase={model.title} />
      </PageTitle>
      <Buttons>
        {model.goOn !== undefined && (
          <ButtonLink href={model.goOn.href}>
            {t(model.goOn.sent ? 'submit.see_yours' : 'submit.go_on_yours')}
          </ButtonLink>
        )}
        <ButtonLink href={model.start} look={model.goOn === undefined ? 'primary' : 'secondary'}>
          {t(model.goOn === undefined ? 'submit.start' : 'submit.start_another')}
        </ButtonLink>
      </Buttons>
      <h2>{t('submit.how')}</h2>
      <ol class="path">
        {steps.map((step) => (
          <li>
            <T t={t} k={step} values={{ b: (words) => <strong>{words}</strong> }} />
          </li>
        ))}
      </ol>
      <h2 id="receipt">{t('submit.come_back')}</h2>
      <p>{t('submit.come_back_help')}</p>
      <ReceiptForm t={t} form={model.receipt} />
      <Notice kind="safety" title={t('submit.safety_title')}>
        <p>
          <T t={t} k="submit.safety_text" values={{ link: (words) => <a href={model.safety}>{words}</a> }} />
        </p>
      </Notice>
      <p class="quietly">
        <a href={model.site} rel="noreferrer">
          {t('submit.read_module')}
        </a>
      </p>
    </PageLayout>
  );
}

export interface ReceiptFormModel {
  readonly action: string;
  readonly csrf: string;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}

/** Where a receipt is typed; as it was typed it stays, to be mended. */
export function ReceiptForm({ t, form }: { t: Translate; form: ReceiptFormModel }): VNode {
  return (
    <Form action={form.action} csrf={form.csrf}>
      <div class={form.error === undefined ? 'field' : 'field wrong'}>
        <label for="code">{t('submit.receipt_label')}</label>
        <div class="hint" id="code-hint">
          <p>{t('submit.receipt_hint')}</p>
        </div>
        {form.error !== undefined && (
          <p class="error" id="code-error">
            <span class="unseen">{t('common.error_label')} </span>
            {form.error}
          </p>
        )}
        <input
          type="text"
          id="code"
          name="code"
          value={form.typed}
          dir="ltr"
          size={32}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby={form.error === undefined ? 'code-hint' : 'code-hint code-error'}
          aria-invalid={form.error === undefined ? undefined : 'true'}
        />
      </div>
      <Button look="secondary">{t('submit.receipt_open')}</Button>
    </Form>
  );
}
