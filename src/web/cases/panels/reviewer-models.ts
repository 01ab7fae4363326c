import type { ErrorItem } from '../../../../views/components/error-summary.tsx';
import type { CandidateModel, PlaceModel, ReviewersPanelModel } from '../../../../views/cases/reviewers-panel.tsx';
import type { OpeningGaps } from '../../../db/queries/opening-gaps.ts';
import type { ReviewerCandidate } from '../../../db/queries/reviewer-candidates.ts';
import type { RoundPlace } from '../../../db/queries/round-places.ts';
import type { Conflict } from '../../../domain/assignment/conflict.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { paths } from '../../../paths.ts';
import { SHORTEST_OVERRIDE } from '../../../usecases/round/eligible-reviewer.ts';
import type { CaseVisit } from '../case-visit.ts';

/** Who was ticked, and what was written about conflicts. */
export interface Picked {
  readonly reviewers: readonly string[];
  /** By person. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The best of those who may be asked and have room, for so many places; the ranking is that of the matching. */
export const suggestedAmong = (candidates: readonly ReviewerCandidate[], places: number): ReadonlySet<PersonId> =>
  new Set(
    candidates
      .filter(({ conflicts, affinity, room }) => conflicts.length === 0 && affinity.languages > 0 && room)
      .slice(0, places)
      .map(({ person }) => person.id),
  );

export function candidateModel(
  t: Translate,
  candidate: ReviewerCandidate,
  picked: Picked,
  suggested: ReadonlySet<PersonId>,
): CandidateModel {
  const { person, affinity, load, room, conflicts } = candidate;
  const parts = ['topics', 'kinds', 'languages', 'regions', 'room'] as const;
  return {
    id: person.id,
    name: person.name,
    organisation: person.organisation,
    fit: affinity.total,
    parts: parts.map((part) => ({ label: t(`curator.fit_${part}`), percent: affinity[part] })),
    load: t('curator.load', { open: load.open, halfYear: load.halfYear }),
    full: !room,
    suggested: suggested.has(person.id),
    conflicts: conflicts.map((conflict) => conflictText(t, conflict)),
    chosen: picked.reviewers.includes(person.id),
    override:
      conflicts.length === 0
        ? undefined
        : {
            kind: 'textarea',
            rows: 2,
            id: `reason.${person.id}`,
            name: `reason.${person.id}`,
            label: t('curator.override'),
            value: picked.reasons[person.id] ?? '',
            mark: 'optional',
            error: isUnexplained(candidate, picked) ? t('curator.override_short') : undefined,
          },
  };
}

/** A conflict in words that tell nothing of the submitter but what the reviewer's own entry already says. */
function conflictText(t: Translate, conflict: Conflict): string {
  switch (conflict.kind) {
    case 'same_organisation':
      return t('curator.conflict_same_organisation', { organisation: conflict.organisation });
    case 'same_domain':
      return t('curator.conflict_same_domain', { domain: conflict.domain });
    case 'excluded_person':
      return t('curator.conflict_excluded_person');
    case 'excluded_organisation':
      return t('curator.conflict_excluded_organisation', { organisation: conflict.organisation });
    case 'declared':
      return t('curator.conflict_declared', { relation: conflict.relation });
    case 'recused_before':
      return t('curator.conflict_recused_before', { reason: conflict.reason });
    case 'co_submission':
      return t('curator.conflict_co_submission');
    case 'is_contact':
      return t('curator.conflict_is_contact');
  }
}

const isUnexplained = ({ person, conflicts }: ReviewerCandidate, { reviewers, reasons }: Picked): boolean =>
  conflicts.length > 0 && reviewers.includes(person.id) && (reasons[person.id] ?? '').trim().length < SHORTEST_OVERRIDE;

/** Who was ticked in spite of a conflict without a word on why it does not count. */
export const conflictProblems = (t: Translate, candidates: readonly ReviewerCandidate[], picked: Picked): ErrorItem[] =>
  candidates
    .filter((candidate) => isUnexplained(candidate, picked))
    .map(({ person }) => ({ field: `reason.${person.id}`, message: t('curator.override_short') }));

export function gapModels({ t, lang, module, submission }: CaseVisit, gaps: OpeningGaps): ReviewersPanelModel['gaps'] {
  const part = (name: string): string => paths.casePart(lang, module.id, submission.publicId, name);
  return [
    ...(gaps.screening === undefined
      ? []
      : [{ text: t(`curator.gap_${gaps.screening}`), href: part('screening'), link: t('curator.step_screen') }]),
    ...(gaps.answers.length === 0
      ? []
      : [
          {
            text: t('curator.gap_answers', { count: gaps.answers.length }),
            href: part('ask'),
            link: t('curator.to_ask'),
          },
        ]),
  ];
}

export function placeModel({ t, module }: CaseVisit, { row, name, open, late }: RoundPlace, may: boolean): PlaceModel {
  const due = row.status === 'invited' ? row.respondBy : row.status === 'accepted' ? row.reviewDue : null;
  return {
    label: row.label,
    name,
    status: t(`curator.status_${row.status}`),
    due: due === null ? undefined : t('common.ball_due', { date: t.date(new Date(due), module.policy.timeZone) }),
    late,
    reason: row.reason ?? undefined,
    release: open && may ? { assignment: row.id, field: releaseField(t, row.id) } : undefined,
  };
}

const releaseField = (t: Translate, assignment: string) =>
  ({
    kind: 'textarea',
    rows: 2,
    id: `release-${assignment}`,
    name: 'reason',
    label: t('curator.release_reason'),
    hint: t('curator.release_hint'),
    value: '',
    mark: 'required',
  }) as const;

/** By which those are found who do not stand among the best. */
export const nameField = (t: Translate, value: string) =>
  ({
    kind: 'text',
    input: 'text',
    id: 'name',
    name: 'name',
    label: t('curator.find_reviewer'),
    hint: t('curator.find_reviewer_hint'),
    value,
    mark: 'optional',
  }) as const;
