import { outcomes } from '../../domain/decision/decision.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import { formOf, overview, suggested } from './decision-bodies.tsx';
import { decisionCase } from './decision-case.ts';
import { oneOf } from './decision-typed.ts';
import { postDecision } from './post-decision.tsx';

/** The decision of a case: what waits, the form of an outcome, its preview, and what was decided before. */
export const decisionPanel: CasePanel = {
  id: 'decision',
  label: 'decision.tab',
  shown: ({ submission }) => submission.state !== 'withdrawn',
  body: (kit, req, at) => {
    const found = decisionCase(kit, at);
    const outcome = oneOf(outcomes, req.query['outcome']);
    return outcome !== undefined && found.open.includes(outcome)
      ? formOf(found, suggested(found, outcome), [])
      : overview(kit, found);
  },
  post: postDecision,
};
