import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Export } from '../domain/export/export.ts';
import type { ExportId, ModuleId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto, updatesOf } from './row-writes.ts';
import { caseExports } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

export type ExportRow = typeof caseExports.$inferSelect;

export const insertExport: (
  tx: Tx,
  row: Pick<ExportRow, 'id' | 'module' | 'scope' | 'format' | 'reason' | 'askedBy' | 'askedAt'>,
) => void = insertsInto(caseExports);

const byId = statement((reader, { id, module }: Given<{ id: ExportId; module: ModuleId }>) =>
  reader
    .select()
    .from(caseExports)
    .where(and(eq(caseExports.id, id), eq(caseExports.module, module))),
);

/** An export of this module; those of others do not exist here. */
export function findExport(reader: Reader, module: ModuleId, id: ExportId): ExportRow | undefined {
  return byId(reader).get({ id, module });
}

const lastOf = statement((reader, { person }: Given<{ person: PersonId }>) =>
  reader
    .select({ askedAt: caseExports.askedAt })
    .from(caseExports)
    .where(eq(caseExports.askedBy, person))
    .orderBy(desc(caseExports.askedAt))
    .limit(1),
);

/** When somebody last asked, in whatever module. */
export function lastAskedBy(reader: Reader, person: PersonId): Date | undefined {
  const row = lastOf(reader).get({ person });
  return row && new Date(row.askedAt);
}

const updateUnanswered = updatesOf(caseExports, ({ id }: Given<{ id: ExportId }>) =>
  and(eq(caseExports.id, id), isNull(caseExports.answer)),
);

/** False when somebody answered meanwhile. */
export function answerExportRow(
  tx: Tx,
  id: ExportId,
  answer: Pick<ExportRow, 'answer' | 'answeredBy' | 'answeredAt' | 'answerReason'>,
): boolean {
  return updateUnanswered(tx, answer, { id }) === 1;
}

const updateApproved = updatesOf(
  caseExports,
  ({ id }: Given<{ id: ExportId }>) => and(eq(caseExports.id, id), eq(caseExports.answer, 'approved')),
  { downloads: sql`${caseExports.downloads} + 1` },
);

/** False when it was not approved. */
export function noteDownload(tx: Tx, id: ExportId, downloadedAt: string): boolean {
  return updateApproved(tx, { downloadedAt }, { id }) === 1;
}

/** The row as the domain reads it. */
export function toExport(row: ExportRow): Export {
  const { id, module, scope, format, reason, askedBy, answer, answeredBy, answeredAt } = row;
  return {
    id,
    module,
    scope,
    format,
    reason,
    askedBy,
    askedAt: new Date(row.askedAt),
    answer:
      answer === null || answeredBy === null || answeredAt === null
        ? undefined
        : { kind: answer, by: answeredBy, at: new Date(answeredAt) },
  };
}
