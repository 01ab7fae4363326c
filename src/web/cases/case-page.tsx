import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import { CasePage } from '../../../views/cases/case-page.tsx';
import { bouncedOn } from '../../db/queries/bounced-contacts.ts';
import { isSafety, mayCurate } from '../../domain/people/permissions.ts';
import { isYours, type NextStep } from '../../domain/submission/next-step.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { phraseOf } from '../chrome.ts';
import { dueModel, stateModel } from '../desk/case-rows.ts';
import type { WebKit } from '../routes.ts';
import { casePanels } from './case-panels.ts';
import type { CaseVisit } from './case-visit.ts';
import { doneText } from './done-text.ts';

export interface ShownPanel {
  /** Of `casePanels`. */
  readonly id: string;
  readonly body: VNode;
  readonly status?: number;
  readonly problems?: readonly ErrorItem[];
}

/** Answers with the page of a case and one panel on it. */
export function showCase(kit: WebKit, req: Request, res: Response, at: CaseVisit, panel: ShownPanel): void {
  const { t, module, submission, facts, step } = at;
  const model = {
    page: kit.chrome(req, { module, problems: panel.problems }),
    title: submission.title === '' ? submission.publicId : submission.title,
    lang: submission.language === '' ? undefined : submission.language,
    publicId: submission.publicId,
    kind: phraseOf(module, t.lang, `fields.kind.options.${submission.kind}`),
    state: stateModel(t, submission),
    ball: t(`curator.ball_${facts.promise.ball}`),
    due: dueModel(t, facts),
    step: { label: t(`curator.step_${step}`), href: stepHref(at, panel.id) },
    tabs: tabsOf(at, panel.id),
    done: doneText(t, req.query['done']),
    bounced: bouncedModel(kit, at),
  };
  kit.page(
    res,
    panel.status ?? 200,
    <CasePage t={t} model={model}>
      {panel.body}
    </CasePage>,
  );
}

/** Whoever works on a case has to know that its submitter does not hear of it. */
function bouncedModel({ deps }: WebKit, { t, module, submission }: CaseVisit) {
  const on = bouncedOn(deps.db, submission.id);
  return on && { date: t.date(on, module.policy.timeZone) };
}

/** The panel on which a step is taken. */
const stepPanels: Partial<Record<NextStep, string>> = {
  look_at_hold: 'hold',
  screen: 'screening',
  choose_reviewers: 'reviewers',
  fill_places: 'reviewers',
  settle: 'decision',
  decide: 'decision',
  second: 'decision',
  answer_appeal: 'decision',
  write_page: 'page',
  mend_bounce: 'publication',
  merge: 'publication',
  mend_change: 'publication',
};

/** No way to where the reader is already, nor to what somebody else has to do. */
function stepHref({ t, module, submission, step, staff }: CaseVisit, here: string): string | undefined {
  const part = stepPanels[step];
  const yours = isYours(step, { curator: mayCurate(staff, module.id), safety: isSafety(staff, module.id) });
  const known = yours && part !== undefined && part !== here && casePanels.some(({ id }) => id === part);
  return known ? paths.casePart(t.lang, module.id, submission.publicId, part) : undefined;
}

function tabsOf(at: CaseVisit, here: string) {
  const { t, module, submission } = at;
  const [first] = casePanels;
  return casePanels
    .filter((panel) => panel.id === here || panel.shown(at))
    .map((panel) => ({
      label: t(panel.label satisfies MessageKey),
      href:
        panel === first
          ? paths.case(t.lang, module.id, submission.publicId)
          : paths.casePart(t.lang, module.id, submission.publicId, panel.id),
      ...(panel.id === here ? { current: true } : {}),
    }));
}
