import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { ExportId, ModuleId, PersonId } from '../../domain/ids.ts';
import { lastAskedBy, toExport, type ExportRow } from '../export-store.ts';
import type { Reader } from '../in-transaction.ts';
import { caseExports } from '../schema/index.ts';
import { statement, type Given } from '../statement.ts';
import { namesOf } from './names-of.ts';

export { lastAskedBy };

/** An export with the names of who asked and who answered. For staff. */
export interface SeenExport {
  readonly row: ExportRow;
  readonly export: ReturnType<typeof toExport>;
  readonly by: string;
  readonly answeredBy: string | undefined;
}

export interface ExportPlace {
  readonly askedAt: string;
  readonly id: ExportId;
}

type Page = Given<{ module: ModuleId; askedAt: string; id: string; limit: number }>;

const page = statement((reader, { module, askedAt, id, limit }: Page) =>
  reader
    .select()
    .from(caseExports)
    .where(and(eq(caseExports.module, module), sql`(${caseExports.askedAt}, ${caseExports.id}) < (${askedAt}, ${id})`))
    .orderBy(desc(caseExports.askedAt), desc(caseExports.id))
    .limit(limit),
);

/** Sorts after every date. */
const LATEST = '9999';

/** Exports of a module, the last asked for first; `last` is the place to go on after, while there are more. */
export function exportPage(
  reader: Reader,
  module: ModuleId,
  after: ExportPlace | undefined,
  size: number,
): { readonly seen: SeenExport[]; readonly last: ExportPlace | undefined } {
  const { askedAt, id } = after ?? { askedAt: LATEST, id: '' };
  const rows = page(reader).all({ module, askedAt, id, limit: size + 1 });
  const shown = rows.slice(0, size);
  const names = namesOf(
    reader,
    shown.flatMap((row) => [row.askedBy, row.answeredBy]),
  );
  const end = rows.length > size ? shown.at(-1) : undefined;
  return {
    seen: shown.map((row) => ({
      row,
      export: toExport(row),
      by: names.get(row.askedBy) ?? '',
      answeredBy: row.answeredBy === null ? undefined : names.get(row.answeredBy),
    })),
    last: end && { askedAt: end.askedAt, id: end.id },
  };
}

type Waiting = Given<{ module: ModuleId; viewer: PersonId; since: string }>;

const waiting = statement((reader, { module, viewer, since }: Waiting) =>
  reader
    .select({ id: caseExports.id })
    .from(caseExports)
    .where(
      and(
        eq(caseExports.module, module),
        isNull(caseExports.answer),
        ne(caseExports.askedBy, viewer),
        gt(caseExports.askedAt, since),
      ),
    )
    .limit(1),
);

/** Whether a question asked after that moment waits for an answer that this person may give. */
export function exportWaits(reader: Reader, module: ModuleId, viewer: PersonId, since: Date): boolean {
  return waiting(reader).get({ module, viewer, since: since.toISOString() }) !== undefined;
}
