import type { Phrase } from '../../../views/components/phrase.tsx';
import { fieldsOf } from '../../domain/module/field-names.ts';
import type { Rubric } from '../../domain/module/rubric.ts';
import type { ReviewPart } from '../../domain/review/review-parts.ts';
import type { Score } from '../../domain/review/review.ts';
import { plain, textOf, type FormWords } from '../form-fields/field-texts.ts';

/** The short name of a page of the review form: "Scores 5–7". */
export function partName({ t, definition }: FormWords, part: ReviewPart): string {
  if (part.kind !== 'criteria') return t(`review.step_${part.kind}`);
  const from = firstNumber(definition.rubric, part);
  return t('review.step_criteria', { from, to: from + part.ids.length - 1 });
}

function firstNumber(rubric: Rubric, part: ReviewPart): number {
  const [first] = part.ids;
  return rubric.criteria.findIndex(({ id }) => id === first) + 1;
}

export const gateName = (words: FormWords, gate: string): Phrase => textOf(words, `gates.${gate}.label`);
export const criterionName = (words: FormWords, id: string): Phrase => textOf(words, `criteria.${id}.label`);

/** A score with the sentence it stands for: "3 · Clear problem with local analysis". */
export function scoreText(words: FormWords, criterion: string, score: Score): Phrase {
  if (score.kind === 'cannot_judge') return words.t('common.cannot_judge');
  const anchor = textOf(words, `criteria.${criterion}.anchors.${String(score.points)}`);
  const text = `${String(score.points)} · ${plain(anchor)}`;
  return typeof anchor === 'string' ? text : { ...anchor, text };
}

export function levelName(words: FormWords, level: string): Phrase {
  const label = textOf(words, `evidence.${level}.label`);
  const text = `${level} · ${plain(label)}`;
  return typeof label === 'string' ? text : { ...label, text };
}

/** What a question of the form is called, for a request about it; a field that is gone keeps its id. */
export function fieldName(words: FormWords, id: string): string {
  return fieldsOf(words.definition, [id]).length === 0 ? id : plain(textOf(words, `fields.${id}.label`));
}
