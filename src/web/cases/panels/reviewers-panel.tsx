import type { Request } from 'express';
import type { VNode } from 'preact';
import { ReviewersPanel, type ReviewersPanelModel } from '../../../../views/cases/reviewers-panel.tsx';
import { openingGaps } from '../../../db/queries/opening-gaps.ts';
import { reviewerCandidates, type ReviewerCandidate } from '../../../db/queries/reviewer-candidates.ts';
import { roundPlaces } from '../../../db/queries/round-places.ts';
import type { AssignmentId, PersonId } from '../../../domain/ids.ts';
import { mayMove } from '../../../domain/people/permissions.ts';
import { mayWantAnother } from '../../../domain/round/round.ts';
import { paths } from '../../../paths.ts';
import type { ChosenReviewer } from '../../../usecases/round/eligible-reviewer.ts';
import { inviteReviewer } from '../../../usecases/round/invite-reviewer.ts';
import { openRound } from '../../../usecases/round/open-round.ts';
import { releaseReviewer } from '../../../usecases/round/release-reviewer.ts';
import type { WebKit } from '../../routes.ts';
import type { CasePanel } from '../case-panel.ts';
import type { CaseVisit } from '../case-visit.ts';
import {
  candidateModel,
  conflictProblems,
  gapModels,
  nameField,
  placeModel,
  suggestedAmong,
  type Picked,
} from './reviewer-models.ts';
import { shownCandidates } from './shown-candidates.ts';

/** Choosing who reviews, opening the round, and filling its places. */
export const reviewersPanel: CasePanel = {
  id: 'reviewers',
  label: 'curator.tab_reviewers',
  shown: ({ submission }) => submission.state === 'screening' || submission.state === 'in_review',
  body: (kit, _req, at) => panel(kit, at, nothingPicked),
  post: async (kit, req, res, at, again) => {
    const picked = readPicked(req);
    const body = req.body as Record<string, unknown>;
    const here = paths.casePart(at.lang, at.module.id, at.submission.publicId, 'reviewers');
    if (body['move'] === 'release') {
      const released = await release(kit, at, body);
      if (released.ok) res.redirect(303, `${here}?done=released`);
      else kit.refuse(req, res, released.refusal);
      return;
    }
    if (body['search'] !== undefined) {
      again(200, panel(kit, at, picked, typeof body['name'] === 'string' ? body['name'] : ''));
      return;
    }
    const opening = body['move'] === 'open';
    const problems = conflictProblems(at.t, candidatesOf(kit, at), picked);
    if (picked.reviewers.length === 0 || problems.length > 0) {
      const shown = problems.length > 0 ? problems : [{ field: 'main', message: at.t('curator.reviewers_missing') }];
      again(422, panel(kit, at, picked), shown);
      return;
    }
    const done = opening ? await open(kit, at, picked, Number(body['revision'])) : await invite(kit, at, picked);
    if (done.ok) res.redirect(303, `${here}?done=${opening ? 'opened' : 'invited'}`);
    else kit.refuse(req, res, done.refusal);
  },
};

const nothingPicked: Picked = { reviewers: [], reasons: {} };

function readPicked(req: Request): Picked {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const list: unknown[] = Array.isArray(body['reviewer']) ? body['reviewer'] : [body['reviewer']];
  const reasons = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('reason.') && typeof value === 'string' ? [[name.slice('reason.'.length), value] as const] : [],
  );
  return { reviewers: list.filter((one) => typeof one === 'string'), reasons: Object.fromEntries(reasons) };
}

const chosenOf = ({ reviewers, reasons }: Picked): ChosenReviewer[] =>
  reviewers.map((id) => ({ personId: id as PersonId, overrideReason: reasons[id] ?? '' }));

const open = (kit: WebKit, { staff, submission }: CaseVisit, picked: Picked, revision: number) =>
  kit.deps.write((unit) =>
    openRound(unit, staff, { submissionId: submission.id, revision, reviewers: chosenOf(picked) }),
  );

const invite = (kit: WebKit, { staff, submission }: CaseVisit, picked: Picked) => {
  const [chosen = { personId: '' as PersonId, overrideReason: '' }] = chosenOf(picked);
  return kit.deps.write((unit) => inviteReviewer(unit, staff, { submissionId: submission.id, chosen }));
};

const release = (kit: WebKit, { staff, submission }: CaseVisit, body: Record<string, unknown>) => {
  const { assignment, reason } = body;
  const input = {
    submissionId: submission.id,
    assignmentId: (typeof assignment === 'string' ? assignment : '') as AssignmentId,
    reason: typeof reason === 'string' ? reason : '',
  };
  return kit.deps.write((unit) => releaseReviewer(unit, staff, input));
};

/** Who could be asked: nobody twice in a round, and not the one who asks. */
function candidatesOf(kit: WebKit, { module, submission, staff }: CaseVisit): ReviewerCandidate[] {
  const { db, clock } = kit.deps;
  const current = submission.state === 'in_review' ? roundPlaces(db, submission.id, clock.now()) : undefined;
  const asked = new Set(current?.places.map(({ row }) => row.personId));
  return reviewerCandidates(db, module, submission, clock.now()).filter(
    ({ person }) => person.id !== staff.personId && !asked.has(person.id),
  );
}

function panel(kit: WebKit, at: CaseVisit, picked: Picked, name = ''): VNode {
  const { t, lang, module, submission, csrf, staff, ref } = at;
  const now = kit.deps.clock.now();
  const current = roundPlaces(kit.deps.db, submission.id, now);
  const shown = submission.state === 'in_review' ? current : undefined;
  const mode = modeOf(at, shown?.round.target);
  const may = mayMove(staff, 'open_round', ref) && !submission.held;
  const gaps = mode === 'open' ? gapModels(at, openingGaps(kit.deps.db, module, submission, now)) : [];
  // Nobody can be chosen while there is a gap, so nobody is weighed either.
  const candidates = mode === 'closed' || gaps.length > 0 ? [] : candidatesOf(kit, at);
  const suggested = suggestedAmong(candidates, mode === 'open' ? module.policy.target : emptyPlaces(at));
  const { shown: found, more } = shownCandidates(candidates, picked.reviewers, name);
  const model = {
    action: paths.casePart(lang, module.id, submission.publicId, 'reviewers'),
    csrf,
    revision: submission.revision,
    gaps,
    places: (shown?.places ?? []).map((place) => placeModel(at, place, may)),
    candidates: found.map((candidate) => candidateModel(t, candidate, picked, suggested)),
    search: more ? nameField(t, name) : undefined,
    target: module.policy.target,
    mode,
    warning: submission.held ? t('curator.screening_held') : undefined,
  };
  return <ReviewersPanel t={t} model={model} />;
}

const emptyPlaces = ({ facts }: Pick<CaseVisit, 'facts'>): number => facts.standing?.emptyPlaces ?? 0;

function modeOf(
  { submission, staff, ref, module, facts }: CaseVisit,
  target: number | undefined,
): ReviewersPanelModel['mode'] {
  if (submission.held || !mayMove(staff, 'open_round', ref)) return 'closed';
  if (submission.state === 'screening') return 'open';
  if (submission.state !== 'in_review' || target === undefined) return 'closed';
  const room = emptyPlaces({ facts }) > 0 || mayWantAnother(target, module.policy);
  return room ? 'invite' : 'closed';
}
