import type { Request, Response } from 'express';
import type { Refusal } from '../../domain/refusals.ts';
import { refusalProblems } from './refusal-problems.ts';
import { renderProblem } from './render-problem.ts';
import { typedFields } from './typed-fields.ts';

/** Answers what a use case refused, and gives back what was typed. */
export function answerRefusal(req: Request, res: Response, refusal: Refusal): void {
  const typed = typedFields((req.body ?? {}) as Record<string, unknown>);
  renderProblem(req, res, { ...refusalProblems[refusal.kind], typed });
}
