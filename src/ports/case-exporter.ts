import type { Readable } from 'node:stream';
import type { ExportOrder } from '../domain/export/order.ts';

/** Reads all cases out, away from the event loop. */
export interface CaseExporter {
  /**
   * The file as UTF-8. It is read on only as fast as it is taken; destroying the stream lets go of everything at once. A
   * stream that cannot be read to its end is destroyed with the reason.
   */
  read(order: ExportOrder): Readable;
}
