import { casePublications, findPublication, type ChangeRow } from '../../db/queries/publication-facts.ts';
import { patchText } from '../../domain/publication/patch-text.ts';
import { changeRequestOf } from '../../usecases/publication/change-request-of.ts';
import { caseVisit } from '../cases/case-visit.ts';
import type { Handler, WebKit } from '../routes.ts';

/** Whether a change may be taken along by hand: one that brings a page and is still on its way. */
export const isTakenAlong = (row: Pick<ChangeRow, 'purpose' | 'state'>): boolean =>
  row.purpose === 'publish' && (row.state === 'queued' || row.state === 'open');

/** The frozen change as a patch, for a repository that does not take it from here. Nothing leaves under a hold. */
export const takePatch = (kit: WebKit): Handler =>
  caseVisit(kit, (req, res, { submission }) => {
    const { db } = kit.deps;
    const newest = casePublications(db, submission.id)[0];
    const row = newest && findPublication(db, newest.id);
    if (row === undefined || !isTakenAlong(row)) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    if (submission.held) {
      kit.refuse(req, res, { kind: 'on_hold', move: 'land' });
      return;
    }
    const { message, day, files, expected } = changeRequestOf(db, row);
    const patch = patchText({ message, day, before: expected ?? [], after: files });
    res
      .attachment(`${row.branch.replaceAll('/', '-')}.patch`)
      .type('text/x-patch; charset=utf-8')
      .send(patch);
  });
