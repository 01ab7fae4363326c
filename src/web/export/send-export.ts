import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Export } from '../../domain/export/export.ts';
import type { ExportOrder } from '../../domain/export/order.ts';
import { dayOf } from '../../domain/submission/days.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { visitOf } from '../visit.ts';
import { exportWords } from './export-words.ts';

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const satisfies Record<Export['format'], string>;

/**
 * Sends the file as fast as it is taken, and stops when nobody takes it any more. One that cannot be read to its end is
 * cut off, so that no browser takes it for the whole.
 */
export async function sendExport(kit: WebKit, req: Request, res: Response, at: StaffVisit, one: Export): Promise<void> {
  const { exporter, log } = kit.deps;
  res
    .status(200)
    .attachment(fileName(kit, at, one))
    .type(types[one.format])
    .vary('Accept-Encoding');
  const file = exporter.read(orderOf(kit, at, one));
  try {
    if (req.acceptsEncodings('gzip', 'identity') === 'gzip') {
      res.set('Content-Encoding', 'gzip');
      await pipeline(file, createGzip({ level: 1, chunkSize: 65_536 }), res);
    } else await pipeline(file, res);
  } catch (error) {
    if (!isGone(error)) log.fault(visitOf(req).reference, error);
    res.destroy();
  }
}

/** Whoever took the file went away. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

function orderOf({ deps }: WebKit, { module, staff, lang, t }: StaffVisit, one: Export): ExportOrder {
  const { id, scope, format } = one;
  return {
    id,
    module: module.id,
    viewer: staff.personId,
    scope,
    format,
    words: exportWords(t, module),
    casesAt: `${deps.site.baseUrl}${paths.cases(lang, module.id)}/`,
  };
}

/** With the day on which it was taken and the mark that leads back to who asked for it. */
function fileName({ deps }: WebKit, { module }: StaffVisit, { id, scope, format }: Export): string {
  return `${module.id}-${scope}-${dayOf(deps.clock.now(), module.policy.timeZone)}-${id}.${format}`;
}
