import type { FieldView } from '../../../views/components/field-view.ts';
import { requestLevels, type ReviewDraft, type ReviewRequest } from '../../domain/review/review.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { fieldName } from './part-words.ts';

export interface RequestsInput {
  readonly draft: ReviewDraft;
  /** Room for one more request. */
  readonly adding: boolean;
  /** The questions of the form that the reviewer was shown. */
  readonly fields: readonly string[];
}

/** What is there, room for a first one, and for one more when it was asked for. */
export function requestsField(words: FormWords, { draft, adding, fields }: RequestsInput): FieldView {
  const { t } = words;
  const blanks = draft.requests.length === 0 || adding ? 1 : 0;
  const requests: (ReviewRequest | undefined)[] = [
    ...draft.requests,
    ...Array.from({ length: blanks }, () => undefined),
  ];
  return {
    kind: 'repeat',
    id: 'requests',
    name: 'requests',
    label: t('review.requests'),
    hint: t('review.requests_hint'),
    mark: 'optional',
    entries: requests.map((request, index) => ({ parts: requestParts(words, request, index, fields) })),
    add: 'requests',
  };
}

function requestParts(
  words: FormWords,
  request: ReviewRequest | undefined,
  index: number,
  fields: readonly string[],
): FieldView[] {
  const { t } = words;
  const name = (part: string): { id: string; name: string } => ({
    id: `requests.${String(index)}.${part}`,
    name: `requests.${String(index)}.${part}`,
  });
  return [
    {
      kind: 'textarea',
      ...name('text'),
      label: t('review.request_text'),
      mark: 'required',
      value: request?.text ?? '',
      rows: 3,
      dir: 'auto',
    },
    {
      kind: 'select',
      ...name('field'),
      label: t('review.request_field'),
      hint: t('review.request_field_hint'),
      mark: 'optional',
      options: fields.map((id) => ({ value: id, label: fieldName(words, id), chosen: request?.field === id })),
    },
    {
      kind: 'radios',
      ...name('level'),
      label: t('review.request_level'),
      mark: 'required',
      options: requestLevels.map((level) => ({
        value: level,
        label: t(`review.level_${level}`),
        chosen: (request?.level ?? 'should') === level,
      })),
    },
    {
      kind: 'yes_no',
      ...name('editorial'),
      label: t('review.request_editorial'),
      mark: 'required',
      value: request?.editorial === true ? 'yes' : 'no',
    },
  ];
}
