import type { VNode } from 'preact';
import type { Translate } from '../../../src/i18n/translate.ts';
import type { FieldOf, OptionGroupView, OptionView } from '../field-view.ts';
import { Say } from '../phrase.tsx';
import { describedBy, Explanation, FieldSet, FieldShell } from './field-shell.tsx';

interface Props<F> {
  t: Translate;
  field: F;
}

export function RadioGroup({ t, field }: Props<FieldOf<'radios'>>): VNode {
  return (
    <FieldSet t={t} field={field} look={field.row === true ? 'row' : undefined}>
      <Options type="radio" id={field.id} name={field.name} options={field.options} />
    </FieldSet>
  );
}

export function YesNo({ t, field }: Props<FieldOf<'yes_no'>>): VNode {
  const options: OptionView[] = [
    { value: 'yes', label: t('common.yes'), chosen: field.value === 'yes' },
    { value: 'no', label: t('common.no'), chosen: field.value === 'no' },
  ];
  return (
    <FieldSet t={t} field={field} look="row">
      <Options type="radio" id={field.id} name={field.name} options={options} />
    </FieldSet>
  );
}

export function CheckboxGroup({ t, field }: Props<FieldOf<'checkboxes'>>): VNode {
  const groups = field.groups ?? [];
  return (
    <FieldSet t={t} field={field}>
      <Options type="checkbox" id={field.id} name={field.name} options={field.options} />
      {groups.map((group, index) => (
        <FoldedOptions
          id={field.options.length === 0 && index === 0 ? field.id : `${field.id}-g${String(index)}`}
          name={field.name}
          group={group}
        />
      ))}
    </FieldSet>
  );
}

function FoldedOptions({ id, name, group }: { id: string; name: string; group: OptionGroupView }): VNode {
  return (
    <details class="fold" open={group.options.some((option) => option.chosen)}>
      <summary>
        <Say phrase={group.label} />
      </summary>
      <Options type="checkbox" id={id} name={name} options={group.options} />
    </details>
  );
}

/** The first control carries the field's own id, so that the error summary leads to it. */
function Options(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  options: readonly OptionView[];
}): VNode {
  return (
    <div class="options">
      {props.options.map((option, index) => {
        const id = index === 0 ? props.id : `${props.id}-${String(index)}`;
        return (
          <div class="option">
            <input type={props.type} id={id} name={props.name} value={option.value} checked={option.chosen} />
            <label for={id}>
              <Say phrase={option.label} />
              {option.hint !== undefined && (
                <small>
                  <Say phrase={option.hint} />
                </small>
              )}
            </label>
          </div>
        );
      })}
    </div>
  );
}

export function Select({ t, field }: Props<FieldOf<'select'>>): VNode {
  return (
    <FieldShell t={t} field={field}>
      <select id={field.id} name={field.name} aria-describedby={describedBy(field)}>
        <option value="">{t('common.choose')}</option>
        {field.options.map(selectOption)}
        {(field.groups ?? []).map((group) => (
          <optgroup label={typeof group.label === 'string' ? group.label : group.label.text}>
            {group.options.map(selectOption)}
          </optgroup>
        ))}
      </select>
    </FieldShell>
  );
}

function selectOption({ value, label, chosen }: OptionView): VNode {
  const said = typeof label === 'string' ? { text: label, lang: undefined, dir: undefined } : label;
  return (
    <option value={value} selected={chosen} lang={said.lang} dir={said.dir}>
      {said.text}
    </option>
  );
}

/** One box to tick, beside the sentence that is confirmed by it. */
export function Attest({ t, field }: Props<FieldOf<'attest'>>): VNode {
  return (
    <div class={field.error === undefined ? 'field attest' : 'field attest wrong'}>
      <Explanation t={t} field={{ ...field, hint: undefined, limits: undefined }} />
      <div class="option">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          value="yes"
          checked={field.chosen}
          aria-describedby={describedBy(field)}
          aria-invalid={field.error === undefined ? undefined : 'true'}
        />
        <label for={field.id}>
          <Say phrase={field.label} />
        </label>
      </div>
      <Explanation t={t} field={{ ...field, error: undefined }} />
    </div>
  );
}
