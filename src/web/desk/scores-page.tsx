import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldView } from '../../../views/components/field-view.ts';
import { ScoresPage } from '../../../views/desk/scores-page.tsx';
import type { ScoreRowModel } from '../../../views/desk/score-table.tsx';
import {
  scoreOrders,
  scorePage,
  type ScoreFilter,
  type ScorePlace,
  type ScoredCase,
} from '../../db/queries/score-pages.ts';
import { caseByPublicId } from '../../db/queries/one-case.ts';
import { roundFacts } from '../../db/queries/round-facts.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { AdviceKind } from '../../domain/review/advice.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { plainRow } from './case-rows.ts';

const PAGE_SIZE = 50;
/** States of cases that are or were under review; all of them for `any`. */
const states = ['in_review', 'revision', 'accepted', 'publishing', 'published', 'rejected'] as const;
const ANY = 'any';

export function scoresPage(kit: WebKit, req: Request, { staff, module, lang, t }: StaffVisit): VNode {
  const filter = readFilter(req);
  const listing = { module: module.id, viewer: staff.personId };
  const { rows, last } = scorePage(kit.deps.db, listing, filter, PAGE_SIZE);
  const here = paths.scores(lang, module.id);
  const model = {
    page: kit.chrome(req, { module }),
    action: here,
    filter: filterFields(t, filter),
    rows: rows.map((row) => scoreRow(t, row, adviceOf(kit, row))),
    next: last === undefined ? undefined : `${here}?${query(filter, last)}`,
    first: filter.after === undefined ? undefined : `${here}?${query(filter)}`,
  };
  return <ScoresPage t={t} model={model} />;
}

function readFilter(req: Request): ScoreFilter {
  const one = (name: string): string => {
    const value: unknown = req.query[name];
    return typeof value === 'string' ? value : '';
  };
  const state = states.find((known) => known === one('state')) ?? 'in_review';
  return {
    order: scoreOrders.find((known) => known === one('order')) ?? 'score',
    state: one('state') === ANY ? undefined : state,
    after: readPlace(one('after')),
  };
}

function readPlace(text: string): ScorePlace | undefined {
  const [, figure, id] = /^(-1|\d{1,5})~([\w-]{1,40})$/u.exec(text) ?? [];
  return figure === undefined || id === undefined ? undefined : { figure: Number(figure), id: id as SubmissionId };
}

function query({ order, state }: ScoreFilter, after?: ScorePlace): string {
  const place = after === undefined ? {} : { after: `${String(after.figure)}~${after.id}` };
  return new URLSearchParams({ order, state: state ?? ANY, ...place }).toString();
}

function filterFields(t: Translate, filter: ScoreFilter): FieldView[] {
  const { state, order } = filter;
  return [
    {
      kind: 'select',
      id: 'state',
      name: 'state',
      label: t('curator.filter_state'),
      mark: 'required',
      options: [
        ...states.map((value) => ({ value, label: t(`curator.state_${value}`), chosen: state === value })),
        { value: ANY, label: t('curator.scores_any'), chosen: state === undefined },
      ],
    },
    {
      kind: 'select',
      id: 'order',
      name: 'order',
      label: t('curator.scores_order'),
      mark: 'required',
      options: scoreOrders.map((value) => ({
        value,
        label: t(`curator.scores_by_${value}`),
        chosen: order === value,
      })),
    },
  ];
}

/** Only an open round is advised on; where an earlier version of the service kept no advice it is reckoned now. */
function adviceOf({ deps: { db, clock } }: WebKit, row: ScoredCase): AdviceKind | undefined {
  if (row.state !== 'in_review') return undefined;
  if (row.advice !== null) return row.advice;
  const submission = caseByPublicId(db, row.publicId);
  return submission && roundFacts(db, submission, clock.now())?.advice.kind;
}

function scoreRow(t: Translate, row: ScoredCase, advice: AdviceKind | undefined): ScoreRowModel {
  const figure = (hundredths: number | null) => (hundredths === null ? undefined : t.number(hundredths / 100));
  return {
    ...plainRow(t, row),
    answered: t('curator.scores_answered', { answered: row.answered, wanted: row.wanted }),
    score: figure(row.score),
    spread: row.answered > 1 ? figure(row.spread) : undefined,
    advice: advice === undefined || advice === 'none' ? undefined : t(`decision.advice_${advice}`),
    reviewers: row.reviewers.map(({ label, name, status }) => {
      const said = status === 'submitted' ? row.said.find((one) => one.label === label) : undefined;
      const points = figure(said?.total ?? null);
      return {
        name,
        says: said === undefined ? t(`curator.status_${status}`) : t(`decision.recommend_${said.recommendation}`),
        points,
      };
    }),
  };
}
