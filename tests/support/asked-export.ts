import { caseExports } from '../../src/db/schema/index.ts';
import type { ExportId, PersonId } from '../../src/domain/ids.ts';
import { paths } from '../../src/paths.ts';
import type { Browser, Page } from './browser.ts';
import type { ReviewWorld } from './review-world.ts';
import { MODULE } from './world.ts';

/** The desk's curator asked for a table of all cases; where `approvedBy` is given, that person has approved it. */
export async function askedExport(
  { world, people }: ReviewWorld,
  id: string,
  approvedBy?: PersonId,
): Promise<ExportId> {
  await world.service.write(({ tx, clock }) => {
    const at = clock.now().toISOString();
    const answer = { answer: 'approved', answeredBy: approvedBy, answeredAt: at } as const;
    tx.insert(caseExports)
      .values({
        id: id as ExportId,
        module: MODULE,
        scope: 'cases',
        format: 'csv',
        reason: 'For the yearly meeting of the group.',
        askedBy: people.curator.personId,
        askedAt: at,
        ...(approvedBy === undefined ? {} : answer),
      })
      .onConflictDoNothing()
      .run();
  });
  return id as ExportId;
}

/** Posts to a page of exports what its own form would, whether that form is shown or not. */
export async function postToExports(
  browser: Browser,
  fields: Readonly<Record<string, string>>,
  more = '',
): Promise<Page> {
  const { forms } = await browser.get(paths.exports('en', MODULE));
  const csrf = forms[0]?.controls.find(({ name }) => name === 'csrf')?.value ?? '';
  return browser.post(`${paths.exports('en', MODULE)}${more}`, Object.entries({ csrf, ...fields }));
}
