import type { ReviewPart } from './review-parts.ts';
import type { ReviewDraft } from './review.ts';

/** What a reviewer wrote on one page in free words that the submitter may read, in the order of the page. */
export function passedOnTexts(
  part: ReviewPart,
  draft: ReviewDraft,
): { readonly field: string; readonly text: string }[] {
  switch (part.kind) {
    case 'gates':
      return part.ids.map((id) => ({ field: `gate_note.${id}`, text: draft.gates[id]?.note ?? '' }));
    case 'criteria':
      return part.ids.map((id) => ({ field: `comment.${id}`, text: draft.comments[id] ?? '' }));
    case 'remarks':
      return [
        { field: 'strengths', text: draft.strengths },
        ...draft.requests.map(({ text }, index) => ({ field: `requests.${String(index)}.text`, text })),
      ];
    case 'evidence':
    case 'advice':
      return [];
  }
}
