import express, { type Request, type RequestHandler } from 'express';
import { cleanText } from '../../domain/module/clean-text.ts';
import { renderProblem } from '../problems/render-problem.ts';

const FORM = 'application/x-www-form-urlencoded';
const MOST_FIELDS = 1000;

/** Forms only: about forty pages of text and no more parts than any page of ours has. */
export function readBody(): RequestHandler[] {
  return [
    express.text({ type: FORM, limit: '256kb' }),
    (req, res, next) => {
      if (req.method !== 'POST' || isForm(req)) next();
      else renderProblem(req, res, { name: 'not_a_form', status: 415 });
    },
    (req, res, next) => {
      const { body } = req as { body: unknown };
      const text = typeof body === 'string' ? body : '';
      req.body = {};
      if (text.split('&').length > MOST_FIELDS) renderProblem(req, res, { name: 'too_large', status: 413 });
      else {
        req.body = fieldsIn(text);
        next();
      }
    },
  ];
}

const isForm = (req: Request): boolean =>
  req.is(FORM) !== false && !/charset=(?!"?utf-?8)/iu.test(req.get('content-type') ?? '');

/**
 * The fields by their names, a list where a name came more than once. Read as browsers write them: one broken byte is
 * one sign that could not be read and spoils nothing else. No control character gets further than here, whoever typed
 * it and wherever it would be shown or mailed.
 */
function fieldsIn(text: string): Record<string, unknown> {
  const fields = new Map<string, string | string[]>();
  for (const [name, typed] of new URLSearchParams(text)) {
    const before = fields.get(name);
    const value = cleanText(typed);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  // Own properties, whatever their names: nothing is assigned to what an object inherits.
  return Object.fromEntries(fields);
}
