import { and, desc, eq, sql } from 'drizzle-orm';
import type { PublicationId, SubmissionId } from '../domain/ids.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { pages, publications } from './schema/index.ts';

export type PageRow = typeof pages.$inferSelect;
export type PublicationRow = typeof publications.$inferSelect;

export function latestPage(reader: Reader, submissionId: SubmissionId): PageRow | undefined {
  return reader
    .select()
    .from(pages)
    .where(eq(pages.submissionId, submissionId))
    .orderBy(desc(pages.number))
    .limit(1)
    .get();
}

export function insertPage(tx: Tx, row: typeof pages.$inferInsert): void {
  tx.insert(pages).values(row).run();
}

/** The submitter's answer to a page; false when it was answered before or another page was offered meanwhile. */
export function answerPage(
  tx: Tx,
  page: Pick<PageRow, 'submissionId' | 'number'>,
  answer: { answer: 'approved' | 'change_asked'; answerText: string; consentHash: string | null; answeredAt: string },
): boolean {
  const open = and(
    eq(pages.submissionId, page.submissionId),
    eq(pages.number, page.number),
    sql`${pages.answer} is null`,
  );
  return tx.update(pages).set(answer).where(open).run().changes === 1;
}

export function findPublication(reader: Reader, id: PublicationId): PublicationRow | undefined {
  return reader.select().from(publications).where(eq(publications.id, id)).get();
}

export function latestPublication(reader: Reader, submissionId: SubmissionId): PublicationRow | undefined {
  return reader
    .select()
    .from(publications)
    .where(eq(publications.submissionId, submissionId))
    .orderBy(desc(publications.number))
    .limit(1)
    .get();
}

export function insertPublication(tx: Tx, row: typeof publications.$inferInsert): void {
  tx.insert(publications).values(row).run();
}

/** Writes what the forge said, if the publication is still in the state that was seen. */
export function updatePublication(
  tx: Tx,
  seen: Pick<PublicationRow, 'id' | 'state'>,
  facts: Partial<Omit<PublicationRow, 'id' | 'submissionId' | 'number' | 'branch'>>,
): boolean {
  const same = and(eq(publications.id, seen.id), eq(publications.state, seen.state));
  return tx.update(publications).set(facts).where(same).run().changes === 1;
}
