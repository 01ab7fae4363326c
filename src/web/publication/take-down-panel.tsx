import type { VNode } from 'preact';
import { TakeDownPanel } from '../../../views/publication/take-down-panel.tsx';
import { casePublications } from '../../db/queries/publication-facts.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import { askTakeDown } from '../../usecases/publication/ask-take-down.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';
import { text } from '../decision/decision-typed.ts';
import type { WebKit } from '../routes.ts';

/** Taking a published page off the site: what it does is said first, and a reason is kept. */
export const takeDownPanel: CasePanel = {
  id: 'take-down',
  label: 'publication.tab_take_down',
  shown: () => false,
  body: (kit, _req, at) => panel(kit, at, ''),
  post: async (kit, req, res, at, again) => {
    const reason = text((req.body as Record<string, unknown>)['reason']);
    const input = { submissionId: at.submission.id, reason };
    const asked = await kit.deps.write((unit) => askTakeDown(unit, at.staff, input));
    if (asked.ok) {
      await kit.deps.lookNow();
      res.redirect(303, `${partOf(at, 'publication')}?done=take_down_asked`);
    } else if (asked.refusal.kind === 'guard' && asked.refusal.guard === 'reason_too_short') {
      const message = at.t('publication.problem_reason');
      again(422, panel(kit, at, reason, message), [{ field: 'reason', message }]);
    } else kit.refuse(req, res, asked.refusal);
  },
};

function panel(kit: WebKit, at: CaseVisit, value: string, error?: string): VNode {
  const { t, csrf, submission, staff, ref } = at;
  const [last] = casePublications(kit.deps.db, submission.id);
  const live = last?.state === 'queued' || last?.state === 'open';
  const may = submission.state === 'published' && !live && mayMove(staff, 'take_down', ref);
  const field = {
    kind: 'textarea',
    id: 'reason',
    name: 'reason',
    rows: 3,
    label: t('publication.take_down_reason'),
    hint: t('publication.take_down_reason_hint'),
    mark: 'required',
    value,
    error,
  } as const;
  const model = {
    csrf,
    form: may ? { action: partOf(at, 'take-down'), field } : undefined,
    back: partOf(at, 'publication'),
  };
  return <TakeDownPanel t={t} model={model} />;
}
