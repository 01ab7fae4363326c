import type { TimelineItem } from '../../../views/components/timeline.tsx';
import type { MergeModel, PublicationPanelModel, TroubleModel } from '../../../views/publication/publication-panel.tsx';
import type { ChangeRow } from '../../db/queries/publication-facts.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';

/** Where a publication is, in plain words. */
export function stateModel(at: CaseVisit, row: ChangeRow): PublicationPanelModel['state'] {
  const { t } = at;
  const removal = row.purpose === 'take_down';
  const ended = dateOf(at, row.endedAt ?? row.queuedAt);
  switch (row.state) {
    case 'queued': {
      const help = queuedHelp(at, row);
      return { label: t('publication.state_queued'), tone: 'waiting', help };
    }
    case 'open': {
      const help = t(removal ? 'publication.state_open_removal_help' : 'publication.state_open_help');
      return { label: t('publication.state_open'), tone: 'waiting', help };
    }
    case 'merged': {
      const label = t(removal ? 'publication.state_merged_removal' : 'publication.state_merged');
      const commit = (row.mergeCommit ?? '').slice(0, 12);
      return { label, tone: 'good', help: t('publication.state_merged_help', { date: ended, commit }) };
    }
    case 'closed': {
      const help = t('publication.state_closed_help', { date: ended });
      return { label: t('publication.state_closed'), tone: 'stop', help };
    }
  }
}

function queuedHelp({ t, submission, module }: CaseVisit, row: ChangeRow): string {
  const until = row.notBefore === null ? null : submission.embargoUntil;
  return until === null
    ? t('publication.state_queued_help')
    : t('publication.state_embargo_help', { date: t.date(until, module.policy.timeZone) });
}

export const dateOf = ({ t, module }: CaseVisit, instant: string): string =>
  t.date(new Date(instant), module.policy.timeZone);

const troubles = {
  conflict: 'publication.trouble_conflict',
  edited: 'publication.trouble_edited',
  missing: 'publication.trouble_missing',
  branch_taken: 'publication.trouble_branch_taken',
  folder_taken: 'publication.trouble_folder_taken',
  leak: 'publication.trouble_leak',
} as const satisfies Record<string, MessageKey>;

/** What is in the way and what to do; words that are not one of our codes are those of the repository. */
export function troubleModel(t: Translate, trouble: string | null): TroubleModel | undefined {
  if (trouble === null) return undefined;
  const known = Object.hasOwn(troubles, trouble) ? troubles[trouble as keyof typeof troubles] : undefined;
  return known === undefined
    ? { text: t('publication.trouble_words_help'), words: trouble }
    : { text: t(known), words: undefined };
}

/** The merge button, or why there is none. What somebody else wrote on the branch is not merged from here. */
export function mergeModel(at: CaseVisit, row: ChangeRow): MergeModel | undefined {
  const { t, module, submission, staff } = at;
  if (row.state !== 'open' || row.head === null) return undefined;
  const removal = row.purpose === 'take_down';
  if (submission.held && !removal) return { kind: 'words', words: t('publication.merge_held') };
  if (module.policy.merge === 'forge') return { kind: 'words', words: t('publication.merge_elsewhere') };
  if (!removal && !mayCurate(staff, module.id)) return undefined;
  if (row.trouble === 'edited' || row.trouble === 'missing' || row.trouble === 'conflict') return undefined;
  return { kind: 'button', action: partOf(at, 'publication/merge'), head: row.head, removal };
}

export function factRows({ t }: CaseVisit, row: ChangeRow): { label: string; value: string }[] {
  const rows: [string, string | null][] = [
    [t('publication.branch'), row.branch],
    [t('publication.change_number'), row.changeNumber === null ? null : String(row.changeNumber)],
    [t('publication.commit'), row.head === null ? null : row.head.slice(0, 12)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

export const earlierItems = (at: CaseVisit, rows: readonly ChangeRow[]): TimelineItem[] =>
  rows.map((row) => ({
    when: dateOf(at, row.endedAt ?? row.queuedAt),
    what: stateModel(at, row)?.label ?? '',
    ...(row.closeReason === null ? {} : { note: at.t('publication.close_reason_was', { reason: row.closeReason }) }),
  }));
