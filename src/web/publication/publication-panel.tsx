import type { VNode } from 'preact';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import { PublicationPanel, type PublicationPanelModel } from '../../../views/publication/publication-panel.tsx';
import { casePublications, filesOf, offeredPage, type ChangeRow } from '../../db/queries/publication-facts.ts';
import type { PageFile } from '../../domain/publication/page-input.ts';
import { mayCurate, mayMove } from '../../domain/people/permissions.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';
import type { WebKit } from '../routes.ts';
import { pagePaper } from './page-paper.ts';
import { isTakenAlong } from './patch-handler.ts';
import { patchLines } from './patch-lines.ts';
import { earlierItems, factRows, mergeModel, stateModel, troubleModel } from './publication-models.ts';

/** A page must not wait for a repository that is down. */
const PATIENCE_MS = 5_000;

/** The way of a page into the content repository, or out of it. */
export const publicationPanel: CasePanel = {
  id: 'publication',
  label: 'publication.tab_publication',
  shown: ({ submission, step }) =>
    ['publishing', 'published', 'removed'].includes(submission.state) || step === 'mend_bounce',
  body: (kit, _req, at) => publicationBody(kit, at),
};

/** The panel, with the reason for closing as it was typed when there is something wrong with it. */
export async function publicationBody(
  kit: WebKit,
  at: CaseVisit,
  typed = '',
  errors: readonly ErrorItem[] = [],
): Promise<VNode> {
  const rows = casePublications(kit.deps.db, at.submission.id);
  const [row, ...earlier] = rows;
  const seen = row === undefined ? undefined : await diffOf(kit, at, row);
  const files = row === undefined ? [] : filesOf(kit.deps.db, row.id);
  const live = row?.state === 'open' || row?.state === 'queued';
  const model: PublicationPanelModel = {
    csrf: at.csrf,
    state: row && stateModel(at, row),
    trouble: row && troubleModel(at.t, row.trouble),
    facts: row === undefined ? [] : factRows(at, row),
    merge: row && mergeModel(at, row),
    close: live ? { action: partOf(at, 'publication/close'), field: reasonField(at, typed, errors) } : undefined,
    over: live && isTaken(at, row) ? partOf(at, 'publication/over') : undefined,
    patch:
      row !== undefined && row.trouble !== null && isTakenAlong(row) && !at.submission.held
        ? partOf(at, 'publication/patch')
        : undefined,
    look: live ? partOf(at, 'publication/look') : undefined,
    paper: files.length === 0 ? undefined : paperOf(kit, at, files),
    diff: seen?.diff,
    unreachable: seen?.unreachable === true,
    earlier: earlierItems(at, earlier),
    takeDown: !live && mayTakeDown(at) ? partOf(at, 'take-down') : undefined,
  };
  return <PublicationPanel t={at.t} model={model} />;
}

/** Only a curator puts the page in the place of what somebody else wrote. */
const isTaken = ({ staff, submission, module }: CaseVisit, { trouble }: ChangeRow): boolean =>
  trouble === 'folder_taken' && !submission.held && mayCurate(staff, module.id);

const mayTakeDown = ({ staff, ref, submission }: CaseVisit): boolean =>
  submission.state === 'published' && mayMove(staff, 'take_down', ref);

function paperOf(kit: WebKit, { submission }: CaseVisit, files: readonly PageFile[]) {
  const language = offeredPage(kit.deps.db, submission.id)?.language ?? submission.language;
  return pagePaper(files, submission.title, language);
}

interface SeenDiff {
  readonly diff: PublicationPanelModel['diff'];
  readonly unreachable: boolean;
}

/** What the repository shows of an open change; the page is shown without it when it does not answer. */
async function diffOf(kit: WebKit, { module }: CaseVisit, row: ChangeRow): Promise<SeenDiff | undefined> {
  if (row.state !== 'open') return undefined;
  try {
    const diff = await kit.deps.forgeOf(module.id).diff(row.branch, AbortSignal.timeout(PATIENCE_MS));
    return { diff: patchLines(diff), unreachable: false };
  } catch {
    return { diff: undefined, unreachable: true };
  }
}

const reasonField = ({ t }: CaseVisit, value: string, errors: readonly ErrorItem[]) =>
  ({
    kind: 'textarea',
    id: 'reason',
    name: 'reason',
    rows: 3,
    label: t('publication.close_reason'),
    hint: t('publication.close_reason_hint'),
    mark: 'required',
    value,
    error: errors.find(({ field }) => field === 'reason')?.message,
  }) as const;
