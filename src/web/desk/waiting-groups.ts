import type { MoreModel, WaitingGroup } from '../../../views/desk/queue-page.tsx';
import type { CaseFacts } from '../../db/queries/case-facts.ts';
import type { WaitingCases, WaitingKind } from '../../db/queries/waiting-cases.ts';
import type { ModuleId } from '../../domain/ids.ts';
import { isYours, type NextStep } from '../../domain/submission/next-step.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { caseRow } from './case-rows.ts';

export interface Waiting {
  readonly facts: CaseFacts;
  readonly step: NextStep;
}

type Viewer = Parameters<typeof isYours>[1];

/** Whom the rest waits for. */
const groups = ['reviewers', 'submitter', 'safety', 'curators', 'service'] as const;
type Group = (typeof groups)[number];

function groupOf(step: NextStep): Group {
  switch (step) {
    case 'await_reviewers':
      return 'reviewers';
    case 'await_submitter':
      return 'submitter';
    case 'look_at_hold':
      return 'safety';
    case 'await_forge':
      return 'service';
    default:
      return 'curators';
  }
}

/** What the cases of a kind need, as a rule. */
const stepOf = {
  screening: 'screen',
  settle: 'settle',
  second: 'second',
  write: 'write_page',
  merge: 'merge',
  appealed: 'answer_appeal',
  held: 'look_at_hold',
  reviewing: 'await_reviewers',
  revision: 'await_submitter',
  offered: 'await_submitter',
  underWay: 'await_forge',
} as const satisfies Record<WaitingKind, NextStep>;

/** The lists on which those stand that have no place here; `yours` are for the viewer to do. */
export function moreOf(t: Translate, module: ModuleId, more: WaitingCases['more'], viewer: Viewer) {
  const all = [...more].map(([kind, state]) => {
    const list = paths.cases(t.lang, module);
    const label = state === undefined ? t('curator.nav_cases') : t(`curator.state_${state}`);
    return { step: stepOf[kind], link: { label, href: state === undefined ? list : `${list}?state=${state}` } };
  });
  const linksOf = (wanted: (step: NextStep) => boolean): MoreModel[] =>
    all.filter(({ step }) => wanted(step)).map(({ link }) => link);
  return {
    yours: linksOf((step) => isYours(step, viewer)),
    of: (group: Group) => linksOf((step) => !isYours(step, viewer) && groupOf(step) === group),
  };
}

export function groupsOf(
  t: Translate,
  others: readonly Waiting[],
  more: (group: Group) => readonly MoreModel[],
): WaitingGroup[] {
  return groups.flatMap((name) => {
    const rows = others.filter(({ step }) => groupOf(step) === name).map(({ facts, step }) => caseRow(t, facts, step));
    return rows.length === 0 ? [] : [{ title: t(`curator.waiting_${name}`), rows, more: more(name) }];
  });
}
