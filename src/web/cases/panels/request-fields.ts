import type { ErrorItem } from '../../../../views/components/error-summary.tsx';
import type { FieldView } from '../../../../views/components/field-view.ts';
import { requestLevels } from '../../../domain/review/review.ts';
import { textOf, type FormWords } from '../../form-fields/field-texts.ts';

/** A request as typed: about a field of the form or, without one, about the whole. */
export interface TypedRequest {
  readonly field: string | undefined;
  readonly level: 'must' | 'should';
  readonly editorial: boolean;
  readonly text: string;
}

export const blankRequest: TypedRequest = { field: undefined, level: 'must', editorial: false, text: '' };

const MOST_REQUESTS = 60;

/** The requests of a posted form, in their order; empty ones are kept so that the form looks as it was left. */
export function readRequests(body: Readonly<Record<string, unknown>>): TypedRequest[] {
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  const numbers = Array.from({ length: MOST_REQUESTS }, (_, index) => `requests.${String(index)}`);
  return numbers
    .filter((prefix) => `${prefix}.text` in body)
    .map((prefix) => ({
      field: text(`${prefix}.field`) === '' ? undefined : text(`${prefix}.field`),
      level: requestLevels.find((level) => level === text(`${prefix}.level`)) ?? 'must',
      editorial: text(`${prefix}.editorial`) === 'yes',
      text: text(`${prefix}.text`),
    }));
}

/** The fields with which one request is written. */
export function requestFields(
  words: FormWords,
  request: TypedRequest,
  index: number,
  problem?: ErrorItem,
): FieldView[] {
  const { t, definition } = words;
  const prefix = `requests.${String(index)}`;
  const frame = (name: string) => ({ id: `${prefix}.${name}`, name: `${prefix}.${name}` });
  return [
    {
      ...frame('field'),
      kind: 'select',
      label: t('curator.request_field'),
      hint: t('curator.request_field_hint'),
      mark: 'optional',
      options: definition.form.fields
        .filter(({ visibility }) => visibility !== 'sealed')
        .map(({ id }) => ({
          value: id,
          label: textOf(words, `fields.${id}.label`),
          chosen: request.field === id,
        })),
    },
    {
      ...frame('text'),
      kind: 'textarea',
      rows: 3,
      label: t('curator.request_text'),
      value: request.text,
      mark: 'required',
      error: problem?.field === `${prefix}.text` ? problem.message : undefined,
    },
    {
      ...frame('level'),
      kind: 'radios',
      label: t('curator.request_level'),
      mark: 'required',
      options: requestLevels.map((level) => ({
        value: level,
        label: t(`curator.level_${level}_long`),
        chosen: request.level === level,
      })),
    },
  ];
}
