import type { Request, RequestHandler } from 'express';
import { bodyOf } from '../submit/own-visit.ts';
import { againAddress } from './again-address.ts';
import { renderProblem } from './render-problem.ts';
import { typedFields } from './typed-fields.ts';

const found = new WeakMap<Request, ReadonlySet<string>>();

export const noteUnreadable = (req: Request, names: ReadonlySet<string>): void => {
  found.set(req, names);
};

/** Fields of a posted form of which more than a few signs could not be read. */
export const unreadableFields = (req: Request): string[] => [...(found.get(req) ?? [])];

/** Gives such a form back before it does anything: what is left of it can be looked at and sent again as it is. */
export const refuseUnreadable: RequestHandler = (req, res, next) => {
  if (unreadableFields(req).length === 0) next();
  else
    renderProblem(req, res, {
      name: 'unreadable_text',
      status: 422,
      typed: typedFields(bodyOf(req)),
      again: againAddress(req),
    });
};
