import express, { type RequestHandler } from 'express';
import { renderProblem } from '../problems/render-problem.ts';

/** Forms only: about forty pages of text and no more parts than any page of ours has. */
export function readBody(): RequestHandler[] {
  return [
    express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 1000 }),
    (req, res, next) => {
      if (req.method !== 'POST' || req.is('application/x-www-form-urlencoded') !== false) next();
      else renderProblem(req, res, { name: 'not_a_form', status: 415 });
    },
  ];
}
