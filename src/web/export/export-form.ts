import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { FieldView } from '../../../views/components/field-view.ts';
import {
  exportFormats,
  exportScopes,
  EXPORT_REASON_MINIMUM,
  type ExportFormat,
  type ExportProblem,
  type ExportScope,
} from '../../domain/export/export.ts';
import type { Translate } from '../../i18n/translate.ts';
import { text } from '../decision/decision-typed.ts';

export interface ExportTyped {
  readonly scope: ExportScope | undefined;
  readonly format: ExportFormat | undefined;
  readonly reason: string;
}

/** Nothing is chosen for anybody: more is asked for only by whoever says so. */
export const nothingTyped: ExportTyped = { scope: undefined, format: undefined, reason: '' };

export function readExportForm(body: Readonly<Record<string, unknown>>): ExportTyped {
  return {
    scope: exportScopes.find((scope) => scope === body['scope']),
    format: exportFormats.find((format) => format === body['format']),
    reason: text(body['reason']),
  };
}

export const exportErrors = (t: Translate, problems: readonly FoundProblem[]): ErrorItem[] =>
  problems.map(({ field, problem }) => ({ field, message: problemText(t, problem) }));

export interface FoundProblem {
  readonly field: 'scope' | 'format' | 'reason';
  readonly problem: ExportProblem;
}

/** What was left out of the choices. */
export const missingChoices = ({ scope, format }: ExportTyped): FoundProblem[] => [
  ...(scope === undefined ? [{ field: 'scope', problem: 'choice_missing' } as const] : []),
  ...(format === undefined ? [{ field: 'format', problem: 'choice_missing' } as const] : []),
];

function problemText(t: Translate, problem: ExportProblem): string {
  switch (problem) {
    case 'reason_too_short':
      return t('exports.problem_reason', { minimum: EXPORT_REASON_MINIMUM });
    case 'choice_missing':
      return t('exports.problem_choice');
    case 'asked_today':
      return t('exports.problem_today');
  }
}

export function exportFields(t: Translate, typed: ExportTyped, problems: readonly FoundProblem[]): FieldView[] {
  const frame = (field: FoundProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return { id: field, name: field, mark: 'required', error: found && problemText(t, found.problem) } as const;
  };
  return [
    {
      ...frame('scope'),
      kind: 'radios',
      label: t('exports.scope'),
      options: exportScopes.map((scope) => ({
        value: scope,
        label: t(`exports.scope_${scope}`),
        hint: t(`exports.scope_${scope}_hint`),
        chosen: typed.scope === scope,
      })),
    },
    {
      ...frame('format'),
      kind: 'radios',
      label: t('exports.format'),
      options: exportFormats.map((format) => ({
        value: format,
        label: t(`exports.format_${format}`),
        hint: t(`exports.format_${format}_hint`),
        chosen: typed.format === format,
      })),
    },
    {
      ...frame('reason'),
      kind: 'textarea',
      rows: 3,
      label: t('exports.reason'),
      hint: t('exports.reason_hint', { minimum: EXPORT_REASON_MINIMUM }),
      value: typed.reason,
    },
  ];
}
