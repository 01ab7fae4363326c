import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import type { Refusal } from '../domain/refusals.ts';
import type { Chrome } from './chrome.ts';
import type { WebDeps } from './web-deps.ts';

/**
 * Who is let in to a route at all; what exactly they may do there is asked again in the use case.
 * `anybody`; `submitter` with a receipt used in this browser; `desk` curators and safety of the module;
 * `curator`, `safety`, `people` (may manage people), `trouble` (may see what is broken) of the module;
 * `link` a route that checks a link or an assignment itself; `demonstration` only there.
 */
export type Audience =
  'anybody' | 'submitter' | 'desk' | 'curator' | 'safety' | 'people' | 'trouble' | 'link' | 'demonstration';

export type Handler = (req: Request, res: Response) => void | Promise<void>;

export interface Route {
  readonly path: string;
  readonly who: Audience;
  readonly get?: Handler;
  readonly post?: Handler;
  /** Keeps a text of which much could not be read, and says so itself; else the form is given back before it does anything. */
  readonly keepsUnreadable?: true;
}

/** What every handler works with. */
export interface WebKit {
  readonly deps: WebDeps;
  readonly chrome: Chrome;
  readonly page: <P>(res: Response, status: number, page: VNode<P>) => void;
  /** Answers a refusal with its problem page, with what was typed. */
  readonly refuse: (req: Request, res: Response, refusal: Refusal) => void;
}
