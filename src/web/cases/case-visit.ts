import type { Request, Response } from 'express';
import { caseFacts, type CaseFacts } from '../../db/queries/case-facts.ts';
import { nextStep, type NextStep } from '../../domain/submission/next-step.ts';
import type { Handler, WebKit } from '../routes.ts';
import { staffVisit, type StaffVisit } from '../staff-visit.ts';
import { caseOf, type SeenCase } from './case-of.ts';

/** Somebody of the staff at one case that they may see. */
export interface CaseVisit extends StaffVisit, SeenCase {
  readonly facts: CaseFacts;
  readonly step: NextStep;
}

export type CaseHandler = (req: Request, res: Response, at: CaseVisit) => void | Promise<void>;

/** A handler for the case in the address; nothing is there for whoever may not know of it. */
export const caseVisit = (kit: WebKit, handle: CaseHandler): Handler =>
  staffVisit(kit, (req, res, visit) => {
    const { db, clock } = kit.deps;
    const seen = caseOf(db, visit.staff, visit.module.id, String(req.params['publicId']));
    const [facts] = seen === undefined ? [] : caseFacts(db, visit.module, [seen.submission], clock.now());
    if (seen === undefined || facts === undefined) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    return handle(req, res, { ...visit, ...seen, facts, step: nextStep(facts.step, visit.staff.personId) });
  });
