import { gzipSync } from 'node:zlib';
import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * Answers with a page, small for a slow line. The headers that guard it are set before, for every answer alike. That a
 * page holds a secret and what was typed is no danger to the secret here: the token of a form is masked anew each time.
 */
export function renderPage<P>(res: Response, status: number, page: VNode<P>): void {
  const html = `<!doctype html>${renderToString(page as VNode)}`;
  res.status(status).type('html').vary('Accept-Encoding');
  if (res.req.acceptsEncodings('gzip', 'identity') === 'gzip') res.set('Content-Encoding', 'gzip').send(gzipSync(html));
  else res.send(html);
}
