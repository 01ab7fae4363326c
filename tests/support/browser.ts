import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { Browser } from '../../src/rehearsal/browser-client.ts';

export { Browser, type Page } from '../../src/rehearsal/browser-client.ts';
export { FormUnfit, type Typed } from '../../src/rehearsal/filled-form.ts';

/** An app on a free port of loopback, and browsers on it. */
export interface Served {
  readonly url: string;
  /** A browser of its own: no cookies yet. */
  browser(headers?: Readonly<Record<string, string>>): Browser;
  close(): Promise<void>;
}

/** Serves an app over real HTTP. Close it before the world it belongs to. */
export async function serve(app: Express): Promise<Served> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url,
    browser: (headers = {}) => new Browser(url, headers),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
