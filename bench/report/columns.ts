/** Lines up cells, the first column to the left and all others to the right. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (found, row) => row.map((cell, column) => Math.max(cell.length, found[column] ?? 0)),
    [],
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** Three figures that count. */
export const short = (value: number): string =>
  Number.isNaN(value) ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** A figure with a mark when it is more than it may be. */
export const against = (value: number, most: number | undefined): string =>
  `${short(value)}${most !== undefined && value > most ? '!' : ''}`;
