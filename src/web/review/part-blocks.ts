import type { ContentLanguage, FieldView, OptionView } from '../../../views/components/field-view.ts';
import type { Phrase } from '../../../views/components/phrase.tsx';
import type { PartBlock } from '../../../views/review/part-page.tsx';
import type { Criterion } from '../../domain/module/rubric.ts';
import { evidenceLevels, TOP_SCORE } from '../../domain/module/rubric.ts';
import type { ReviewPart } from '../../domain/review/review-parts.ts';
import {
  confidences,
  gateVerdicts,
  recommendations,
  requestLevels,
  type ReviewDraft,
  type ReviewRequest,
} from '../../domain/review/review.ts';
import { textOf, type FormWords } from '../form-fields/field-texts.ts';
import { criterionName, fieldName, gateName, levelName } from './part-words.ts';

export interface BlocksInput {
  readonly draft: ReviewDraft;
  /** Reasons without an answer, by gate: shown again with what is missing. */
  readonly loose: Readonly<Record<string, string>>;
  /** Room for one more request. */
  readonly adding: boolean;
  /** The questions of the form that the reviewer was shown. */
  readonly fields: readonly string[];
}

/** One page of the review form, filled in with what is saved or was typed. */
export function partBlocks(words: FormWords, part: ReviewPart, input: BlocksInput): PartBlock[] {
  switch (part.kind) {
    case 'gates':
      return part.ids.map((id) => gateBlock(words, id, input));
    case 'criteria':
      return words.definition.rubric.criteria
        .filter(({ id }) => part.ids.includes(id))
        .map((criterion) => scoreBlock(words, criterion, input.draft));
    case 'evidence':
      return [{ kind: 'field', field: evidenceField(words, input.draft) }];
    case 'remarks':
      return [
        { kind: 'field', field: area(words.t('review.strengths'), 'strengths', input.draft.strengths, 5) },
        { kind: 'field', field: requestsField(words, input) },
      ];
    case 'advice':
      return adviceBlocks(words, input.draft);
  }
}

const free: ContentLanguage = { dir: 'auto' };

const area = (label: FieldView['label'], name: string, value: string, rows: number): FieldView => ({
  kind: 'textarea',
  id: name,
  name,
  label,
  mark: 'optional',
  value,
  rows,
  ...free,
});

function gateBlock(words: FormWords, id: string, { draft, loose }: BlocksInput): PartBlock {
  const { t } = words;
  const answer = draft.gates[id];
  const reason = loose[id] ?? answer?.note ?? '';
  const isSafety = words.definition.rubric.gates.some((gate) => gate.id === id && gate.safety);
  const options = gateVerdicts.map((verdict): OptionView => ({
    value: verdict,
    label: t(`review.verdict_${verdict}`),
    chosen: answer?.verdict === verdict,
  }));
  return {
    kind: 'noted',
    field: {
      kind: 'radios',
      id: `gate.${id}`,
      name: `gate.${id}`,
      label: gateName(words, id),
      hint: failsWhen(words, id),
      limits: isSafety ? t('review.gate_safety') : undefined,
      mark: 'required',
      row: true,
      options,
      error: loose[id] === undefined ? undefined : t('review.gate_note_error'),
    },
    note: area(t('review.gate_note'), `gate_note.${id}`, reason, 3),
    open: reason !== '',
  };
}

/** A rule about failing must not be read as one about passing. */
function failsWhen(words: FormWords, id: string): Phrase {
  const rule = textOf(words, `gates.${id}.fail_when`);
  return typeof rule === 'string' ? words.t('review.fails_when', { when: rule }) : rule;
}

function scoreBlock(words: FormWords, { id, weight }: Criterion, draft: ReviewDraft): PartBlock {
  const score = draft.scores[id];
  const scale = {
    id: `score.${id}`,
    name: `score.${id}`,
    label: criterionName(words, id),
    question: textOf(words, `criteria.${id}.question`),
    weight,
    points: Array.from({ length: TOP_SCORE + 1 }, (_, value) => ({
      value,
      anchor: textOf(words, `criteria.${id}.anchors.${String(value)}`),
      chosen: score?.kind === 'scored' && score.points === value,
    })),
    cannotJudge: { value: 'cannot_judge', chosen: score?.kind === 'cannot_judge' },
  };
  const comment = area(words.t('review.comment'), `comment.${id}`, draft.comments[id] ?? '', 3);
  return { kind: 'score', scale, comment };
}

function evidenceField(words: FormWords, draft: ReviewDraft): FieldView {
  const options = evidenceLevels.map((level): OptionView => ({
    value: level,
    label: levelName(words, level),
    hint: textOf(words, `evidence.${level}.rule`),
    chosen: draft.evidenceLevel === level,
  }));
  const label = words.t('review.evidence_question');
  return { kind: 'radios', id: 'evidence', name: 'evidence', label, mark: 'required', options };
}

/** What is there, room for a first one, and for one more when it was asked for. */
function requestsField(words: FormWords, { draft, adding, fields }: BlocksInput): FieldView {
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
      ...free,
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

function adviceBlocks({ t }: FormWords, draft: ReviewDraft): PartBlock[] {
  const recommendation: FieldView = {
    kind: 'radios',
    id: 'recommendation',
    name: 'recommendation',
    label: t('review.recommendation'),
    mark: 'required',
    options: recommendations.map((value) => ({
      value,
      label: t(`review.recommendation_${value}`),
      hint: value === 'not_qualified' ? t('review.recommendation_not_qualified_hint') : undefined,
      chosen: draft.recommendation === value,
    })),
  };
  const confidence: FieldView = {
    kind: 'radios',
    id: 'confidence',
    name: 'confidence',
    label: t('review.confidence'),
    mark: 'required',
    options: confidences.map((value) => ({
      value: String(value),
      label: t(`review.confidence_${value}`),
      chosen: draft.confidence === value,
    })),
  };
  const note = area(t('review.private_note'), 'private_note', draft.privateNote, 4);
  const concern = area(t('review.safety_concern'), 'safety_concern', draft.safetyConcern, 4);
  return [
    { kind: 'field', field: recommendation },
    { kind: 'field', field: confidence },
    { kind: 'field', field: { ...note, hint: t('review.private_note_hint') } },
    {
      kind: 'safety',
      fields: [
        { ...concern, hint: t('review.safety_concern_hint') },
        {
          kind: 'attest',
          id: 'distress',
          name: 'distress',
          label: t('review.distress'),
          mark: 'optional',
          chosen: draft.contentDistress,
        },
      ],
    },
  ];
}
