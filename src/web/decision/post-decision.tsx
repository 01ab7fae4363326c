import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { DecisionPreview } from '../../../views/decision/decision-preview.tsx';
import type { Result } from '../../domain/result.ts';
import { recordDecision, type DecisionRefusal } from '../../usecases/decision/record-decision.ts';
import { weighDecision, type RecordDecisionInput, type Weighed } from '../../usecases/decision/weigh-decision.ts';
import type { ShowAgain } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import type { WebKit } from '../routes.ts';
import { decisionCase, type DecisionCase } from './decision-case.ts';
import { errorItems, type FormProblem } from './decision-fields.ts';
import { hasGap } from './decision-letter.ts';
import { fieldText, partOf } from './decision-models.ts';
import { formOf, overview } from './decision-bodies.tsx';
import { blankRequest, hiddenFields, isAsked, readDecisionForm, text, type DecisionTyped } from './decision-typed.ts';
import { evidenceText } from './advice-text.ts';

/** Two steps: the preview, and the decision itself; on the way back and in every mistake all that was typed stays. */
export async function postDecision(
  kit: WebKit,
  _req: Request,
  res: Response,
  at: CaseVisit,
  again: ShowAgain,
): Promise<void> {
  const body = _req.body as Record<string, unknown>;
  const found = decisionCase(kit, at);
  const typed = readDecisionForm(body);
  if (typed === undefined) {
    again(422, overview(kit, found));
    return;
  }
  const form: OpenForm = { kit, req: _req, res, again, found, typed };
  if (text(body['add']) === 'requests') {
    again(200, formOf(found, { ...typed, requests: [...typed.requests, blankRequest] }, []));
  } else if (text(body['act']) === 'edit') again(200, formOf(found, typed, []));
  else await weighAndGoOn(form, text(body['act']) === 'confirm');
}

interface OpenForm {
  readonly kit: WebKit;
  readonly req: Request;
  readonly res: Response;
  readonly again: ShowAgain;
  readonly found: DecisionCase;
  readonly typed: DecisionTyped;
}

async function weighAndGoOn(form: OpenForm, confirmed: boolean): Promise<void> {
  const { kit, found, typed, again, res } = form;
  const { staff } = found.at;
  const input = inputOf(found.at, typed);
  const weighed = weighDecision({ tx: kit.deps.db, clock: kit.deps.clock }, staff, input);
  if (showProblems(form, weighed)) return;
  if (!confirmed) {
    if (weighed.ok) again(200, preview(found, typed, weighed.value));
    return;
  }
  const recorded = await kit.deps.write((unit) => recordDecision(unit, staff, input));
  if (showProblems(form, recorded) || !recorded.ok) return;
  res.redirect(303, `${partOf(found.at, 'decision')}?done=${recorded.value.waits ? 'decision_waits' : 'decided'}`);
}

/** Answers what stands in the way, if anything does. */
function showProblems(form: OpenForm, result: Result<unknown, DecisionRefusal>): boolean {
  const { kit, req, res, again, found, typed } = form;
  const ofDomain = !result.ok && result.refusal.kind === 'decision_problems' ? result.refusal.problems : [];
  if (!result.ok && result.refusal.kind !== 'decision_problems') {
    const { submission } = found.at;
    const goesOn = result.refusal.kind === 'changed_meanwhile' && found.open.includes(typed.outcome);
    if (goesOn) again(409, formOf(found, { ...typed, revision: submission.revision }, [], true));
    else kit.refuse(req, res, result.refusal);
    return true;
  }
  const problems = [...problemsOfForm(typed), ...ofDomain];
  if (problems.length === 0) return false;
  const items = errorItems(found.at.t, found, problems);
  again(422, formOf(found, typed, items), items);
  return true;
}

function problemsOfForm(typed: DecisionTyped): FormProblem[] {
  const { letter, outcome } = typed;
  return [
    ...(typed.category === undefined ? [{ kind: 'category_missing' } as const] : []),
    ...(letter.trim() === '' && outcome !== 'reject' ? [{ kind: 'letter_missing' } as const] : []),
    ...(hasGap(letter) ? [{ kind: 'gap' } as const] : []),
    ...typed.requests.flatMap((request, index) =>
      isAsked(request) && request.text.trim() === '' ? [{ kind: 'request_text', index } as const] : [],
    ),
  ];
}

function inputOf({ submission, module }: CaseVisit, typed: DecisionTyped): RecordDecisionInput {
  const asked = typed.outcome === 'revise' ? typed.requests.filter(isAsked) : [];
  const known = module.languages.includes(typed.letterLanguage);
  return {
    submissionId: submission.id,
    revision: typed.revision,
    outcome: typed.outcome,
    category: typed.category ?? 'merit',
    letter: typed.letter,
    letterLanguage: known ? typed.letterLanguage : 'en',
    evidence: typed.outcome === 'accept' ? typed.evidence : undefined,
    departureReason: typed.departureReason,
    overrideReason: typed.overrideReason,
    requests: asked.map(({ level, editorial, text: words, field }) => ({
      level,
      editorial,
      text: words,
      field: field === '' ? undefined : field,
    })),
  };
}

function preview(found: DecisionCase, typed: DecisionTyped, weighed: Weighed): VNode {
  const { at, definition } = found;
  const { t } = at;
  const input = inputOf(at, typed);
  const model = {
    letter: {
      outcome: typed.outcome,
      letter: typed.letter.trim(),
      lang: input.letterLanguage,
      requests: input.requests.map(({ level, text: words, field }) => ({
        level,
        text: words,
        field: fieldText(t, found, field ?? ''),
      })),
    },
    action: partOf(at, 'decision'),
    csrf: at.csrf,
    hidden: hiddenFields(typed),
    file: {
      category: t(`decision.category_${input.category}`),
      evidence: input.evidence === undefined ? undefined : evidenceText(t, definition, input.evidence),
      departureReason: typed.departureReason.trim(),
      overrideReason: typed.overrideReason.trim(),
    },
    waits: weighed.waits,
    minutes: weighed.policy.takeBackMinutes,
  };
  return <DecisionPreview t={t} model={model} />;
}
