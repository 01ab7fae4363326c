/** The cells of a table as a spreadsheet reads them (RFC 4180); the mark at its beginning is left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu;
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.replace(/^\u{FEFF}/u, '').matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The same, each row by the headings of its columns. */
export function readTable(text: string): Record<string, string>[] {
  const [headings = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [headings[index] ?? '', value])));
}
