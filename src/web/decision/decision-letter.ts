import type { Outcome } from '../../domain/decision/decision.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { RoundFacts } from '../../db/queries/round-facts.ts';
import type { ReviewAnswers } from '../../domain/review/review.ts';
import { interfaceLanguages, isInterfaceLanguage, type InterfaceLanguage } from '../../i18n/languages.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';
import { plain } from '../form-fields/field-texts.ts';

/** A review as its writer's letter: the only name that anybody outside the desk reads. */
export interface LabelledReview {
  readonly label: string;
  readonly review: ReviewAnswers;
}

/** The language in which ready sentences exist: that of the content where we have it, else English. */
export const templateLanguage = (content: string): InterfaceLanguage => (isInterfaceLanguage(content) ? content : 'en');

/** Below this many points (of 4) a criterion is given among the reasons of a rejection. */
const GOOD_POINTS = 3;

/**
 * The text of a decision as it is suggested: sentences of ours with what the reviewers wrote, under their letters
 * only. The curator makes it their own before anybody reads it.
 */
export function suggestedLetter(
  outcome: Outcome,
  definition: ModuleDefinition,
  facts: RoundFacts | undefined,
  contentLanguage: string,
): string {
  const t = translator(templateLanguage(contentLanguage));
  const given = facts === undefined ? [] : labelledReviews(facts);
  const parts = [
    facts === undefined
      ? t('decision.letter_screened')
      : t(`decision.letter_${outcome}`, { reviews: facts.standing.answered }),
    ...valued(t, given),
    ...(outcome === 'accept' ? [] : reasons(t, outcome, definition, facts, given)),
    ...(outcome === 'revise' ? [] : wishes(t, outcome, given)),
    outcome === 'reject'
      ? t('decision.letter_reject_end', { days: definition.policy.appealDays })
      : t(`decision.letter_${outcome}_end`),
  ];
  return withoutMarks(parts.join('\n\n'));
}

/** The invisible marks around a name serve a sentence of ours; in a text that a person goes on writing they are a trap. */
const withoutMarks = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

/** Submitted reviews in the order of their letters. */
export const labelledReviews = ({ assignments, places }: RoundFacts): LabelledReview[] =>
  places
    .flatMap(({ id, review }) => {
      const label = assignments.find((row) => row.id === id)?.label ?? '';
      return review === undefined ? [] : [{ label, review }];
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));

const said = (t: Translate, label: string, text: string): string => t('decision.letter_said', { label, text });

function valued(t: Translate, given: readonly LabelledReview[]): string[] {
  const lines = given
    .filter(({ review }) => review.strengths.trim() !== '')
    .map(({ label, review }) => said(t, label, review.strengths.trim()));
  return lines.length === 0 ? [] : [[t('decision.letter_valued'), ...lines].join('\n')];
}

/** Criterion by criterion: what the reviewers wrote, and for a rejection where on the scale they placed it. */
function reasons(
  t: Translate,
  outcome: Outcome,
  definition: ModuleDefinition,
  facts: RoundFacts | undefined,
  given: readonly LabelledReview[],
): string[] {
  const found = definition.rubric.criteria.flatMap(({ id }) => {
    const median = (facts?.facts.figures?.criteria[id]?.median ?? GOOD_POINTS * 100) / 100;
    const low = outcome === 'reject' && median < GOOD_POINTS;
    const comments = given.flatMap(({ label, review }) => {
      const text = (review.comments[id] ?? '').trim();
      return text === '' ? [] : [said(t, label, text)];
    });
    if (comments.length === 0 && !low) return [];
    const label = wordsOf(t, definition, `criteria.${id}.label`);
    const anchor = wordsOf(t, definition, `criteria.${id}.anchors.${String(Math.floor(median))}`);
    const head = low ? t('decision.letter_criterion', { criterion: label, anchor }) : label;
    return [[head, ...comments].join('\n')];
  });
  if (outcome === 'reject' && found.length === 0) return [t('decision.letter_reasons_here')];
  return found.length === 0
    ? []
    : [t(`decision.letter_reasons_${outcome === 'reject' ? 'reject' : 'revise'}`), ...found];
}

/** What the reviewers asked for, as wishes: of an accepted text, or of one that may come back one day. */
function wishes(t: Translate, outcome: Outcome, given: readonly LabelledReview[]): string[] {
  const asked = given.flatMap(({ label, review }) => review.requests.map(({ text }) => said(t, label, text.trim())));
  if (asked.length === 0) return [];
  return [[t(`decision.letter_wishes_${outcome === 'accept' ? 'accept' : 'reject'}`), ...asked].join('\n')];
}

const wordsOf = (t: Translate, definition: ModuleDefinition, key: string): string =>
  plain(phraseOf(definition, t.lang, key));

/** Whether the place that we left for the curator's own words still stands there. */
export const hasGap = (letter: string): boolean =>
  interfaceLanguages.some((lang) => letter.includes(translator(lang)('decision.letter_reasons_here')));
