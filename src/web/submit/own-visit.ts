import type { Request } from 'express';
import { ownSubmission, type OwnSubmission } from '../../db/queries/own-submission.ts';
import type { ModuleId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { formatReceipt, type Receipt } from '../../domain/safety/receipt.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

/** A submitter at their own case: what every page of theirs begins with. */
export interface OwnVisit extends OwnSubmission {
  readonly actor: Actor;
  readonly receipt: string;
  readonly token: string;
}

/**
 * The case whose receipt this browser holds, if it is one of the address's module and still there. None for a form that
 * was made for another case.
 */
export const ownVisit = (kit: WebKit, req: Request): OwnVisit | undefined =>
  ownVisitIn(kit, req, req.params['module'] as ModuleId | undefined);

export function ownVisitIn(kit: WebKit, req: Request, module: ModuleId | undefined): OwnVisit | undefined {
  const { submitter } = visitOf(req);
  if (submitter === undefined) return undefined;
  const own = ownSubmission(kit.deps.db, submitter.submissionId);
  if (own === undefined || own.submission.module !== module) return undefined;
  const made = postedText(req, 'of');
  if (made !== '' && made !== caseMark(kit, own)) return undefined;
  const actor: Actor = { kind: 'submitter', submissionId: submitter.submissionId };
  return { ...own, actor, receipt: submitter.receipt, token: submitter.token };
}

/** Names the case that a page was made for, and tells nothing of it. */
export const caseMark = (kit: WebKit, { submission }: OwnSubmission): string =>
  kit.deps.keys.hash('form', submission.id).slice(0, 12);

/**
 * What every form of a submitter's case posts beside its fields: a page that was left open must not act on the text
 * that this browser opened after it.
 */
export const ownForm = (kit: WebKit, req: Request, own: OwnSubmission) => ({
  csrf: visitOf(req).csrf,
  hidden: { of: caseMark(kit, own) },
});

/** The module of the address. `admit` has let the request in, so it is there. */
export function moduleOf(kit: WebKit, req: Request): ModuleDefinition {
  const module = kit.deps.modules.current(req.params['module'] as ModuleId);
  if (module === undefined) throw new Error('A page of a module that is not there was let in');
  return module;
}

export const shownReceipt = (receipt: string): string => formatReceipt(receipt as Receipt);

/** One posted text by its name; nothing when there is none, or several. */
export function postedText(req: Request, name: string): string {
  const value = bodyOf(req)[name];
  return typeof value === 'string' ? value : '';
}

export const bodyOf = (req: Request): Readonly<Record<string, unknown>> =>
  (req.body ?? {}) as Readonly<Record<string, unknown>>;
