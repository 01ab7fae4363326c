import { outcomes, reasonCategories } from '../../domain/decision/decision.ts';
import { exportColumns, type ExportColumn, type ExportWords } from '../../domain/export/order.ts';
import { moduleText, type ModuleDefinition } from '../../domain/module/definition.ts';
import { knownFields } from '../../domain/module/known-fields.ts';
import { adviceKinds } from '../../domain/review/advice.ts';
import { confidences, gateVerdicts, recommendations, requestLevels } from '../../domain/review/review.ts';
import { submissionStates } from '../../domain/submission/state.ts';
import type { Translate } from '../../i18n/translate.ts';

/** A table as people read it: its headings, and every code in the words of the desk and of the module. */
export function exportWords(t: Translate, definition: ModuleDefinition): ExportWords {
  const columns = exportColumns.map((column) => [column, t(`exports.col_${column}`)] as const);
  return {
    columns: Object.fromEntries(columns) as Record<ExportColumn, string>,
    codes: { ...ofTheDesk(t), ...ofTheModule(t, definition) },
    yes: t('common.yes'),
    no: t('common.no'),
  };
}

function ofTheDesk(t: Translate): Record<string, string> {
  return {
    ...named('state', submissionStates, (code) => t(`curator.state_${code}`)),
    ...named('outcome', outcomes, (code) => t(`decision.past_${code}`)),
    ...named('category', reasonCategories, (code) => t(`decision.category_${code}`)),
    ...named('advice', adviceKinds, (code) => t(`decision.advice_${code}`)),
    ...named('recommendation', recommendations, (code) => t(`decision.recommend_${code}`)),
    ...named('confidence', confidences, (code) => t(`decision.confidence_${code}`)),
    ...named('level', requestLevels, (code) => t(`decision.level_${code}`)),
    'score.cannot_judge': t('common.cannot_judge'),
    ...named('verdict', gateVerdicts, (code) => t(`decision.verdict_${code}`)),
  };
}

function ofTheModule(t: Translate, definition: ModuleDefinition): Record<string, string> {
  const { rubric, languages, form } = definition;
  const say = (key: string): string => moduleText(definition, t.lang, key).text;
  const kind = form.fields.find(({ id }) => id === knownFields.kind)?.type;
  const kinds = kind?.type === 'choice' && kind.options.kind === 'listed' ? kind.options.values : [];
  return {
    ...named('kind', kinds, (code) => say(`fields.${knownFields.kind}.options.${code}`)),
    ...named('language', languages, t.language),
    ...named('criterion', ids(rubric.criteria), (id) => say(`criteria.${id}.label`)),
    ...named('gate', ids(rubric.gates), (id) => say(`gates.${id}.label`)),
  };
}

const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

const named = <C extends string | number>(
  what: string,
  codes: readonly C[],
  word: (code: C) => string,
): Record<string, string> => Object.fromEntries(codes.map((code) => [`${what}.${String(code)}`, word(code)]));
