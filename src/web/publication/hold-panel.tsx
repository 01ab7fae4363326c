import type { VNode } from 'preact';
import { HoldPanel } from '../../../views/publication/hold-panel.tsx';
import { caseHolds, type SeenHold } from '../../db/queries/decision-facts.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import { liftHold } from '../../usecases/safety/lift-hold.ts';
import { raiseHold } from '../../usecases/safety/raise-hold.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';
import { text } from '../decision/decision-typed.ts';
import type { WebKit } from '../routes.ts';
import { holdReason } from './hold-reason.ts';

/** The safety stop of a case. Anybody of the desk raises it, only the safety person lifts it, each with a reason. */
export const holdPanel: CasePanel = {
  id: 'hold',
  label: 'publication.tab_hold',
  shown: () => true,
  body: (kit, _req, at) => panel(kit, at, ''),
  post: async (kit, req, res, at, again) => {
    const body = req.body as Record<string, unknown>;
    const reason = text(body['reason']);
    const lifts = text(body['act']) === 'lift';
    const input = { submissionId: at.submission.id, reason };
    const done = await kit.deps.write((unit) =>
      lifts ? liftHold(unit, at.staff, input) : raiseHold(unit, at.staff, input),
    );
    if (done.ok) res.redirect(303, `${partOf(at, 'hold')}?done=${lifts ? 'lifted' : 'held'}`);
    else if (done.refusal.kind === 'guard' && done.refusal.guard === 'reason_too_short') {
      const message = at.t('publication.problem_reason');
      again(422, panel(kit, at, reason, message), [{ field: 'reason', message }]);
    } else kit.refuse(req, res, done.refusal);
  },
};

function panel(kit: WebKit, at: CaseVisit, value: string, error?: string): VNode {
  const { t, csrf, submission, staff, ref } = at;
  const { held } = submission;
  const may = mayMove(staff, held ? 'lift' : 'hold', ref);
  const field = {
    kind: 'textarea',
    id: 'reason',
    name: 'reason',
    rows: 4,
    label: t(held ? 'publication.lift_reason' : 'publication.raise_reason'),
    hint: t(held ? 'publication.lift_reason_hint' : 'publication.raise_reason_hint'),
    mark: 'required',
    value,
    error,
  } as const;
  const model = {
    csrf,
    action: partOf(at, 'hold'),
    held,
    field: may ? field : undefined,
    holds: caseHolds(kit.deps.db, submission.id).map((hold) => itemOf(at, hold)),
  };
  return <HoldPanel t={t} model={model} />;
}

function itemOf(at: CaseVisit, { row, raisedBy, liftedBy }: SeenHold) {
  const { t, module } = at;
  const by = raisedBy === undefined ? t('publication.hold_by_rule') : t('publication.hold_by', { name: raisedBy });
  const lifted = row.liftedAt === null ? undefined : { name: liftedBy ?? '', reason: row.liftReason ?? '' };
  return {
    when: t.date(new Date(row.raisedAt), module.policy.timeZone),
    what: by,
    note: (
      <>
        <p dir="auto">{holdReason(at, row.reason)}</p>
        {lifted !== undefined && <p>{t('publication.hold_lifted', lifted)}</p>}
      </>
    ),
  };
}
