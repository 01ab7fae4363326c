import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Answers with a page. The headers that guard it are set before, for every answer alike. */
export function renderPage<P>(res: Response, status: number, page: VNode<P>): void {
  res
    .status(status)
    .type('html')
    .send(`<!doctype html>${renderToString(page as VNode)}`);
}
