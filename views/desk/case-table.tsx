import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { DataTable } from '../components/data-table.tsx';
import { UserText } from '../components/phrase.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';

export interface CaseRowModel {
  readonly href: string;
  readonly publicId: string;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly state: StateModel;
  /** What to do next, in words. */
  readonly step?: string | undefined;
  readonly due?: DueModel | undefined;
}

export interface StateModel {
  readonly label: string;
  readonly tone: Tone;
  /** A safety stop lies over it. */
  readonly held: boolean;
}

export interface DueModel {
  /** A date in words. */
  readonly date: string;
  readonly overdue: boolean;
}

/** Cases with what each needs and by when; `when` names the column of dates. */
export function CaseTable(props: {
  t: Translate;
  caption: string;
  captionUnseen?: boolean;
  when: string;
  rows: readonly CaseRowModel[];
}): VNode {
  const { t, rows } = props;
  const steps = rows.some(({ step }) => step !== undefined);
  const columns = [
    { label: t('curator.col_practice') },
    ...(steps ? [{ label: t('curator.col_step') }] : []),
    { label: props.when },
    { label: t('curator.col_state') },
  ];
  return (
    <DataTable
      caption={props.caption}
      captionUnseen={props.captionUnseen}
      columns={columns}
      // Called, not mounted: for so many cells that costs the renderer a third of the list.
      rows={rows.map((row) => [
        PracticeName({ row }),
        ...(steps ? [row.step] : []),
        Due({ t, due: row.due }),
        State({ t, state: row.state }),
      ])}
    />
  );
}

export function PracticeName({ row }: { row: Pick<CaseRowModel, 'href' | 'publicId' | 'title' | 'lang'> }): VNode {
  return (
    <>
      <a href={row.href}>
        <UserText text={row.title} lang={row.lang} />
      </a>{' '}
      <bdi class="quietly whole">{row.publicId}</bdi>
    </>
  );
}

export function Due({ t, due }: { t: Translate; due: DueModel | undefined }): VNode | null {
  if (due === undefined) return null;
  if (!due.overdue) return <span class="whole">{due.date}</span>;
  return (
    <>
      <span class="whole">{due.date}</span> <StateBadge label={t('curator.overdue')} tone="alarm" />
    </>
  );
}

export function State({ t, state }: { t: Translate; state: StateModel }): VNode {
  return (
    <>
      <StateBadge label={state.label} tone={state.tone} />
      {state.held && (
        <>
          {' '}
          <StateBadge label={t('curator.on_hold')} tone="stop" />
        </>
      )}
    </>
  );
}
