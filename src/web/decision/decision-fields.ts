import type { FieldFrame, FieldView, OptionView } from '../../../views/components/field-view.ts';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import { departs, type DecisionProblem } from '../../domain/decision/decision.ts';
import { evidenceLevels } from '../../domain/module/rubric.ts';
import { evidenceVote } from '../../domain/review/disagreement.ts';
import { suggestEvidence } from '../../domain/review/evidence.ts';
import { isInterfaceLanguage } from '../../i18n/languages.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';
import { criterionText, evidenceText, gateText } from './advice-text.ts';
import { groundsOf, type DecisionCase } from './decision-case.ts';
import type { DecisionTyped } from './decision-typed.ts';
import { requestsField } from './request-fields.ts';

/** What the page itself finds wrong, beside what the domain does. */
export type FormProblem =
  | DecisionProblem
  | { readonly kind: 'category_missing' }
  | { readonly kind: 'letter_missing' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'request_text'; readonly index: number };

/** The id of the field at which a problem is mended. */
function fieldOf(problem: FormProblem): string {
  switch (problem.kind) {
    case 'reason_too_short':
    case 'letter_missing':
    case 'gap':
      return 'letter';
    case 'departure_reason_too_short':
      return 'departure_reason';
    case 'quorum_missing':
      return 'override_reason';
    case 'evidence_missing':
      return 'evidence';
    case 'requests_missing':
      return 'requests';
    case 'request_text':
      return `requests.${String(problem.index)}.text`;
    case 'category_missing':
    case 'gate_open':
    case 'floor_missed':
    case 'second_needed':
    case 'second_is_decider':
      return 'category';
  }
}

function messageOf(t: Translate, { definition }: DecisionCase, problem: FormProblem): string {
  switch (problem.kind) {
    case 'reason_too_short':
      return t('decision.problem_reason_too_short', { minimum: problem.minimum });
    case 'departure_reason_too_short':
      return t('decision.problem_departure', { minimum: problem.minimum });
    case 'quorum_missing': {
      const { counted, quorum, minimum } = problem;
      return t('decision.problem_quorum', { counted, quorum, minimum });
    }
    case 'gate_open':
      return t('decision.problem_gate', { gate: gateText(t, definition, problem.gate) });
    case 'floor_missed':
      return t('decision.problem_floor', { criterion: criterionText(t, definition, problem.criterion) });
    case 'evidence_missing':
      return t('decision.problem_evidence');
    case 'requests_missing':
      return t('decision.problem_requests');
    case 'second_needed':
    case 'second_is_decider':
      return t('decision.second_title');
    case 'category_missing':
      return t('decision.problem_category');
    case 'letter_missing':
      return t('decision.problem_letter_missing');
    case 'gap':
      return t('decision.problem_gap');
    case 'request_text':
      return t('decision.problem_request_text');
  }
}

export const errorItems = (t: Translate, found: DecisionCase, problems: readonly FormProblem[]): ErrorItem[] =>
  problems.map((problem) => ({ field: fieldOf(problem), message: messageOf(t, found, problem) }));

/** The whole form of one outcome, in the order in which a curator thinks. */
export function decisionFields(
  t: Translate,
  found: DecisionCase,
  typed: DecisionTyped,
  errors: readonly ErrorItem[],
): FieldView[] {
  const frame = (id: string, label: string, hint?: string): FieldFrame => ({
    id,
    name: id,
    label,
    hint,
    mark: 'required',
    error: errors.find(({ field }) => field === id)?.message,
  });
  return [
    { ...frame('category', t('decision.category')), kind: 'radios', options: groundOptions(t, typed) },
    ...evidenceField(t, found, typed, frame),
    {
      ...frame('letter_language', t('decision.letter_language'), languageHint(t, found)),
      kind: 'select',
      options: languageOptions(t, found, typed),
    },
    {
      ...frame(
        'letter',
        t('decision.letter'),
        t(found.facts === undefined ? 'decision.letter_hint_own' : 'decision.letter_hint'),
      ),
      kind: 'textarea',
      value: typed.letter,
      rows: 16,
      lang: typed.letterLanguage,
      dir: 'auto',
    },
    ...(typed.outcome === 'revise' ? [requestsField(t, found, typed, errors)] : []),
    ...reasonFields(t, found, typed, frame),
  ];
}

type Frame = (id: string, label: string, hint?: string) => FieldFrame;

const groundOptions = (t: Translate, typed: DecisionTyped): OptionView[] =>
  groundsOf[typed.outcome].map((ground) => ({
    value: ground,
    label: t(`decision.category_${ground}` satisfies MessageKey),
    chosen: ground === typed.category,
  }));

function evidenceField(t: Translate, found: DecisionCase, typed: DecisionTyped, frame: Frame): FieldView[] {
  if (typed.outcome !== 'accept') return [];
  const { definition, answers, facts } = found;
  const suggested = evidenceText(t, definition, suggestEvidence(definition.rubric, answers));
  const vote = evidenceVote(facts?.reviews ?? []);
  const hint =
    vote === undefined
      ? t('decision.evidence_hint', { suggested })
      : t('decision.evidence_hint_voted', { suggested, voted: evidenceText(t, definition, vote) });
  const options = evidenceLevels.map((level) => ({
    value: level,
    label: evidenceText(t, definition, level),
    hint: phraseOf(definition, t.lang, `evidence.${level}.rule`),
    chosen: level === typed.evidence,
  }));
  return [{ ...frame('evidence', t('decision.evidence'), hint), kind: 'radios', options }];
}

/** Only where we have no sentences in the language of the practice. */
function languageHint(t: Translate, { at }: DecisionCase): string | undefined {
  const { language } = at.submission;
  return isInterfaceLanguage(language)
    ? undefined
    : t('decision.letter_language_hint', { language: t.language(language) });
}

const languageOptions = (t: Translate, { definition }: DecisionCase, typed: DecisionTyped): OptionView[] =>
  definition.languages.map((code) => ({ value: code, label: t.language(code), chosen: code === typed.letterLanguage }));

function reasonFields(t: Translate, found: DecisionCase, typed: DecisionTyped, frame: Frame): FieldView[] {
  const { facts } = found;
  if (facts === undefined) return [];
  const { advice, standing, definition } = facts;
  const { outcome } = typed;
  const mayDepart = groundsOf[outcome].some((category) => departs({ advice: advice.kind, outcome, category }));
  const advised = t(`decision.advice_${advice.kind}`);
  const short = outcome === 'accept' && !standing.quorumMet;
  const figures = { counted: standing.answered, quorum: definition.policy.quorum };
  const area = { kind: 'textarea', rows: 4 } as const;
  return [
    ...(mayDepart
      ? [
          {
            ...frame(
              'departure_reason',
              t('decision.departure_reason'),
              t('decision.departure_reason_hint', { advice: advised }),
            ),
            ...area,
            value: typed.departureReason,
          },
        ]
      : []),
    ...(short
      ? [
          {
            ...frame('override_reason', t('decision.override_reason'), t('decision.override_reason_hint', figures)),
            ...area,
            value: typed.overrideReason,
          },
        ]
      : []),
  ];
}
