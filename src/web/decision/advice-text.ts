import type { AdviceModel } from '../../../views/decision/advice-box.tsx';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { GateVerdict } from '../../domain/review/review.ts';
import type { Advice, Reason, ReasonParams } from '../../domain/review/advice.ts';
import type { MessageValues, Translate } from '../../i18n/translate.ts';
import { phraseOf } from '../chrome.ts';
import { plain } from '../form-fields/field-texts.ts';

/** What the rubric's rules advise, with every reason in words. */
export const adviceModel = (t: Translate, definition: ModuleDefinition, advice: Advice): AdviceModel => ({
  title: t(`decision.advice_${advice.kind}`),
  reasons: advice.reasons.map((reason) => reasonText(t, definition, reason)),
});

const reasonText = (t: Translate, definition: ModuleDefinition, { rule, params }: Reason): string =>
  t(`decision.reason_${rule}`, valuesOf(t, definition, params));

/** Ids become the module's words, hundredths become figures; counts stay numbers. */
function valuesOf(t: Translate, definition: ModuleDefinition, params: ReasonParams): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, valueOf(t, definition, name, value)] as const),
  );
}

const hundredths = ['score', 'from', 'below', 'spread', 'limit', 'lowest', 'median'];

function valueOf(t: Translate, definition: ModuleDefinition, name: string, value: string | number): string | number {
  if (typeof value === 'number') return hundredths.includes(name) ? t.number(value / 100) : value;
  switch (name) {
    case 'gate':
      return gateText(t, definition, value);
    case 'criterion':
      return criterionText(t, definition, value);
    case 'verdict':
      return t(`decision.verdict_${value as GateVerdict}`);
    case 'evidence':
    case 'level':
      return evidenceText(t, definition, value);
    default:
      return value;
  }
}

export const gateText = (t: Translate, definition: ModuleDefinition, gate: string): string =>
  plain(phraseOf(definition, t.lang, `gates.${gate}.label`));

export const criterionText = (t: Translate, definition: ModuleDefinition, criterion: string): string =>
  plain(phraseOf(definition, t.lang, `criteria.${criterion}.label`));

/** "E2 Promising" */
export const evidenceText = (t: Translate, definition: ModuleDefinition, level: string): string =>
  `${level} ${plain(phraseOf(definition, t.lang, `evidence.${level}.label`))}`;
