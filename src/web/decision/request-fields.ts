import type { EntryView, FieldFrame, FieldView, OptionView } from '../../../views/components/field-view.ts';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { RoundFacts } from '../../db/queries/round-facts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';
import type { DecisionCase } from './decision-case.ts';
import { labelledReviews } from './decision-letter.ts';
import { blankRequest, type DecisionTyped, type TypedRequest } from './decision-typed.ts';

/** What the reviewers ask, ready to be taken over, and one place for the curator's own. */
export function suggestedRequests(facts: RoundFacts | undefined): TypedRequest[] {
  const given = facts === undefined ? [] : labelledReviews(facts);
  const taken = given.flatMap(({ label, review }) =>
    review.requests.map(({ field, level, editorial, text }) => ({
      include: true,
      level,
      editorial,
      field: field ?? '',
      text,
      from: label,
    })),
  );
  return [...taken, blankRequest];
}

/** The requests as a list that can be changed and grows by one on demand. */
export function requestsField(
  t: Translate,
  found: DecisionCase,
  { requests }: DecisionTyped,
  errors: readonly ErrorItem[],
): FieldView {
  const taken = requests.some(({ from }) => from !== '');
  return {
    id: 'requests',
    name: 'requests',
    label: t('decision.requests'),
    hint: t(taken ? 'decision.requests_hint' : 'decision.requests_hint_own'),
    mark: 'required',
    error: errors.find(({ field }) => field === 'requests')?.message,
    kind: 'repeat',
    entries: requests.map((request, index) => entryOf(t, found, request, index, errors)),
    add: 'requests',
  };
}

function entryOf(
  t: Translate,
  { definition }: DecisionCase,
  request: TypedRequest,
  index: number,
  errors: readonly ErrorItem[],
): EntryView {
  const frame = (part: string, label: string): FieldFrame => {
    const id = `requests.${String(index)}.${part}`;
    const error = errors.find(({ field }) => field === id)?.message;
    return { id, name: id, label, mark: part === 'field' ? 'optional' : 'required', error };
  };
  const fields = definition.form.fields
    .filter(({ visibility }) => visibility !== 'sealed')
    .map(({ id }) => ({
      value: id,
      label: phraseOf(definition, t.lang, `fields.${id}.label`),
      chosen: id === request.field,
    }));
  const own = request.from === '';
  return {
    label: own ? t('decision.request_own') : t('decision.request_from', { label: request.from }),
    parts: [
      ...(own
        ? []
        : [{ ...frame('include', t('decision.request_include')), kind: 'attest', chosen: request.include } as const]),
      { ...frame('text', t('decision.request_text')), kind: 'textarea', rows: 3, value: request.text, dir: 'auto' },
      { ...frame('field', t('decision.request_field')), kind: 'select', options: fields },
      { ...frame('level', t('decision.request_level')), kind: 'radios', options: levelOptions(t, request) },
      { ...frame('editorial', t('decision.request_editorial')), kind: 'attest', chosen: request.editorial },
    ],
  };
}

const levelOptions = (t: Translate, { level }: TypedRequest): OptionView[] =>
  (['must', 'should'] as const).map((one) => ({
    value: one,
    label: t(`decision.level_${one}`),
    chosen: one === level,
  }));
