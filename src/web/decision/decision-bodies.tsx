import type { VNode } from 'preact';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import { DecisionForm } from '../../../views/decision/decision-form.tsx';
import { DecisionPanel } from '../../../views/decision/decision-panel.tsx';
import { departs, type Outcome } from '../../domain/decision/decision.ts';
import { evidenceVote } from '../../domain/review/disagreement.ts';
import { suggestEvidence } from '../../domain/review/evidence.ts';
import type { WebKit } from '../routes.ts';
import { adviceModel } from './advice-text.ts';
import { appealModel, type AppealTyped } from './appeal-model.ts';
import { suggestedGround, type DecisionCase } from './decision-case.ts';
import { decisionFields } from './decision-fields.ts';
import { suggestedLetter, templateLanguage } from './decision-letter.ts';
import { barModel, partOf, pastDecisions } from './decision-models.ts';
import type { DecisionTyped } from './decision-typed.ts';
import { suggestedRequests } from './request-fields.ts';

/** The page without a form for an outcome. */
export function overview(
  kit: WebKit,
  found: DecisionCase,
  typed: AppealTyped = { outcome: '', text: '' },
  errors: readonly ErrorItem[] = [],
): VNode {
  const { at, facts, definition, open } = found;
  const { t, csrf, submission } = at;
  const { standing, advice } = facts ?? {};
  const inReview = submission.state === 'in_review';
  const model = {
    csrf,
    held: submission.held,
    bar: barModel(kit, found),
    advice: advice === undefined || !inReview ? undefined : adviceModel(t, definition, advice),
    answered:
      standing !== undefined && inReview && standing.answered < standing.wanted
        ? { answered: standing.answered, wanted: standing.wanted }
        : undefined,
    choices: open.map((outcome) => ({
      outcome,
      href: `${partOf(at, 'decision')}?outcome=${outcome}`,
      advised: inReview && isAdvised(found, outcome),
    })),
    appeal: appealModel(kit, found, typed, errors),
    past: pastDecisions(found),
  };
  return <DecisionPanel t={t} model={model} />;
}

function isAdvised({ facts }: DecisionCase, outcome: Outcome): boolean {
  const advice = facts?.advice.kind ?? 'none';
  return advice !== 'none' && !departs({ advice, outcome, category: 'merit' });
}

/** The form of one outcome as it is opened: filled from the answers and the reviews. */
export function suggested({ at, facts, definition, answers }: DecisionCase, outcome: Outcome): DecisionTyped {
  const { submission } = at;
  return {
    outcome,
    revision: submission.revision,
    category: suggestedGround(outcome, facts),
    evidence: evidenceVote(facts?.reviews ?? []) ?? suggestEvidence(definition.rubric, answers),
    letter: suggestedLetter(outcome, definition, facts, submission.language),
    letterLanguage: templateLanguage(submission.language),
    departureReason: '',
    overrideReason: '',
    requests: outcome === 'revise' ? suggestedRequests(facts) : [],
  };
}

export function formOf(
  found: DecisionCase,
  typed: DecisionTyped,
  errors: readonly ErrorItem[],
  changed = false,
): VNode {
  const { at, facts, definition } = found;
  const { t } = at;
  const model = {
    outcome: typed.outcome,
    action: partOf(at, 'decision'),
    csrf: at.csrf,
    hidden: {
      outcome: typed.outcome,
      revision: String(typed.revision),
      ...Object.fromEntries(typed.requests.map(({ from }, index) => [`requests.${String(index)}.from`, from])),
    },
    fields: decisionFields(t, found, typed, errors),
    advice: facts === undefined ? undefined : adviceModel(t, definition, facts.advice),
    other: partOf(at, 'decision'),
    changed,
  };
  return <DecisionForm t={t} model={model} />;
}
