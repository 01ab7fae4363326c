import { goals } from '../goals.ts';
import type { SizeFigures } from '../run-size.ts';
import { against, inColumns, short } from './columns.ts';
import { atGoal } from './size-table.ts';

/** CPU of each operation at each size, and how often the smallest one's the largest needs. */
export function growthTable(sizes: readonly SizeFigures[]): string {
  const [first] = sizes;
  const names = first?.operations.map(({ id }) => id) ?? [];
  const cpuAt = ({ operations }: SizeFigures, id: string): number =>
    atGoal(operations.find((one) => one.id === id)?.levels ?? [])?.cpu ?? NaN;
  const last = sizes.at(-1);
  return inColumns([
    ['CPU ms by number of cases', ...sizes.map(({ cases }) => String(cases)), 'growth', 'goal'],
    ...names.map((id) => {
      const growth = first === undefined || last === undefined ? NaN : cpuAt(last, id) / cpuAt(first, id);
      const most = goals[id]?.growth;
      const wanted = most === undefined ? '-' : `≤ ${String(most)}`;
      return [id, ...sizes.map((size) => short(cpuAt(size, id))), against(growth, most), wanted];
    }),
  ]);
}
