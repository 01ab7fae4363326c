import type { Request } from 'express';
import type { VNode } from 'preact';
import { QueuePage, type WaitingGroup } from '../../../views/desk/queue-page.tsx';
import { caseFacts, type CaseFacts } from '../../db/queries/case-facts.ts';
import { exportWaits } from '../../db/queries/export-requests.ts';
import { waitingCases } from '../../db/queries/waiting-cases.ts';
import { openSince } from '../../domain/export/export.ts';
import { isSafety, mayCurate } from '../../domain/people/permissions.ts';
import { isYours, nextStep, type NextStep } from '../../domain/submission/next-step.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { caseRow } from './case-rows.ts';

interface Waiting {
  readonly facts: CaseFacts;
  readonly step: NextStep;
}

/** Cases in the order of their due days. */
const byDue = (a: Waiting, b: Waiting): number => {
  const [left, right] = [a.facts.promise.due ?? '9999', b.facts.promise.due ?? '9999'];
  return left < right ? -1 : left > right ? 1 : a.facts.submission.id < b.facts.submission.id ? -1 : 1;
};

export function queuePage(kit: WebKit, req: Request, { staff, module, lang, t }: StaffVisit): VNode {
  const { db, clock } = kit.deps;
  const viewer = { curator: mayCurate(staff, module.id), safety: isSafety(staff, module.id) };
  const waiting = caseFacts(db, module, waitingCases(db, module.id, staff.personId), clock.now())
    .map((facts) => ({ facts, step: nextStep(facts.step, staff.personId) }))
    .sort(byDue);
  const yours = waiting.filter(({ step }) => isYours(step, viewer));
  const others = waiting.filter(({ step }) => !isYours(step, viewer) && step !== 'nothing');
  const model = {
    page: kit.chrome(req, { module }),
    yours: yours.map(({ facts, step }) => caseRow(t, facts, step)),
    overdue: yours.filter(({ facts }) => facts.overdue).length,
    waiting: groupsOf(t, others),
    cases: paths.cases(lang, module.id),
    matching: viewer.curator ? paths.matching(lang, module.id) : undefined,
    exports:
      viewer.curator && exportWaits(db, module.id, staff.personId, openSince(clock.now()))
        ? paths.exports(lang, module.id)
        : undefined,
  };
  return <QueuePage t={t} model={model} />;
}

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

function groupsOf(t: Translate, others: readonly Waiting[]): WaitingGroup[] {
  return groups.flatMap((name) => {
    const rows = others.filter(({ step }) => groupOf(step) === name).map(({ facts, step }) => caseRow(t, facts, step));
    return rows.length === 0 ? [] : [{ title: t(`curator.waiting_${name}`), rows }];
  });
}
