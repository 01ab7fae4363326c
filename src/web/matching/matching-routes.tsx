import type { Request } from 'express';
import type { VNode } from 'preact';
import { MatchingPage } from '../../../views/matching/matching-page.tsx';
import { paths } from '../../paths.ts';
import { suggestReviewers } from '../../usecases/matching/suggest-reviewers.ts';
import type { Route, WebKit } from '../routes.ts';
import { staffVisit, type StaffVisit } from '../staff-visit.ts';
import { visitOf } from '../visit.ts';
import { confirmProposals, whyNot } from './confirm-proposals.ts';
import { tickedCases } from './matching-form.ts';
import { proposalsModel } from './matching-model.ts';
import { Suggestions } from './suggestions.ts';

/** Suggestions over all cases that wait for reviewers, each curator's own. */
export function matchingRoutes(kit: WebKit): Route[] {
  const suggestions = new Suggestions();
  return [
    {
      path: '/:lang/:module/desk/matching',
      who: 'curator',
      get: staffVisit(kit, (req, res, at) => {
        kit.page(res, 200, matchingPage(kit, req, at, suggestions));
      }),
      post: staffVisit(kit, async (req, res, at) => {
        const here = paths.matching(at.lang, at.module.id);
        const body = (req.body ?? {}) as Record<string, unknown>;
        if (body['move'] !== 'confirm') {
          await suggest(kit, req, at, suggestions);
          res.redirect(303, here);
          return;
        }
        const ticked = tickedCases(req);
        if (ticked.length === 0) {
          kit.page(res, 422, matchingPage(kit, req, at, suggestions, at.t('matching.tick_missing')));
          return;
        }
        const mine = new Set(
          suggestions.take(
            keyOf(at),
            ticked.map(({ publicId }) => publicId),
          ),
        );
        const left = ticked.filter(({ publicId }) => mine.has(publicId));
        if (left.length > 0) suggestions.note(keyOf(at), await confirmProposals(kit, at, left));
        res.redirect(303, `${here}?done=asked`);
      }),
    },
  ];
}

const keyOf = ({ staff, module }: StaffVisit): string => `${module.id} ${staff.personId}`;

const suggest = (kit: WebKit, req: Request, at: StaffVisit, suggestions: Suggestions): Promise<void> =>
  suggestions.start(
    keyOf(at),
    () => suggestReviewers(kit.deps, at.staff, at.module, new AbortController().signal),
    (fault) => {
      kit.deps.log.fault(visitOf(req).reference, fault);
    },
  );

function matchingPage(kit: WebKit, req: Request, at: StaffVisit, suggestions: Suggestions, missing?: string): VNode {
  const { t, lang, module, csrf } = at;
  const { suggestion, outcome } = suggestions.of(keyOf(at));
  const problems = missing === undefined ? undefined : [{ field: 'main', message: missing }];
  const from = Number(req.query['from'] ?? 0);
  const shown =
    suggestion?.kind === 'ready'
      ? proposalsModel(kit, at, suggestion.cases, Number.isInteger(from) ? from : 0)
      : undefined;
  const done = req.query['done'] === 'asked' ? outcome : undefined;
  const here = paths.matching(lang, module.id);
  const model = {
    page: kit.chrome(req, { module, problems }),
    action: here,
    csrf,
    ticked: missing === undefined,
    stage: suggestion?.kind ?? 'empty',
    ...(shown ?? { proposals: [], unserved: [] }),
    outcome: done && {
      asked: t('matching.outcome_asked', { count: done.asked }),
      opened: done.opened === 0 ? undefined : t('matching.outcome_opened', { count: done.opened }),
      not: done.not.map(({ publicId, trouble }) => ({
        publicId,
        why: whyNot(kit, t, trouble),
        href: paths.case(lang, module.id, publicId),
      })),
    },
  } as const;
  return <MatchingPage t={t} model={model} />;
}
