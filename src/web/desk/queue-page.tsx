import type { Request } from 'express';
import type { VNode } from 'preact';
import { QueuePage } from '../../../views/desk/queue-page.tsx';
import { caseFacts } from '../../db/queries/case-facts.ts';
import { exportWaits } from '../../db/queries/export-requests.ts';
import { waitingCases } from '../../db/queries/waiting-cases.ts';
import { openSince } from '../../domain/export/export.ts';
import { isSafety, mayCurate } from '../../domain/people/permissions.ts';
import { isYours, nextStep } from '../../domain/submission/next-step.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { caseRow } from './case-rows.ts';
import { groupsOf, moreOf, type Waiting } from './waiting-groups.ts';

/** Cases in the order of their due days. */
const byDue = (a: Waiting, b: Waiting): number => {
  const [left, right] = [a.facts.promise.due ?? '9999', b.facts.promise.due ?? '9999'];
  return left < right ? -1 : left > right ? 1 : a.facts.submission.id < b.facts.submission.id ? -1 : 1;
};

export function queuePage(kit: WebKit, req: Request, { staff, module, lang, t }: StaffVisit): VNode {
  const { db, clock } = kit.deps;
  const viewer = { curator: mayCurate(staff, module.id), safety: isSafety(staff, module.id) };
  const { rows, more } = waitingCases(db, { module: module.id, viewer: staff.personId });
  const lists = moreOf(t, module.id, more, viewer);
  const waiting = caseFacts(db, module, rows, clock.now())
    .map((facts) => ({ facts, step: nextStep(facts.step, staff.personId) }))
    .sort(byDue);
  const yours = waiting.filter(({ step }) => isYours(step, viewer));
  const others = waiting.filter(({ step }) => !isYours(step, viewer) && step !== 'nothing');
  const model = {
    page: kit.chrome(req, { module }),
    yours: yours.map(({ facts, step }) => caseRow(t, facts, step)),
    overdue: yours.filter(({ facts }) => facts.overdue).length,
    more: lists.yours,
    waiting: groupsOf(t, others, lists.of),
    cases: paths.cases(lang, module.id),
    matching: viewer.curator ? paths.matching(lang, module.id) : undefined,
    exports:
      viewer.curator && exportWaits(db, module.id, staff.personId, openSince(clock.now()))
        ? paths.exports(lang, module.id)
        : undefined,
  };
  return <QueuePage t={t} model={model} />;
}
