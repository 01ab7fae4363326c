import type { FieldView } from '../../../views/components/field-view.ts';

/** Room for what a reviewer may write, in whatever script. */
export const area = (label: FieldView['label'], name: string, value: string, rows: number): FieldView => ({
  kind: 'textarea',
  id: name,
  name,
  label,
  mark: 'optional',
  value,
  rows,
  dir: 'auto',
});
