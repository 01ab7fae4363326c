import type { Database } from 'better-sqlite3';
import { stringify } from 'csv-stringify/sync';
import type { ExportOrder } from '../../domain/export/order.ts';
import { caseTable, type Cell, type ExportTable } from './case-table.ts';
import type { ExportQuery } from './export-query.ts';
import type { ExportedCase } from './exported-case.ts';
import { jsonLine } from './json-lines.ts';
import { reviewTable } from './review-table.ts';
import { readRubrics } from './rubrics.ts';

const CASES_A_PAGE = 100;

/** The file, a page of cases at a time; nothing is read before it is asked for. */
export function* readExport(client: Database, order: ExportOrder, query: ExportQuery): Generator<string, void> {
  const rubrics = order.scope === 'reviews' ? readRubrics(client, order.module) : undefined;
  if (order.format === 'jsonl') {
    for (const page of casePages(client, order, query))
      yield page.map((one) => `${jsonLine(order, one, rubrics)}\n`).join('');
    return;
  }
  const table: ExportTable = rubrics === undefined ? caseTable(order) : reviewTable(order, rubrics);
  yield BYTE_ORDER_MARK + csv([table.headings]);
  for (const page of casePages(client, order, query)) yield csv(page.flatMap(table.lines));
}

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What a person typed must not run as a formula in somebody's spreadsheet. Line ends as RFC 4180 has them. */
const csv = (lines: readonly (readonly Cell[])[]): string =>
  stringify([...lines], { escape_formulas: true, record_delimiter: 'windows' });

/** Each page is a read of its own: however slow the reader, no old state of the database is held on to. */
function* casePages(client: Database, order: ExportOrder, query: ExportQuery): Generator<ExportedCase[], void> {
  const statement = client.prepare(query.sql);
  const values: Record<string, string | number> = { module: order.module, viewer: order.viewer, limit: CASES_A_PAGE };
  for (let after = 0; ;) {
    const page = statement.all(
      ...query.values.map((name) => (name === 'after' ? after : values[name])),
    ) as ExportedCase[];
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < CASES_A_PAGE) return;
    after = last.place;
  }
}
