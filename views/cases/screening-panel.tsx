import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { SideBySide } from '../components/side-by-side.tsx';

export interface ScreeningPanelModel {
  readonly action: string;
  readonly csrf: string;
  readonly version: number;
  readonly fields: readonly FieldView[];
  readonly findings: readonly FindingModel[];
  /** Something to know first, such as a hold. */
  readonly notice?: string | undefined;
  /** The form takes nothing now. */
  readonly closed: boolean;
  readonly ask: string;
  readonly reject: string;
}

/** A place in the text that may tell who somebody is. */
export interface FindingModel {
  readonly field: string;
  readonly kind: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** The check before review, beside the text that it is about. */
export function ScreeningPanel(props: {
  t: Translate;
  model: ScreeningPanelModel;
  /** The submission. */
  children: ComponentChildren;
}): VNode {
  const { t, model } = props;
  return (
    <>
      {model.notice !== undefined && (
        <Notice kind="safety">
          <p>{model.notice}</p>
        </Notice>
      )}
      <SideBySide
        readLabel={t('curator.tab_submission')}
        workLabel={t('curator.tab_screening')}
        read={
          <>
            <Findings t={t} findings={model.findings} />
            {props.children}
          </>
        }
        work={<Check t={t} model={model} />}
      />
    </>
  );
}

function Check({ t, model }: { t: Translate; model: ScreeningPanelModel }): VNode {
  return (
    <>
      <h2>{t('curator.screening_title')}</h2>
      <p>{t('curator.screening_lead')}</p>
      <Form action={model.action} csrf={model.csrf} hidden={{ version: String(model.version) }}>
        {model.fields.map((field) => (
          <FormField t={t} field={field} />
        ))}
        {!model.closed && (
          <Buttons>
            <Button>{t('curator.screening_save')}</Button>
          </Buttons>
        )}
      </Form>
      {!model.closed && (
        <>
          <h2>{t('curator.screening_else')}</h2>
          <ul>
            <li>
              <a href={model.ask}>{t('curator.to_ask')}</a>
            </li>
            <li>
              <a href={model.reject}>{t('curator.to_reject')}</a>
            </li>
          </ul>
        </>
      )}
    </>
  );
}

/** What the service noticed; it warns and never clears. */
function Findings({ t, findings }: { t: Translate; findings: readonly FindingModel[] }): VNode {
  if (findings.length === 0) {
    return (
      <Notice kind="info">
        <p>{t('curator.findings_none')}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={t('curator.findings_title', { count: findings.length })}>
      <ul>
        {findings.map(({ field, kind, before, found, after }) => (
          <li>
            <strong>{field}</strong> · {kind}
            <br />
            <bdi>
              {before}
              <mark>{found}</mark>
              {after}
            </bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
