import type { FieldView, OptionView } from '../../../views/components/field-view.ts';
import type { Phrase } from '../../../views/components/phrase.tsx';
import type { PartBlock } from '../../../views/review/part-page.tsx';
import type { Criterion } from '../../domain/module/rubric.ts';
import { evidenceLevels, TOP_SCORE } from '../../domain/module/rubric.ts';
import type { ReviewPart } from '../../domain/review/review-parts.ts';
import { gateVerdicts, type ReviewDraft } from '../../domain/review/review.ts';
import { textOf, type FormWords } from '../form-fields/field-texts.ts';
import { adviceBlocks } from './advice-blocks.ts';
import { area } from './area.ts';
import { criterionName, gateName, levelName } from './part-words.ts';
import { requestsField, type RequestsInput } from './request-fields.ts';

export interface BlocksInput extends RequestsInput {
  /** Reasons without an answer, by gate: shown again with what is missing. */
  readonly loose: Readonly<Record<string, string>>;
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
