import type { Shot } from './load/shot.ts';
import { onceMore } from './service/once-more.ts';

/** Bytes of a page as it is, and as it goes over the line. */
export interface Weight {
  readonly raw: number;
  readonly sent: number;
}

export async function weigh(url: string, { path, cookie = '' }: Shot): Promise<Weight> {
  const headers = { cookie, 'accept-encoding': 'gzip' };
  const answer = await onceMore(() => fetch(url + path, { headers }));
  const raw = (await answer.arrayBuffer()).byteLength;
  const sent = answer.headers.get('content-length');
  return { raw, sent: sent === null ? raw : Number(sent) };
}
