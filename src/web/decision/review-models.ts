import type { AgreementRow, FiguresModel, ReviewModel } from '../../../views/decision/reviews-panel.tsx';
import type { moduleReviews, WrittenReview } from '../../db/queries/module-reviews.ts';
import type { RoundFacts } from '../../db/queries/round-facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { agreementOf, leniencyOf } from '../../domain/review/agreement.ts';
import { countsForQuorum, type ReviewAnswers } from '../../domain/review/review.ts';
import { missedFloors, pointsOf, total } from '../../domain/review/score.ts';
import type { Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';
import { evidenceText } from './advice-text.ts';

/** One review with everything that the desk knows of its writer. */
export interface DeskReview {
  readonly assignmentId: string;
  readonly personId: PersonId;
  readonly label: string;
  readonly name: string;
  readonly submittedAt: string;
  readonly review: ReviewAnswers;
}

const shown = (t: Translate, hundredths: number): string => t.number(hundredths / 100);

/** The table of points of the reviews that count; undefined while there is nothing to compare. */
export function figuresModel(
  t: Translate,
  { definition, facts }: RoundFacts,
  reviews: readonly DeskReview[],
): FiguresModel | undefined {
  const { rubric } = definition;
  const { figures } = facts;
  const counted = reviews.filter(({ review }) => countsForQuorum(rubric, review));
  if (figures === undefined) return undefined;
  const missed = missedFloors(rubric, figures);
  return {
    labels: counted.map(({ label }) => label),
    rows: rubric.criteria.map(({ id }) => {
      const found = figures.criteria[id];
      return {
        criterion: phraseOf(definition, t.lang, `criteria.${id}.label`),
        belowFloor: missed.some(({ criterion }) => criterion === id),
        points: counted.map(({ review }) => {
          const [points] = pointsOf(id, [review]);
          return points === undefined ? undefined : t.number(points);
        }),
        median: found === undefined ? '' : shown(t, found.median),
        apart: found === undefined ? '' : t.number(found.max - found.min),
      };
    }),
    totals: counted.map(({ review }) => shown(t, total(rubric, review.scores) ?? 0)),
    score: shown(t, figures.score),
    spread: shown(t, figures.spread),
    mean: t('decision.mean', {
      score: shown(t, figures.score),
      mean: shown(t, figures.mean),
      lowest: shown(t, figures.min),
      highest: shown(t, figures.max),
    }),
    agree: agreeText(
      t,
      rubric.criteria.map(({ id }) =>
        pointsOf(
          id,
          counted.map(({ review }) => review),
        ),
      ),
    ),
  };
}

/** How many criteria of this case got the same points, or nearly so, from everybody who judged them. */
function agreeText(t: Translate, judgements: readonly number[][]): string | undefined {
  const spreads = judgements.filter(({ length }) => length >= 2).map((all) => Math.max(...all) - Math.min(...all));
  if (spreads.length === 0) return undefined;
  const within = (limit: number): number => spreads.filter((spread) => spread <= limit).length;
  return t('decision.agreement_here', { same: within(0), near: within(1), judged: spreads.length });
}

export function reviewModel(
  t: Translate,
  definition: ModuleDefinition,
  { review, label, name }: DeskReview,
): Omit<ReviewModel, 'date' | 'giveBack' | 'leniency'> {
  const say = (key: string) => phraseOf(definition, t.lang, key);
  const { rubric, form } = definition;
  return {
    label,
    name,
    counts: countsForQuorum(rubric, review),
    recommends: t(`decision.recommend_${review.recommendation}`),
    confidence: review.confidence === undefined ? undefined : t(`decision.confidence_${review.confidence}`),
    vote: review.evidenceLevel === undefined ? undefined : evidenceText(t, definition, review.evidenceLevel),
    gates: rubric.gates.flatMap(({ id }) => {
      const { verdict = 'pass', note = '' } = review.gates[id] ?? {};
      const open = { gate: say(`gates.${id}.label`), verdict: t(`decision.verdict_${verdict}`), note };
      return verdict === 'pass' ? [] : [open];
    }),
    strengths: review.strengths.trim(),
    comments: rubric.criteria.flatMap(({ id }) => {
      const text = (review.comments[id] ?? '').trim();
      return text === '' ? [] : [{ criterion: say(`criteria.${id}.label`), text }];
    }),
    requests: review.requests.map(({ level, field, text }) => ({
      level: t(`decision.level_${level}`),
      field: form.fields.some(({ id }) => id === field) ? say(`fields.${field ?? ''}.label`) : undefined,
      text,
    })),
    privateNote: review.privateNote.trim(),
    concern: review.safetyConcern.trim(),
    distress: review.contentDistress,
  };
}

/** How far the reviewers of a module agree, criterion by criterion, over the rounds given. */
export function agreementRows(
  t: Translate,
  definition: ModuleDefinition,
  rounds: ReturnType<typeof moduleReviews>,
): AgreementRow[] {
  const found = agreementOf(
    definition.rubric,
    rounds.map((round) => round.map(({ review }) => review)),
  );
  return Object.entries(found).map(([id, { cases, exactPercent, withinOnePercent, alpha }]) => ({
    criterion: phraseOf(definition, t.lang, `criteria.${id}.label`),
    cases: t.number(cases),
    same: t('decision.percent', { percent: exactPercent }),
    near: t('decision.percent', { percent: withinOnePercent }),
    alpha: alpha === undefined ? '' : t.number(Math.round(alpha * 100) / 100),
  }));
}

/** How mild or strict a reviewer is beside the others of the same cases; shown with its number of cases, never applied. */
export function leniencyText(
  t: Translate,
  { rubric }: ModuleDefinition,
  rounds: readonly WrittenReview[][],
  personId: PersonId,
): string | undefined {
  const cases = rounds.flatMap((round) => {
    const own = round.find((written) => written.personId === personId);
    const points = own && total(rubric, own.review.scores);
    if (points === undefined) return [];
    const others = round
      .filter((written) => written !== own)
      .flatMap(({ review }) => total(rubric, review.scores) ?? []);
    return [{ own: points, others }];
  });
  const found = leniencyOf(cases);
  if (found === undefined) return undefined;
  const values = { points: t.number(Math.abs(found.mean) / 100), cases: found.cases };
  return t(found.mean >= 0 ? 'decision.lenient' : 'decision.strict', values);
}
