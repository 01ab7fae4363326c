import type { ExportColumn, ExportOrder } from '../../domain/export/order.ts';
import type { ReviewDraft } from '../../domain/review/review.ts';
import { begin, beginning, day, headingsOf, inWords, type Cell, type ExportTable } from './case-table.ts';
import { points, reviewsOf, type ExportedCase, type ExportedReview } from './exported-case.ts';
import type { Rubrics } from './rubrics.ts';

const reviewed: readonly ExportColumn[] = [
  'round',
  'reviewer',
  'submitted',
  'counts',
  'total',
  'recommendation',
  'confidence',
  'evidence_vote',
  'strengths',
  'requests',
];
const ofCriterion: readonly ExportColumn[] = ['points', 'weight', 'reason'];
const ofGate: readonly ExportColumn[] = ['verdict', 'note'];
const decided: readonly ExportColumn[] = ['outcome', 'category', 'evidence', 'advice', 'decision_reason', 'decided'];

/** One line for each review, and one for a case that has none; the columns are those of every rubric that was used. */
export function reviewTable(order: ExportOrder, rubrics: Rubrics): ExportTable {
  const under = (what: string, ids: readonly string[], columns: readonly ExportColumn[]): string[] =>
    ids.flatMap((id) => headingsOf(order, columns).map((word) => `${String(inWords(order, what, id))}: ${word}`));
  const headings = [
    ...headingsOf(order, [...beginning, ...reviewed]),
    ...under('criterion', rubrics.criteria, ofCriterion),
    ...under('gate', rubrics.gates, ofGate),
    ...headingsOf(order, decided),
  ];
  const blank = Array.from({ length: headings.length - beginning.length - decided.length }, () => null);
  return {
    headings,
    lines: (one) => {
      const [start, end] = [begin(order, one), decision(order, one)];
      const all = reviewsOf(one);
      if (all.length === 0) return [[...start, ...blank, ...end]];
      return all.map((review) => [
        ...start,
        ...about(order, review),
        ...rubrics.criteria.flatMap((id) => criterion(order, review.answers, rubrics.weight(review.commit, id), id)),
        ...rubrics.gates.flatMap((id) => gate(order, review.answers, id)),
        ...end,
      ]);
    },
  };
}

function about(order: ExportOrder, { round, reviewer, submittedAt, total, answers }: ExportedReview): Cell[] {
  const { words } = order;
  return [
    round,
    reviewer,
    day(submittedAt),
    total === null ? words.no : words.yes,
    points(total),
    inWords(order, 'recommendation', answers.recommendation),
    inWords(order, 'confidence', answers.confidence?.toString()),
    answers.evidenceLevel,
    answers.strengths,
    answers.requests.map(({ level, text }) => `${String(inWords(order, 'level', level))}: ${text}`).join('\n'),
  ];
}

function criterion(
  order: ExportOrder,
  { scores, comments }: ReviewDraft,
  weight: number | undefined,
  id: string,
): Cell[] {
  const score = scores[id];
  const given = score?.kind === 'scored' ? score.points : inWords(order, 'score', score?.kind);
  return [given, score && weight, comments[id]];
}

function gate(order: ExportOrder, { gates }: ReviewDraft, id: string): Cell[] {
  const answer = gates[id];
  return [inWords(order, 'verdict', answer?.verdict), answer?.note];
}

const decision = (order: ExportOrder, one: ExportedCase): Cell[] => [
  inWords(order, 'outcome', one.outcome),
  inWords(order, 'category', one.category),
  one.evidence,
  inWords(order, 'advice', one.advice),
  one.decisionReason,
  day(one.decidedAt),
];
