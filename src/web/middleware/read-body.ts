import express, { type Request, type RequestHandler } from 'express';
import { cleanText, unreadableIn } from '../../domain/module/clean-text.ts';
import { noteUnreadable } from '../problems/unreadable-fields.ts';
import { renderProblem } from '../problems/render-problem.ts';

const FORM = 'application/x-www-form-urlencoded';
const MOST_FIELDS = 1000;
/** Of the signs of one text; with more of them lost, the person is asked to look. */
const MOST_UNREADABLE = 0.01;

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
        const fields = fieldsIn(text);
        req.body = fields.read;
        noteUnreadable(req, fields.unreadable);
        next();
      }
    },
  ];
}

const isForm = (req: Request): boolean =>
  req.is(FORM) !== false && !/charset=(?!"?utf-?8)/iu.test(req.get('content-type') ?? '');

/**
 * The fields by their names, a list where a name came more than once, and the names of those of which much could not be
 * read. Read as browsers write them: one broken byte is one sign that could not be read and spoils nothing else. No
 * control character gets further than here, whoever typed it and wherever it would be shown or mailed.
 */
function fieldsIn(text: string): { read: Record<string, unknown>; unreadable: ReadonlySet<string> } {
  const fields = new Map<string, string | string[]>();
  const unreadable = new Set<string>();
  for (const part of text.split('&')) {
    for (const [name, typed] of new URLSearchParams(`&${part}`)) {
      const before = fields.get(name);
      const value = cleanText(typed);
      fields.set(name, before === undefined ? value : [before, value].flat());
      if (isSpoilt(part, typed)) unreadable.add(name);
    }
  }
  // Own properties, whatever their names: nothing is assigned to what an object inherits.
  return { read: Object.fromEntries(fields), unreadable };
}

/** A sign that stands for an unreadable one was itself sent as it is, once the text was given back and sent again. */
const SENT_AGAIN = /%EF%BF%BD/giu;

function isSpoilt(sent: string, typed: string): boolean {
  const lost = unreadableIn(typed) - (sent.match(SENT_AGAIN)?.length ?? 0);
  return lost > typed.length * MOST_UNREADABLE;
}
