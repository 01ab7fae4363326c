import type { VNode } from 'preact';
import type { Translate } from '../../../src/i18n/translate.ts';
import type { FieldFrame, FieldOf } from '../field-view.ts';
import { describedBy, FieldShell } from './field-shell.tsx';

interface Props<F> {
  t: Translate;
  field: F;
}

/** What every typed control has in common. */
const control = (field: FieldFrame) => ({
  id: field.id,
  name: field.name,
  required: field.mark === 'required',
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error === undefined ? undefined : ('true' as const),
});

export function TextInput({ t, field }: Props<FieldOf<'text'>>): VNode {
  const common = {
    ...control(field),
    value: field.value,
    maxLength: field.maxLength,
    autocomplete: field.autocomplete ?? 'off',
    lang: field.lang,
  };
  return (
    <FieldShell t={t} field={field}>
      {field.input === 'text' && <input {...common} type="text" dir={field.dir ?? 'auto'} />}
      {field.input === 'email' && <input {...common} type="email" dir="ltr" />}
      {field.input === 'url' && <input {...common} type="url" dir="ltr" />}
      {field.input === 'number' && <input {...common} type="text" inputMode="numeric" dir="ltr" class="short" />}
    </FieldShell>
  );
}

/** A browser drops the line end that follows the tag, so one that was typed needs another before it (HTML, 13.2.6.4.7). */
const afterTag = (value: string): string => (value.startsWith('\n') || value.startsWith('\r') ? `\n${value}` : value);

export function TextArea({ t, field }: Props<FieldOf<'textarea'>>): VNode {
  return (
    <FieldShell t={t} field={field}>
      <textarea {...control(field)} rows={field.rows ?? 7} lang={field.lang} dir={field.dir ?? 'auto'}>
        {afterTag(field.value)}
      </textarea>
    </FieldShell>
  );
}

/** Typed, since old phones have no picker for a month and a picker refuses “the year alone”. */
export function MonthInput({ t, field }: Props<FieldOf<'month'>>): VNode {
  return <Calendar t={t} field={{ ...field, hint: field.hint ?? t('common.month_hint') }} size={7} />;
}

/** Typed too: a picker throws away what it cannot read, and nothing that was typed may be lost. */
export function DateInput({ t, field }: Props<FieldOf<'date'>>): VNode {
  return <Calendar t={t} field={{ ...field, hint: field.hint ?? t('common.date_hint') }} size={10} />;
}

function Calendar({ t, field, size }: Props<FieldOf<'month'> | FieldOf<'date'>> & { size: number }): VNode {
  return (
    <FieldShell t={t} field={field}>
      <input
        {...control(field)}
        type="text"
        value={field.value}
        size={size}
        class="short"
        dir="ltr"
        autocomplete="off"
      />
    </FieldShell>
  );
}
