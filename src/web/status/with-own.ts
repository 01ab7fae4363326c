import type { Request, Response } from 'express';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Result } from '../../domain/result.ts';
import { paths } from '../../paths.ts';
import type { Unit } from '../../usecases/unit.ts';
import type { Handler, WebKit } from '../routes.ts';
import { moduleOf, ownVisit, type OwnVisit } from '../submit/own-visit.ts';
import { showForgotten } from '../submit/receipt-handlers.ts';
import { visitOf } from '../visit.ts';

export interface OwnRequest {
  readonly kit: WebKit;
  readonly req: Request;
  readonly res: Response;
  readonly definition: ModuleDefinition;
  readonly own: OwnVisit;
}

/** A handler at one's own case; without a receipt in this browser it is asked for. */
export function withOwn(kit: WebKit, work: (request: OwnRequest) => void | Promise<void>): Handler {
  return async (req, res) => {
    const definition = moduleOf(kit, req);
    const own = ownVisit(kit, req);
    if (own !== undefined) await work({ kit, req, res, definition, own });
    else if (req.method === 'POST') showForgotten(kit, req, res);
    else res.redirect(303, paths.receipt(visitOf(req).lang, definition.id));
  };
}

/** The submitter's own page, where every move ends. */
export const statusPath = ({ req, definition }: Pick<OwnRequest, 'req' | 'definition'>): string =>
  paths.status(visitOf(req).lang, definition.id);

/** Makes a move and goes back to the submitter's page, or says why not; `otherwise` may show the form again. */
export async function moveAndReturn<T>(
  request: OwnRequest,
  move: (unit: Unit) => Result<T, Refusal>,
  otherwise: (refusal: Refusal) => boolean = () => false,
): Promise<void> {
  const { kit, req, res } = request;
  const moved = await kit.deps.write((unit) => move(unit));
  if (moved.ok) res.redirect(303, statusPath(request));
  else if (!otherwise(moved.refusal)) kit.refuse(req, res, moved.refusal);
}
