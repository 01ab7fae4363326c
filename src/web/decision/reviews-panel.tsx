import type { VNode } from 'preact';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import { ReviewsPanel, type ReviewsPanelModel } from '../../../views/decision/reviews-panel.tsx';
import { namesOf } from '../../db/queries/names-of.ts';
import { moduleReviews } from '../../db/queries/module-reviews.ts';
import { roundFacts, type RoundFacts } from '../../db/queries/round-facts.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import type { Translate } from '../../i18n/translate.ts';
import { returnReview } from '../../usecases/review/return-review.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import type { WebKit } from '../routes.ts';
import { adviceModel } from './advice-text.ts';
import { partOf } from './decision-models.ts';
import { text } from './decision-typed.ts';
import { agreementRows, figuresModel, leniencyText, reviewModel, type DeskReview } from './review-models.ts';

/** What the reviews of a case amount to. */
export const reviewsPanel: CasePanel = {
  id: 'reviews',
  label: 'decision.tab_reviews',
  shown: ({ submission }) => !['screening', 'withdrawn'].includes(submission.state),
  body: (kit, _req, at) => panel(kit, at, { assignment: '', note: '' }, []),
  post: async (kit, req, res, at, again) => {
    const body = req.body as Record<string, unknown>;
    const typed = { assignment: text(body['assignment']), note: text(body['note']) };
    if (!mayMove(at.staff, 'open_round', at.ref)) {
      kit.refuse(req, res, { kind: 'not_permitted' });
      return;
    }
    const round = roundFacts(kit.deps.db, at.submission, kit.deps.clock.now());
    if (round?.assignments.some(({ id }) => id === typed.assignment) !== true) {
      again(422, panel(kit, at, typed, []));
      return;
    }
    const input = { assignmentId: typed.assignment as AssignmentId, note: typed.note };
    const returned = await kit.deps.write((unit) => returnReview(unit, at.staff, input));
    if (returned.ok) res.redirect(303, `${partOf(at, 'reviews')}?done=review_returned`);
    else if (returned.refusal.kind === 'guard') {
      const problems = [{ field: `note-${typed.assignment}`, message: at.t('decision.problem_return') }];
      again(422, panel(kit, at, typed, problems), problems);
    } else kit.refuse(req, res, returned.refusal);
  },
};

interface ReturnTyped {
  readonly assignment: string;
  readonly note: string;
}

function panel(kit: WebKit, at: CaseVisit, typed: ReturnTyped, errors: readonly ErrorItem[]): VNode {
  const { t, submission } = at;
  const { db, clock } = kit.deps;
  const facts = roundFacts(db, submission, clock.now());
  if (facts === undefined) return <ReviewsPanel t={t} model={nothing(at)} />;
  const { definition } = facts;
  const reviews = deskReviews(kit, facts);
  const rounds = moduleReviews(db, submission.module, definition.rubric);
  const inReview = submission.state === 'in_review';
  const model: ReviewsPanelModel = {
    csrf: at.csrf,
    standing: standingText(t, facts),
    reviewers: inReview ? partOf(at, 'reviewers') : undefined,
    advice: inReview ? adviceModel(t, definition, facts.advice) : undefined,
    figures: figuresModel(t, facts, reviews),
    reviews: reviews.map((review) => ({
      ...reviewModel(t, definition, review),
      date: t.date(new Date(review.submittedAt), definition.policy.timeZone),
      leniency: leniencyText(t, definition, rounds, review.personId),
      giveBack: giveBack(at, review, typed, errors),
    })),
    agreement: agreementRows(t, definition, rounds),
  };
  return <ReviewsPanel t={t} model={model} />;
}

const nothing = ({ t, csrf }: CaseVisit): ReviewsPanelModel => ({
  csrf,
  standing: t('decision.reviews_none'),
  reviewers: undefined,
  advice: undefined,
  figures: undefined,
  reviews: [],
  agreement: [],
});

/** Submitted reviews in the order of their letters, with the names that only the desk reads. */
function deskReviews({ deps }: WebKit, { assignments, places }: RoundFacts): DeskReview[] {
  const names = namesOf(
    deps.db,
    assignments.map(({ personId }) => personId),
  );
  const found = assignments.flatMap((row) => {
    const review = places.find(({ id }) => id === row.id)?.review;
    if (review === undefined) return [];
    const { personId, label } = row;
    const name = names.get(personId) ?? '';
    return [{ assignmentId: row.id, personId, label, name, submittedAt: row.submittedAt ?? row.invitedAt, review }];
  });
  return found.sort((a, b) => (a.label < b.label ? -1 : 1));
}

function standingText(t: Translate, { standing }: RoundFacts): string {
  const { answered, wanted } = standing;
  switch (standing.kind) {
    case 'needs_reviewers':
      return t('decision.standing_needs_reviewers', { answered, wanted, empty: standing.emptyPlaces });
    case 'overdue':
      return t('decision.standing_overdue', { answered, wanted, late: standing.overdue.length });
    case 'awaiting':
      return t('decision.standing_awaiting', { answered, wanted });
    case 'disagreement':
      return t('decision.standing_disagreement', { wanted });
    case 'ready':
      return t('decision.standing_ready', { wanted });
  }
}

function giveBack(at: CaseVisit, review: DeskReview, typed: ReturnTyped, errors: readonly ErrorItem[]) {
  const { t, submission, staff, ref } = at;
  if (submission.state !== 'in_review' || submission.held || !mayMove(staff, 'open_round', ref)) return undefined;
  const id = `note-${review.assignmentId}`;
  const again = typed.assignment === review.assignmentId;
  const field = {
    kind: 'textarea',
    id,
    name: 'note',
    rows: 3,
    label: t('decision.return_note'),
    hint: t('decision.return_hint'),
    mark: 'required',
    value: again ? typed.note : '',
    error: errors.find(({ field: wrong }) => wrong === id)?.message,
  } as const;
  return { action: partOf(at, 'reviews'), assignment: review.assignmentId, field, open: again };
}
