import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type NamedAnswer } from '../components/answer-value.tsx';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { SideBySide } from '../components/side-by-side.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ConflictPageModel {
  readonly page: PageModel;
  /** `tab`: another window saved this page first. `sent`: it had been sent with other words. */
  readonly kind: 'tab' | 'sent';
  readonly stored: readonly NamedAnswer[];
  readonly typed: readonly NamedAnswer[];
  /** How to save what was typed here; not for a text that was sent. */
  readonly form?:
    | {
        readonly action: string;
        readonly csrf: string;
        readonly hidden: Readonly<Record<string, string>>;
        readonly fields: readonly FieldView[];
      }
    | undefined;
  /** Keeps the other words, or leads to the status page. */
  readonly other: string;
}

/** Two texts for one place, side by side: nothing is lost, and the person chooses. */
export function ConflictPage({ t, model }: { t: Translate; model: ConflictPageModel }): VNode {
  const { kind, form } = model;
  return (
    <PageLayout t={t} title={t('submit.conflict_tab')} model={model.page} width="wide">
      <PageTitle lead={t(`submit.conflict_${kind}_lead`)}>{t(`submit.conflict_${kind}_title`)}</PageTitle>
      <SideBySide
        readLabel={t(`submit.conflict_${kind}_stored`)}
        workLabel={t('submit.conflict_typed')}
        read={
          <>
            <h2>{t(`submit.conflict_${kind}_stored`)}</h2>
            <Answers t={t} answers={model.stored} />
            <Buttons>
              <ButtonLink href={model.other} look="secondary">
                {t(`submit.conflict_${kind}_other`)}
              </ButtonLink>
            </Buttons>
          </>
        }
        work={
          <>
            <h2>{t('submit.conflict_typed')}</h2>
            {form === undefined ? (
              <Answers t={t} answers={model.typed} />
            ) : (
              <Form action={form.action} csrf={form.csrf} hidden={form.hidden}>
                {form.fields.map((field) => (
                  <FormField t={t} field={field} />
                ))}
                <Buttons>
                  <Button name="go" value="next">
                    {t('submit.conflict_keep')}
                  </Button>
                </Buttons>
              </Form>
            )}
          </>
        }
      />
    </PageLayout>
  );
}

function Answers({ t, answers }: { t: Translate; answers: readonly NamedAnswer[] }): VNode {
  const rows = answers.map(({ label, answer }) => ({
    label,
    ...(answer === undefined ? {} : { value: <AnswerValue t={t} answer={answer} /> }),
  }));
  return <SummaryList t={t} rows={rows} />;
}
