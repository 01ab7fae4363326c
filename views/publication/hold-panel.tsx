import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Timeline, type TimelineItem } from '../components/timeline.tsx';

export interface HoldPanelModel {
  readonly csrf: string;
  readonly action: string;
  readonly held: boolean;
  /** Who may only look is told who can act. */
  readonly field: FieldView | undefined;
  readonly holds: readonly TimelineItem[];
}

/** The safety stop of a case: raise it, lift it, and what was said each time. */
export function HoldPanel({ t, model }: { t: Translate; model: HoldPanelModel }): VNode {
  return (
    <>
      {model.held ? (
        <Notice kind="safety" title={t('publication.hold_on')}>
          <p>{t('publication.hold_on_help')}</p>
        </Notice>
      ) : (
        <p>{t('publication.hold_off')}</p>
      )}
      {model.field === undefined ? (
        model.held && <p>{t('publication.lift_not_you')}</p>
      ) : (
        <HoldForm t={t} model={model} field={model.field} />
      )}
      {model.holds.length > 0 && (
        <>
          <h2>{t('publication.holds_title')}</h2>
          <Timeline items={model.holds} />
        </>
      )}
    </>
  );
}

function HoldForm({ t, model, field }: { t: Translate; model: HoldPanelModel; field: FieldView }): VNode {
  const { held, action, csrf } = model;
  return (
    <>
      <h2>{t(held ? 'publication.lift_title' : 'publication.raise_title')}</h2>
      {!held && <p>{t('publication.raise_help')}</p>}
      <Form action={action} csrf={csrf} hidden={{ act: held ? 'lift' : 'raise' }}>
        <FormField t={t} field={field} />
        <Buttons>
          <Button look={held ? 'primary' : 'danger'}>{t(held ? 'publication.lift' : 'publication.raise')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
