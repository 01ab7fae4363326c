import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface BrowserPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  /** Enough of the reviewer's address for its owner to know it. */
  readonly address: string;
  /** `ask`: no code was asked for yet. `type`: one is on its way. `wrong`: what was typed fits none. */
  readonly step: 'ask' | 'type' | 'wrong';
  /** In the demonstration: where the letters are. */
  readonly letters: string | undefined;
}

/** The link was opened in a browser that we do not know: it may have been passed on, so a code goes to the reviewer. */
export function BrowserPage({ t, model }: { t: Translate; model: BrowserPageModel }): VNode {
  const error = model.step === 'wrong' ? t('review.code_wrong') : undefined;
  const page = { ...model.page, problems: error === undefined ? [] : [{ field: 'code', message: error }] };
  return (
    <PageLayout t={t} title={t('review.browser_tab')} model={page}>
      <PageTitle
        lead={t(model.step === 'ask' ? 'review.browser_lead' : 'review.code_lead', { address: model.address })}
      >
        {t('review.browser_title')}
      </PageTitle>
      {model.step !== 'ask' && model.letters !== undefined && (
        <p>
          <a href={model.letters}>{t('account.to_letters')}</a>
        </p>
      )}
      <Form action={model.action} csrf={model.csrf}>
        {model.step !== 'ask' && (
          <FormField
            t={t}
            field={{
              kind: 'text',
              input: 'text',
              id: 'code',
              name: 'code',
              label: t('review.code'),
              hint: t('review.code_hint'),
              value: '',
              dir: 'ltr',
              autocomplete: 'one-time-code',
              mark: 'required',
              error,
            }}
          />
        )}
        <Buttons>
          {model.step !== 'ask' && <Button>{t('review.code_send')}</Button>}
          <Button look={model.step === 'ask' ? 'primary' : 'secondary'} name="ask" value="yes">
            {t(model.step === 'ask' ? 'review.code_ask' : 'review.code_again')}
          </Button>
        </Buttons>
      </Form>
    </PageLayout>
  );
}
