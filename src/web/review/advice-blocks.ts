import type { FieldView } from '../../../views/components/field-view.ts';
import type { PartBlock } from '../../../views/review/part-page.tsx';
import { confidences, recommendations, type ReviewDraft } from '../../domain/review/review.ts';
import type { FormWords } from '../form-fields/field-texts.ts';
import { area } from './area.ts';

/** What the reviewer advises, how sure they are, and what only the curators read. */
export function adviceBlocks({ t }: FormWords, draft: ReviewDraft): PartBlock[] {
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
