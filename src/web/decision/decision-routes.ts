import type { Request } from 'express';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { DecisionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Result } from '../../domain/result.ts';
import { answerAppeal } from '../../usecases/decision/answer-appeal.ts';
import { secondDecision } from '../../usecases/decision/second-decision.ts';
import { sendDecisionNow } from '../../usecases/decision/send-decision-now.ts';
import { takeBackDecision } from '../../usecases/decision/take-back-decision.ts';
import type { Staff } from '../../domain/people/actor.ts';
import type { Unit } from '../../usecases/unit.ts';
import { showCase } from '../cases/case-page.tsx';
import { caseVisit, type CaseVisit } from '../cases/case-visit.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { overview } from './decision-bodies.tsx';
import { decisionCase } from './decision-case.ts';
import { partOf } from './decision-models.ts';
import { text } from './decision-typed.ts';

const base = '/:lang/:module/desk/cases/:publicId/decision';

/** The buttons around a decision; its page and its form are a panel of the case. */
export const decisionRoutes = (kit: WebKit): Route[] => [
  { path: `${base}/second`, who: 'desk', post: press(kit, 'decision_seconded', secondDecision) },
  { path: `${base}/take-back`, who: 'desk', post: press(kit, 'decision_taken_back', takeBackDecision) },
  { path: `${base}/send-now`, who: 'desk', post: press(kit, 'decision_sent', sendDecisionNow, true) },
  { path: `${base}/appeal`, who: 'desk', post: appeal(kit) },
];

type Press = (unit: Unit, actor: Staff, input: { decisionId: DecisionId }) => Result<unknown, Refusal>;

/** `look`: what it queued is tried at once, since somebody waits for it. */
const press = (kit: WebKit, done: string, useCase: Press, look = false): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const decisionId = text(bodyOf(req)['decision']) as DecisionId;
    const pressed = await kit.deps.write((unit) => useCase(unit, at.staff, { decisionId }));
    if (!pressed.ok) {
      kit.refuse(req, res, pressed.refusal);
      return;
    }
    if (look) await kit.deps.lookNow();
    res.redirect(303, `${partOf(at, 'decision')}?done=${done}`);
  });

const appeal = (kit: WebKit): Handler =>
  caseVisit(kit, async (req, res, at) => {
    const typed = { outcome: text(bodyOf(req)['outcome']), text: text(bodyOf(req)['text']) };
    const { outcome } = typed;
    const again = (problems: ErrorItem[]): void => {
      const body = overview(kit, decisionCase(kit, at), typed, problems);
      showCase(kit, req, res, at, { id: 'decision', body, status: 422, problems });
    };
    if (outcome !== 'reopened' && outcome !== 'kept') {
      again([{ field: 'outcome', message: at.t('decision.problem_appeal_outcome') }]);
      return;
    }
    const input = { submissionId: at.submission.id, outcome, text: typed.text } as const;
    const answered = await kit.deps.write((unit) => answerAppeal(unit, at.staff, input));
    if (answered.ok) res.redirect(303, `${doneHref(at)}?done=appeal_answered`);
    else if (answered.refusal.kind === 'guard' && answered.refusal.guard === 'reason_too_short')
      again([{ field: 'text', message: at.t('decision.problem_appeal_text') }]);
    else kit.refuse(req, res, answered.refusal);
  });

const doneHref = (at: CaseVisit): string => partOf(at, 'decision');

const bodyOf = (req: Request): Record<string, unknown> => req.body as Record<string, unknown>;
