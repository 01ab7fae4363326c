import type { VNode } from 'preact';
import type { Translate } from '../../../src/i18n/translate.ts';
import { Button } from '../button.tsx';
import type { EntryView, FieldOf, FieldView } from '../field-view.ts';
import { Say } from '../phrase.tsx';
import { Attest, CheckboxGroup, RadioGroup, Select, YesNo } from './choice-fields.tsx';
import { FieldSet } from './field-shell.tsx';
import { DateInput, MonthInput, TextArea, TextInput } from './text-fields.tsx';

/** Any field of a form, with its parts. */
export function FormField({ t, field }: { t: Translate; field: FieldView }): VNode {
  switch (field.kind) {
    case 'text':
      return <TextInput t={t} field={field} />;
    case 'textarea':
      return <TextArea t={t} field={field} />;
    case 'radios':
      return <RadioGroup t={t} field={field} />;
    case 'checkboxes':
      return <CheckboxGroup t={t} field={field} />;
    case 'select':
      return <Select t={t} field={field} />;
    case 'month':
      return <MonthInput t={t} field={field} />;
    case 'date':
      return <DateInput t={t} field={field} />;
    case 'yes_no':
      return <YesNo t={t} field={field} />;
    case 'attest':
      return <Attest t={t} field={field} />;
    case 'group':
      return <Group t={t} field={field} />;
    case 'repeat':
      return <Repeat t={t} field={field} />;
    case 'matrix':
      return <Matrix t={t} field={field} />;
  }
}

function Group({ t, field }: { t: Translate; field: FieldOf<'group'> }): VNode {
  return (
    <FieldSet t={t} field={field} look="group">
      <span id={field.id} tabIndex={-1} />
      <Parts t={t} parts={field.parts} />
    </FieldSet>
  );
}

function Repeat({ t, field }: { t: Translate; field: FieldOf<'repeat'> }): VNode {
  return (
    <FieldSet t={t} field={field} look="group">
      <span id={field.id} tabIndex={-1} />
      {field.entries.map((entry, index) => (
        <Entry t={t} entry={{ ...entry, label: entry.label ?? t('common.entry', { number: index + 1 }) }} />
      ))}
      {field.add !== undefined && (
        <Button look="secondary" name="add" value={field.add} unchecked>
          {t('common.add_another')}
        </Button>
      )}
    </FieldSet>
  );
}

function Matrix({ t, field }: { t: Translate; field: FieldOf<'matrix'> }): VNode {
  return (
    <FieldSet t={t} field={field} look="group matrix">
      <span id={field.id} tabIndex={-1} />
      {field.rows.map((row) => (
        <Entry t={t} entry={row} />
      ))}
    </FieldSet>
  );
}

function Entry({ t, entry }: { t: Translate; entry: EntryView }): VNode {
  return (
    <fieldset class="entry">
      {entry.label !== undefined && (
        <legend>
          <Say phrase={entry.label} />
        </legend>
      )}
      <Parts t={t} parts={entry.parts} />
    </fieldset>
  );
}

function Parts({ t, parts }: { t: Translate; parts: readonly FieldView[] }): VNode {
  return (
    <div class="parts">
      {parts.map((part) => (
        <FormField t={t} field={part} />
      ))}
    </div>
  );
}
