import type { Request, RequestHandler, Response } from 'express';
import { h } from 'preact';
import { ProblemPage } from '../../../views/problems/problem-page.tsx';
import type { ModuleId } from '../../domain/ids.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { renderPage } from '../render.ts';
import type { WebKit } from '../routes.ts';
import { isWritten, type TypedField } from './typed-fields.ts';
import { visitOf } from '../visit.ts';

export interface ProblemAnswer {
  /** `problems.<name>.title` and `.what_to_do` say it. */
  readonly name: ProblemName;
  readonly status: number;
  readonly typed?: readonly TypedField[];
  /** Where one button sends the same form again. */
  readonly again?: string;
  /** Shown for faults, to find the line in the log. */
  readonly reference?: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
}

type Titles = Extract<MessageKey, `problems.${string}_title`>;
export type ProblemName = Titles extends `problems.${infer Name}_title` ? Name : never;

const kits = new WeakMap<Request, WebKit>();

/** Problem pages are made from anywhere, so the kit travels with the request. */
export function useChromeForProblems(kit: WebKit): RequestHandler {
  return (req, _res, next) => {
    kits.set(req, kit);
    next();
  };
}

/** Answers with a page that says what happened, what was kept and what to do now. */
export function renderProblem(req: Request, res: Response, problem: ProblemAnswer): void {
  const kit = kits.get(req);
  if (kit === undefined) throw new Error('A problem before the kit was there');
  const { t, csrf } = visitOf(req);
  if (problem.retryAfter !== undefined) res.set('Retry-After', String(problem.retryAfter));
  const title: MessageKey = `problems.${problem.name}_title`;
  const definition = kit.deps.modules.current(String(req.params['module']) as ModuleId);
  const todo: MessageKey = `problems.${problem.name}_todo`;
  const page = h(ProblemPage, {
    t,
    model: {
      page: kit.chrome(req, { quickExit: true }),
      title: t(title),
      todo: t(todo),
      typed: problem.typed ?? [],
      written: (problem.typed ?? []).filter((field) => isWritten(field, definition)).map(({ text }) => text),
      again: problem.again === undefined ? undefined : { action: problem.again, csrf },
      reference: problem.reference,
    },
  });
  renderPage(res, problem.status, page);
}
