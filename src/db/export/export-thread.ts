/** A thread that reads exports out: it gets an order with a port, and sends the next piece whenever it is asked for it. */
import Database from 'better-sqlite3';
import { parentPort, type MessagePort } from 'node:worker_threads';
import type { ExportOrder } from '../../domain/export/order.ts';
import type { ExportQuery } from './export-query.ts';
import { readExport } from './read-export.ts';

export interface ThreadOrder {
  readonly file: string;
  readonly order: ExportOrder;
  readonly query: ExportQuery;
  readonly port: MessagePort;
}

/** What comes back on the port: bytes, or that there are no more. */
export type ThreadAnswer = Uint8Array | 'end' | { readonly failed: string };

/** A connection of its own, which can only read; it is closed at the end, at a failure, and when nobody takes any more. */
function open({ file, order, query, port }: ThreadOrder): void {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  client.pragma('trusted_schema = OFF');
  const pieces = readExport(client, order, query);
  const encoder = new TextEncoder();
  port.on('close', () => {
    client.close();
  });
  port.on('message', () => {
    try {
      const { value } = pieces.next();
      if (value !== undefined) {
        const bytes = encoder.encode(value);
        port.postMessage(bytes satisfies ThreadAnswer, [bytes.buffer]);
        return;
      }
      port.postMessage('end' satisfies ThreadAnswer);
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies ThreadAnswer);
    }
    client.close();
  });
}

parentPort?.on('message', (order: ThreadOrder) => {
  try {
    open(order);
  } catch (error) {
    order.port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies ThreadAnswer);
  }
});
