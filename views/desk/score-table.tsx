import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { DataTable } from '../components/data-table.tsx';
import { UserText } from '../components/phrase.tsx';
import { PracticeName, State, type CaseRowModel } from './case-table.tsx';

export interface ScoreRowModel extends Pick<CaseRowModel, 'href' | 'publicId' | 'title' | 'lang' | 'state'> {
  /** How many reviews are in of how many, in words. */
  readonly answered: string;
  /** Figures in words; none while there is nothing to reckon from. */
  readonly score: string | undefined;
  readonly spread: string | undefined;
  /** Of an open round. */
  readonly advice: string | undefined;
  readonly reviewers: readonly ReviewerModel[];
}

interface ReviewerModel {
  readonly name: string;
  /** What they recommend, or how far they are. */
  readonly says: string;
  readonly points: string | undefined;
}

/** Cases with what their reviewers say, one below the other. */
export function ScoreTable({ t, rows }: { t: Translate; rows: readonly ScoreRowModel[] }): VNode {
  const advised = rows.some(({ advice }) => advice !== undefined);
  const columns = [
    { label: t('curator.col_practice') },
    { label: t('curator.col_reviews') },
    { label: t('curator.col_score'), numeric: true },
    { label: t('curator.col_spread'), numeric: true },
    { label: t('curator.col_reviewers') },
    ...(advised ? [{ label: t('curator.col_advice') }] : []),
    { label: t('curator.col_state') },
  ];
  return (
    <DataTable
      caption={t('curator.scores_title')}
      captionUnseen
      columns={columns}
      // Called, not mounted: for so many cells that costs the renderer a third of the list.
      rows={rows.map((row) => [
        PracticeName({ row }),
        row.answered,
        row.score ?? '–',
        row.spread ?? '–',
        Reviewers({ t, reviewers: row.reviewers }),
        ...(advised ? [row.advice ?? '–'] : []),
        State({ t, state: row.state }),
      ])}
    />
  );
}

function Reviewers({ t, reviewers }: { t: Translate; reviewers: readonly ReviewerModel[] }): VNode {
  if (reviewers.length === 0) return <>{t('curator.scores_nobody')}</>;
  return (
    <ul>
      {reviewers.map(({ name, says, points }) => (
        <li>
          {UserText({ text: name })}: {points === undefined ? says : t('curator.scores_says', { says, points })}
        </li>
      ))}
    </ul>
  );
}
