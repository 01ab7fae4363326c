import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../src/i18n/translate.ts';
import type { FieldFrame } from '../field-view.ts';
import { Say } from '../phrase.tsx';

interface ShellProps {
  t: Translate;
  field: FieldFrame;
  children: ComponentChildren;
}

/** The ids of what explains a control, for `aria-describedby`. */
export function describedBy(field: FieldFrame): string | undefined {
  const ids = [
    field.hint !== undefined || field.limits !== undefined ? `${field.id}-hint` : undefined,
    field.error !== undefined ? `${field.id}-error` : undefined,
  ].filter((id) => id !== undefined);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, mistake and one control. */
export function FieldShell({ t, field, children }: ShellProps): VNode {
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <label for={field.id}>
        <Say phrase={field.label} />
        <MarkOf t={t} field={field} />
      </label>
      <Explanation t={t} field={field} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question together. */
export function FieldSet({ t, field, children, look }: ShellProps & { look?: string | undefined }): VNode {
  const looks = ['field', look, field.error === undefined ? undefined : 'wrong'].filter((name) => name !== undefined);
  return (
    <fieldset class={looks.join(' ')} aria-describedby={describedBy(field)}>
      <legend>
        <Say phrase={field.label} />
        <MarkOf t={t} field={field} />
      </legend>
      <Explanation t={t} field={field} />
      {children}
    </fieldset>
  );
}

export function MarkOf({ t, field }: { t: Translate; field: FieldFrame }): VNode | null {
  if (field.mark === 'required') return null;
  return (
    <>
      {' '}
      <span class="mark">{t(field.mark === 'optional' ? 'common.optional' : 'common.before_review')}</span>
    </>
  );
}

export function Explanation({ t, field }: { t: Translate; field: FieldFrame }): VNode {
  return (
    <>
      {(field.hint !== undefined || field.limits !== undefined) && (
        <div class="hint" id={`${field.id}-hint`}>
          {field.hint !== undefined && (
            <p>
              <Say phrase={field.hint} />
            </p>
          )}
          {field.limits !== undefined && (
            <p class="limits">
              <Say phrase={field.limits} />
            </p>
          )}
        </div>
      )}
      {field.error !== undefined && (
        <p class="error" id={`${field.id}-error`}>
          <span class="unseen">{t('common.error_label')} </span>
          <Say phrase={field.error} />
        </p>
      )}
    </>
  );
}
